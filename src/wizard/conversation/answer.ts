// The answer, shown at the end of a session.
import { InputError } from '../../case/errors.ts';
import { jsonText } from '../../report/escape.ts';
import { ceilingText, floorText } from '../../report/side-by-side/comparison.ts';
import { hasOtherTotal, totalText } from '../../report/total-range.ts';
import { harmless, monthsText, rangeInMonths, screenWidth, wrap } from '../../report/words.ts';
import type { Result } from '../../result/result.ts';
import { outcomesText, standingLine } from '../interview/answer-so-far.ts';
import { openQuestions } from '../interview/interview.ts';
import { type Outcome, outcomesOf } from '../interview/outcomes.ts';
import { withDisputedFacts } from '../questions/calculated.ts';
import type { Question } from '../questions/question.ts';
import { narrow } from '../screen/narrow-screen.ts';
import { answerText } from '../screen/page.ts';
import { type Row, rowLines } from '../screen/rows.ts';
import type { Session } from './dialog.ts';

/** Shows the range before the user's eyes, wherever standard output leads. */
export async function showAnswer(session: Session): Promise<void> {
	const { print, printsToScreen, asker } = session.host;
	const text = `\n${textOf(session, 'screen')}\n`;
	const fitted = narrow(text, asker.columns());
	if (!printsToScreen) return asker.show(fitted);
	await print(fitted);
	asker.shown(text);
}

/** At the end: writes the answer to standard output, where it did not stand on the screen already. */
export async function printAnswer(session: Session): Promise<void> {
	const { host } = session;
	if (host.printsToScreen) return;
	await host.print(host.json ? jsonOf(session) : textOf(session, 'output'));
}

/** The result document on a line; one a line for each possibility of what is not known yet. Throws InputError where those are too many. */
function jsonOf({ interview, host: { setting } }: Session): string {
	const outcomes = outcomesOf(interview, setting);
	if (!outcomes)
		throw new InputError('not-known', '', 'too many answers are not known yet to write every result', 'settle some');
	return resultsOf(outcomes)
		.map(({ result }) => `${jsonText(result)}\n`)
		.join('');
}

interface Answered extends Outcome {
	result: Result;
}

/** The possibilities that fit together. */
const resultsOf = (outcomes: readonly Outcome[]): Answered[] =>
	outcomes.filter((outcome): outcome is Answered => !(outcome.result instanceof InputError));

function textOf({ interview, host }: Session, place: 'screen' | 'output'): string {
	const { setting } = host;
	const open = openQuestions(interview, setting);
	const names = open.map((question) => question.short).join(', ');
	const broken = (text: string) => wrap(host.asker.clean(text), Math.min(host.asker.columns(), screenWidth)).join('\n');
	const outcomes = outcomesOf(interview, setting);
	if (!outcomes) {
		const standing = standingLine(interview, setting) ?? '';
		return `${broken(`Not known yet: ${names}. Too many possibilities to list.`)}\n${broken(standing)}\n`;
	}
	const results = resultsOf(outcomes);
	const [only] = results;
	if (results.length === 1 && only)
		return [
			host.textReport(withDisputedFacts(only, setting), place),
			...notKnownYet(open, only.result).map((line) => `${broken(line)}\n`),
		].join('\n');
	return [
		broken(`Not known yet: ${names}. The range for each possibility:`),
		'',
		...rowLines(results.map(possibilityRow), host.asker),
		'',
		...warningsOf(results).flatMap((message) => [broken(`Warning: ${harmless(message)}`), '']),
	].join('\n');
}

/** The warnings of all possibilities, each once; of many that differ in their numbers alone the first. */
function warningsOf(results: readonly Answered[]): string[] {
	const all = new Map<string, Set<string>>();
	for (const { code, message } of results.flatMap(({ result }) => result.warnings))
		all.set(code, (all.get(code) ?? new Set()).add(message));
	return [...all.values()].flatMap((messages) => {
		const [first = '', ...others] = messages;
		return others.length < mostAlike
			? [first, ...others]
			: [`${first} Likewise for ${others.length} other possibilities.`];
	});
}

/** From so many more warnings of one kind on, they are said once. */
const mostAlike = 5;

/** Range, level and category under each other, then what was taken for the answers that are not known, and what statute and fast track do there. */
function possibilityRow({ taken, result }: Answered): Row {
	const { guidelineRange, offenseLevel, criminalHistoryCategory } = result;
	const total = hasOtherTotal(result) ? totalText(result) : undefined;
	const asked = taken.filter(({ question }) => !isOpenDeparture(question, result));
	return {
		cells: [rangeInMonths(guidelineRange), `level ${offenseLevel.total}`, criminalHistoryCategory],
		words: [
			total === undefined ? '' : `for all counts ${total}`,
			...asked.map(({ question, value }) => `${question.short}: ${answerText(question, value)}`),
			floorText(result),
			ceilingText(result),
			asked.length < taken.length ? `after fast track by levels ${outcomesText(result.fastTrack.outcomes)}` : '',
		]
			.filter(Boolean)
			.join('; '),
	};
}

/** A departure for fast track of levels not known yet is no possibility of the range: it is said beside it. */
const isOpenDeparture = ({ id }: Question, { fastTrack }: Result): boolean =>
	id === 'fastTrackLevels' && fastTrack.available && fastTrack.kind === 'departure';

/** What is not known yet and leaves this answer as it is, or may change it by a limit of its own. */
const notKnownYet = (open: readonly Question[], result: Result): string[] => [
	...limitsNotKnown(open, result),
	...(open.some((question) => isOpenDeparture(question, result))
		? [
				[
					`Fast track not known yet: the guideline range stays ${rangeInMonths(result.guidelineRange)}; after the departure, by its levels, ${outcomesText(result.fastTrack.outcomes)}.`,
					open.some(({ id }) => id === 'statutoryMinimumMonths')
						? 'A statutory minimum would be the floor of each.'
						: '',
				]
					.join(' ')
					.trim(),
			]
		: []),
];

/** What a statutory limit that is not known yet would do to this range (§5G1.1). */
function limitsNotKnown(open: readonly Question[], { tableRange }: Result): string[] {
	const { minimumMonths: low, maximumMonths: high } = tableRange;
	const lines: Record<string, string> = {
		statutoryMinimumMonths: `Statutory minimum not known yet: up to ${monthsText(low)} it changes nothing, above that it raises the low end, above ${monthsText(high)} it becomes the guideline sentence.`,
		statutoryMaximumMonths: `Statutory maximum not known yet: from ${monthsText(high)} it changes nothing, below that it caps the high end, below ${monthsText(low)} it becomes the guideline sentence.`,
	};
	return open.flatMap(({ id }) => lines[id] ?? []);
}
