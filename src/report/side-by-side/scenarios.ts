// Scenarios beside the case.
import type { Block, Facts, Grid } from '../document.ts';
import { type Dress, plainDress } from '../dress.ts';
import { labelled } from '../formats/text.ts';
import { harmless, inAscii, toAscii } from '../words.ts';
import { type Column, comparedRows, comparisonReport, isAnswered, refusalReasons, warningsOf } from './comparison.ts';

/** One case of those compared: its answer, and in words what is otherwise than in the first. */
export type Scenario = Column & { changes: string };

const title = 'Scenarios side by side';

/** The case and its scenarios as text, to follow the answer of the case. Empty where there is none beside the case. */
export function scenariosText(given: readonly Scenario[], dress: Dress = plainDress): string {
	if (given.length < 2) return '';
	const scenarios = dress.ascii ? inAscii(given) : given;
	const changes = scenarios.flatMap(({ heading, changes }) => labelled(heading, harmless(changes)));
	const head = [dress.bold(title), '', ...changes, '', ''].join('\n');
	return `\n${dress.ascii ? toAscii(head) : head}${comparisonReport(scenarios, dress)}`;
}

/** How many stand beside the case in one table: more are too many for the width of a page. */
const besideTheCase = 3;

/** The same for a report: what is otherwise in each, then tables with the case in each of them, and what was refused or warned of. */
export function scenarioBlocks(scenarios: readonly Scenario[]): Block[] {
	const [first, ...others] = scenarios;
	if (first === undefined || others.length === 0) return [];
	const tables = Array.from({ length: Math.ceil(others.length / besideTheCase) }, (_, table) =>
		scenarioGrid([first, ...others.slice(table * besideTheCase, (table + 1) * besideTheCase)], scenarios),
	);
	const notes = [
		...refusalReasons(scenarios).map((line) => ({ label: 'Rejected', lines: [line] })),
		...warningsOf(others)
			.filter((warning) => !warningsOf([first]).includes(warning))
			.map((line) => ({ label: 'Warning', lines: [line] })),
	];
	const changes: Facts = {
		kind: 'facts',
		rows: scenarios.map(({ heading, changes }) => ({ label: harmless(heading), lines: [harmless(changes)] })),
	};
	return [changes, ...tables, ...(notes.length === 0 ? [] : [{ kind: 'facts' as const, rows: notes }])];
}

function scenarioGrid(shown: readonly Scenario[], all: readonly Scenario[]): Grid {
	const first = (all as readonly Column[]).find(isAnswered);
	return {
		kind: 'grid',
		caption: `${title}; what differs from ${harmless(first?.heading ?? '')} is marked with *`,
		columns: ['Compared', ...shown.map(({ heading }) => harmless(heading))].map((heading) => ({
			heading,
			numeric: false,
		})),
		rows: comparedRows(shown, all, first?.result).map(([label, ...cells]) => [
			label,
			...cells.map(({ text, marked = false }) => ({ text: marked ? `${text} *` : text, marked })),
		]),
	};
}
