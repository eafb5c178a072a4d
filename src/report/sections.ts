// The sections of a report.
import { longDate } from '../case/dates.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import type { CriminalHistory, Result, Step, Worksheet } from '../result/result.ts';
import {
	afterRangeStatements,
	consecutiveText,
	reductionStatements,
	reliefStatements,
	statuteStatements,
} from './after-range.ts';
import { givenPriors, givenStatements } from './as-given.ts';
import { chapterTwoStatements } from './chapter-two.ts';
import type { Block, Facts, Grid, Making, Section } from './document.ts';
import { editionStatements } from './edition-statements.ts';
import { fastTrackGrid, sensitivityBlocks, tableBlocks } from './grids.ts';
import { captionStatements, makingStatements } from './making.ts';
import { type Scenario, scenarioBlocks } from './side-by-side/scenarios.ts';
import type { Statement } from './statement.ts';
import { fastTrackStatements, statutoryStatements, tableRangeLabel } from './statements.ts';
import { totalNote, totalRangeLabel, totalText } from './total-range.ts';
import { harmless, rangeInMonths, signed } from './words.ts';

/** The sections of a report: what was given, the Commission's Worksheets A to D in their order, and after them what helps to read them. */
export function reportSections(
	{ given, result, scenarios }: { given: CaseDocument; result: Result; scenarios: readonly Scenario[] },
	law: Law,
	making: Making,
): Section[] {
	// Where no offense level bears on the answer, what would read as one is left out.
	const ofLevel = <T>(blocks: readonly T[]): readonly T[] => (result.guidelineSentence ? [] : blocks);
	const sections = [
		section('Caption', [facts(captionStatements(making))]),
		section('Reduction after sentencing', [facts(reductionStatements(result))]),
		section('As given', [facts(givenStatements(given)), givenPriors(given, result.criminalHistory)]),
		section('Worksheet A: offense level', [
			stepGrid(result.steps, 'A', 'Chapters Two and Three, Parts A to C'),
			facts(chapterTwoStatements(result)),
		]),
		section('Worksheet B: multiple counts', [stepGrid(result.steps, 'B', 'Groups of Closely Related Counts')]),
		section('Worksheet C: criminal history', [historyGrid(result.criminalHistory), criminalHistoryFacts(result)]),
		section('Worksheet D: guideline range', worksheetD(result)),
		section('The Sentencing Table', ofLevel(tableBlocks(result, law))),
		section('Fast track', ofLevel([facts(fastTrackStatements(result)), fastTrackGrid(result)])),
		section('Sensitivity', ofLevel(sensitivityBlocks(result))),
		section('Scenarios', scenarioBlocks(scenarios)),
		section('Warnings', [facts(warningStatements(result))]),
		section('Edition and program', [facts([...editionStatements(result), ...makingStatements(law, making)])]),
	];
	return sections.filter(({ blocks }) => blocks.length > 0);
}

function section(heading: string, blocks: readonly (Block | undefined)[]): Section {
	return { heading, blocks: blocks.filter((block) => block !== undefined) };
}

/** Statements whose label is empty go on with the one above. */
function facts(statements: readonly Statement[]): Facts | undefined {
	const rows: Facts['rows'] = [];
	for (const { label, text } of statements) {
		const last = rows.at(-1);
		if (label === '' && last) last.lines.push(harmless(text));
		else rows.push({ label, lines: [harmless(text)] });
	}
	return rows.length === 0 ? undefined : { kind: 'facts', rows };
}

const stepColumns = [
	{ heading: 'Provision', numeric: false },
	{ heading: 'Reason', numeric: false },
	{ heading: 'Levels', numeric: true },
	{ heading: 'Offense level', numeric: true },
];

function stepGrid(steps: readonly Step[], worksheet: Worksheet, caption: string): Grid | undefined {
	const ofPage = steps.filter((step) => step.worksheet === worksheet);
	if (ofPage.length === 0) return undefined;
	const rows = ofPage.map((step) => [
		{ text: harmless(step.provision) },
		{ text: harmless(step.description) },
		{ text: step === steps[0] ? '' : signed(step.levels) },
		{ text: String(step.offenseLevel) },
	]);
	return { kind: 'grid', caption, columns: stepColumns, rows };
}

/** What each prior scores and why, and what is added for the status and the time of the offense. */
function historyGrid(history: CriminalHistory | undefined): Grid | undefined {
	if (!history) return undefined;
	const { priors, status, recency } = history;
	const rows = [
		...priors,
		{ id: 'status', ...status },
		...(recency === undefined ? [] : [{ id: 'recency', ...recency }]),
	];
	return {
		kind: 'grid',
		caption: 'Points under Chapter Four, Part A',
		columns: [
			{ heading: 'Prior', numeric: false },
			{ heading: 'Reason', numeric: false },
			{ heading: 'Provision', numeric: false },
			{ heading: 'Points', numeric: true },
		],
		rows: rows.map(({ id, reason, provision, points }) => [
			{ text: harmless(id) },
			{ text: harmless(reason.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, longDate)) },
			{ text: harmless(provision) },
			{ text: String(points) },
		]),
	};
}

function criminalHistoryFacts({ criminalHistory, criminalHistoryCategory }: Result): Facts | undefined {
	const points = criminalHistory === undefined ? [] : [{ label: 'Points', text: String(criminalHistory.points) }];
	const byPoints = criminalHistory?.category ?? criminalHistoryCategory;
	const category =
		byPoints === criminalHistoryCategory
			? criminalHistoryCategory
			: `${criminalHistoryCategory}, as a career offender; by points alone, ${byPoints}`;
	return facts([...points, { label: 'Category', text: category }]);
}

/** Items 1 to 10 of Worksheet D, as far as the case goes. */
function worksheetD(result: Result): (Block | undefined)[] {
	const { offenseLevel, criminalHistoryCategory, tableRange, guidelineRange } = result;
	const zone = tableRange.zone === null ? '' : `, Zone ${tableRange.zone}`;
	const { provisions } = result.statutoryEffect;
	const by = provisions.length === 0 ? '' : ` (${provisions.join(', ')})`;
	const consecutive = consecutiveText(result);
	const plus = consecutive === '' ? '' : `, ${consecutive}`;
	const total = totalText(result);
	return [
		stepGrid(result.steps, 'D', 'From the adjusted offense level to the total'),
		facts([
			...(result.guidelineSentence
				? []
				: [
						{ label: 'Total level', text: String(offenseLevel.total) },
						{ label: 'Category', text: criminalHistoryCategory },
						{ label: tableRangeLabel, text: `${rangeInMonths(tableRange)}${zone}` },
					]),
			...statuteStatements(result),
			...reliefStatements(result.relief),
			...statutoryStatements(result).filter(({ label }) => label !== tableRangeLabel),
			{ label: 'Guideline range', text: `${rangeInMonths(guidelineRange)}${by}${plus}` },
			...(total === undefined ? [] : [{ label: totalRangeLabel, text: `${total}, ${totalNote(result)}` }]),
			...afterRangeStatements(result),
		]),
	];
}

const warningStatements = ({ warnings }: Result): Statement[] =>
	warnings.map(({ message }) => ({ label: 'Warning', text: message }));
