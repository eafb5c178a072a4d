import { InputError } from '../case/errors.ts';
import { consequences } from './consequences.ts';
import { askCopy, keepAnswers, put, type Session } from './dialog.ts';
import type { Interview, Setting } from './interview.ts';
import { menu, type Option, settledOf } from './page.ts';
import { rowLines } from './rows.ts';
import { standingOf, standingParts } from './standing.ts';

/** Changes one thing at a time in copies of the case, and shows them side by side. The case itself stays as it is. */
export async function whatIf(session: Session): Promise<void> {
	const { host } = session;
	for (;;) {
		if (session.scenarios.length > 0) host.asker.show(`\n${scenarioLines(session).join('\n')}\n`);
		const settled = settledOf(session.interview, host.setting);
		const chosen = await put(session, menu('What if?', scenarioOptions(session, settled)), whatIfExplained);
		if (chosen === 'back' || chosen.value === null) return;
		if (chosen.value === 'clear') await keepAnswers(session, { scenarios: [] });
		else if (typeof chosen.value === 'number') await adopt(session, chosen.value);
		else {
			const question = settled.find((candidate) => candidate.question.id === chosen.value)?.question;
			const scenario = question && (await askCopy(session, question));
			if (scenario) await keepAnswers(session, { scenarios: [...session.scenarios, scenario] });
		}
	}
}

const whatIfExplained = [
	'Choose what to change, and how. The change is made in a copy of the case and stands beside it, as often as you like. A copy can be taken as the case, to change more than one thing.',
];

function scenarioOptions({ scenarios }: Session, settled: ReturnType<typeof settledOf>): Option[] {
	return [
		{ value: null, label: 'back to the answer' },
		...settled.map(
			({ question, answer }): Option => ({
				value: question.id,
				label: `change ${question.short}`,
				effect: `now ${answer}`,
			}),
		),
		...scenarios.map((_, index): Option => ({ value: index, label: `take ${letter(index)} as the case` })),
		...(scenarios.length > 0 ? [{ value: 'clear', label: 'clear the scenarios' }] : []),
	];
}

/** The scenario becomes the case, and the case a scenario. */
async function adopt(session: Session, index: number): Promise<void> {
	const { interview, scenarios } = session;
	const adopted = scenarios[index] as Interview;
	await keepAnswers(session, { interview: adopted, scenarios: scenarios.with(index, interview) });
}

/** The case is A, the scenarios follow. */
const letter = (index: number): string => String.fromCharCode('B'.charCodeAt(0) + index);

/** The case and its scenarios side by side: range, level and category under each other, then what is different. */
function scenarioLines({ host, interview, scenarios }: Session): string[] {
	const { setting, asker } = host;
	const rows = [
		{ cells: ['A', ...cellsOf(interview, setting)], words: 'the case as answered' },
		...scenarios.map((scenario, index) => ({
			cells: [letter(index), ...cellsOf(scenario, setting)],
			words: [differences(interview, scenario, setting), ...forced(interview, scenario, setting)].join('; '),
		})),
	];
	return rowLines(rows, asker);
}

function cellsOf(interview: Interview, setting: Setting): string[] {
	const standing = standingOf(interview, setting);
	if (!standing || standing instanceof InputError) return ['not possible', '', '', ''];
	const { months, level, category, departure } = standingParts(standing);
	return [months, `level ${level}`, category, departure];
}

/** What else had to change, to be read on after the differences. */
const forced = (interview: Interview, scenario: Interview, setting: Setting): string[] =>
	consequences(interview, scenario, setting).map((sentence) => sentence.replace(/\.$/, ''));

/** What a scenario answers otherwise than the case. */
function differences(interview: Interview, scenario: Interview, setting: Setting): string {
	const before = new Map(settledOf(interview, setting).map(({ question, answer }) => [question.id, answer]));
	return settledOf(scenario, setting)
		.filter(({ question, answer }) => before.get(question.id) !== answer)
		.map(({ question, answer }) => `${question.short}: ${answer}`)
		.join('; ');
}
