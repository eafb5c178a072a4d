// Scenarios: one change at a time, side by side.
import { InputError } from '../../case/errors.ts';
import type { GivenPrior } from '../../case/schema.ts';
import { standingOf, standingParts } from '../interview/answer-so-far.ts';
import { consequences } from '../interview/consequences.ts';
import { heldIdsRefused } from '../interview/held-ids.ts';
import { caseOf, type Interview, missingIn, type Setting } from '../interview/interview.ts';
import { isProgramFault } from '../questions/calculated.ts';
import { nameOf } from '../questions/facts.ts';
import { describe } from '../questions/prior-score.ts';
import { priorWords } from '../questions/prior-words.ts';
import { withFacts } from '../questions/priors.ts';
import type { Option } from '../screen/meant.ts';
import { menu, settledOf } from '../screen/page.ts';
import { rowLines } from '../screen/rows.ts';
import { askCopy } from './asking.ts';
import { type Compared, keepAnswers, put, type Session } from './dialog.ts';

/** Changes one thing at a time in copies of the case, and shows them side by side. The case itself stays as it is. */
export async function whatIf(session: Session): Promise<void> {
	const { host } = session;
	for (;;) {
		if (session.scenarios.length > 0) host.asker.show(`\n${scenarioLines(session).join('\n')}\n`);
		const settled = settledOf(session.interview, host.setting);
		const chosen = await put(session, menu('What if?', scenarioOptions(session, settled)), whatIfExplained);
		if (chosen === 'back' || chosen.value === null) return;
		if (chosen.value === 'clear') await keepAnswers(session, { scenarios: [], caseAt: 0 });
		else if (typeof chosen.value === 'number') await adopt(session, chosen.value);
		else {
			const question = settled.find((candidate) => candidate.question.id === chosen.value)?.question;
			const scenario = question && (await askCopy(session, question));
			const refusal = scenario && heldIdsRefused(scenario, caseOf(scenario, host.setting), host.setting)?.message;
			if (refusal) host.asker.say(`No scenario is added: ${refusal}.`, '');
			else if (scenario) await keepAnswers(session, { scenarios: [...session.scenarios, scenario] });
		}
	}
}

const whatIfExplained = [
	'Choose what to change, and how. The change is made in a copy of the case and stands beside it, as often as you like. A copy can be taken as the case, to change more than one thing.',
];

function scenarioOptions(session: Session, settled: ReturnType<typeof settledOf>): Option[] {
	return [
		{ value: null, label: 'back to the answer' },
		...settled.map(
			({ question, answer }): Option => ({
				value: question.id,
				label: `change ${question.short}`,
				typed: [question.short],
				effect: `now ${answer}`,
			}),
		),
		...lettered(session).flatMap(({ letter, isCase }, index): Option[] =>
			isCase ? [] : [{ value: index, label: `take ${letter} as the case` }],
		),
		...(session.scenarios.length > 0 ? [{ value: 'clear', label: 'clear the scenarios' }] : []),
	];
}

/** The scenario becomes the case, and the case a scenario; each keeps its letter. */
async function adopt(session: Session, index: number): Promise<void> {
	const all = lettered(session);
	const [before, taken] = [all[session.caseAt] as Lettered, all[index] as Lettered];
	const scenarios = all.filter((each) => each !== taken).map(({ interview }) => interview);
	await keepAnswers(session, { interview: taken.interview, scenarios, caseAt: index });
	session.host.asker.say(
		`${taken.letter} is the case now: the answer, what is saved and what is written are of ${taken.letter}. ${before.letter} stays beside it as a scenario.`,
		'',
	);
}

interface Lettered {
	letter: string;
	interview: Interview;
	isCase: boolean;
}

/** The case and its scenarios in the order in which they came, the first of them A. */
function lettered({ interview, scenarios, caseAt }: Session): Lettered[] {
	return scenarios.toSpliced(caseAt, 0, interview).map((each, index) => ({
		letter: String.fromCharCode('A'.charCodeAt(0) + index),
		interview: each,
		isCase: index === caseAt,
	}));
}

/** The case and its scenarios side by side: range, level and category under each other, then what is different from the case. */
function scenarioLines(session: Session): string[] {
	const { setting, asker } = session.host;
	const rows = lettered(session).map((each) => ({
		cells: [each.letter, ...cellsOf(each.interview, setting)],
		words: changesIn(each, session),
	}));
	return rowLines(rows, asker);
}

function changesIn({ interview, isCase }: Lettered, { interview: itself, host: { setting } }: Session): string {
	if (isCase) return 'the case';
	return [differences(itself, interview, setting), ...forced(itself, interview, setting)].filter(Boolean).join('; ');
}

/** The case and its scenarios for a report, the case first; none where there are no scenarios. */
export function comparedCases(session: Session): Compared[] {
	if (session.scenarios.length === 0) return [];
	const { setting } = session.host;
	const all = lettered(session);
	return [...all.filter(({ isCase }) => isCase), ...all.filter(({ isCase }) => !isCase)].map((each) => ({
		heading: each.isCase ? `${each.letter}, the case` : each.letter,
		changes: each.isCase ? 'as given above' : changesIn(each, session),
		document: caseOf(each.interview, setting),
		open: missingIn(each.interview, setting),
	}));
}

/** Which of them is the case, and what it comes to: `B, level 24, category V, 92–115 months`; undefined where it stands alone. */
export function caseAmongScenarios(session: Session): { itself: string; others: string } | undefined {
	const all = lettered(session);
	const itself = all[session.caseAt];
	if (all.length === 1 || !itself) return undefined;
	const [months, ...place] = cellsOf(itself.interview, session.host.setting).filter(Boolean);
	const others = all.filter(({ isCase }) => !isCase).map(({ letter }) => letter);
	return {
		itself: `${itself.letter} (${[...place.slice(0, 1), `category ${place[1]}`, months].join(', ')})`,
		others: others.join(', '),
	};
}

function cellsOf(interview: Interview, setting: Setting): string[] {
	const standing = standingOf(interview, setting);
	if (isProgramFault(standing)) return ['not calculated', '', '', ''];
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
		.flatMap(({ question, answer }) => {
			if (question.id === 'priors') return priorChanges(priorsIn(interview), priorsIn(scenario));
			return before.get(question.id) === answer ? [] : [`${question.short}: ${answer}`];
		})
		.join('; ');
}

const priorsIn = (interview: Interview): GivenPrior[] =>
	withFacts((interview.answers['priors'] ?? []) as unknown as GivenPrior[], interview);

/** What is different in each prior: the sentence itself, or the names of what else was changed. */
function priorChanges(before: readonly GivenPrior[], after: readonly GivenPrior[]): string[] {
	const gone = before.filter(({ id }) => !after.some((prior) => prior.id === id));
	const changes = after.flatMap((prior) => {
		const earlier = before.find(({ id }) => id === prior.id);
		if (earlier === undefined || describe(earlier) !== describe(prior)) return [`${nameOf(prior)}: ${describe(prior)}`];
		const keys = Object.keys(priorWords) as (keyof GivenPrior)[];
		const changed = keys.filter((key) => JSON.stringify(prior[key]) !== JSON.stringify(earlier[key]));
		if (changed.length === 0) return [];
		return [`${nameOf(prior)}: ${changed.map((key) => priorWords[key].short).join(', ')} changed`];
	});
	return [...gone.map((prior) => `without ${nameOf(prior)}`), ...changes];
}
