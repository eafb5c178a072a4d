import type { Result } from '../calculation/result.ts';
import { InputError } from '../case/errors.ts';
import { monthsText, rangeInMonths, screenWidth, wrap } from '../report/words.ts';
import type { Session } from './dialog.ts';
import { openQuestions } from './interview.ts';
import { narrow } from './narrow.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import { answerText } from './page.ts';
import type { Question } from './question.ts';
import { type Row, rowLines } from './rows.ts';
import { standingLine } from './standing.ts';

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
		throw new InputError('not-known', '', 'too many answers are not known yet to write every result; settle some');
	return resultsOf(outcomes)
		.map(({ result }) => `${JSON.stringify(result)}\n`)
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
			host.textReport(only.result, place),
			...limitsNotKnown(open, only.result).map((line) => `${broken(line)}\n`),
		].join('\n');
	return [
		broken(`Not known yet: ${names}. The range for each possibility:`),
		'',
		...rowLines(results.map(possibilityRow), host.asker),
		'',
	].join('\n');
}

/** Range, level and category under each other, then what was taken for the answers that are not known. */
function possibilityRow({ taken, result }: Answered): Row {
	const { guidelineRange, offenseLevel, criminalHistoryCategory } = result;
	return {
		cells: [rangeInMonths(guidelineRange), `level ${offenseLevel.total}`, criminalHistoryCategory],
		words: taken.map(({ question, value }) => `${question.short}: ${answerText(question, value)}`).join('; '),
	};
}

/** What a statutory limit that is not known yet would do to this range (§5G1.1). */
function limitsNotKnown(open: readonly Question[], { tableRange }: Result): string[] {
	const { minimumMonths: low, maximumMonths: high } = tableRange;
	const lines: Record<string, string> = {
		statutoryMinimumMonths: `Statutory minimum not known yet: up to ${monthsText(low)} it changes nothing, above that it raises the low end, above ${monthsText(high)} it becomes the guideline sentence.`,
		statutoryMaximumMonths: `Statutory maximum not known yet: from ${monthsText(high)} it changes nothing, below that it caps the high end, below ${monthsText(low)} it becomes the guideline sentence.`,
	};
	return open.flatMap(({ id }) => lines[id] ?? []);
}
