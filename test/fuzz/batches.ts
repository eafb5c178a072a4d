import { compareMonths } from '../../src/case/months.ts';
import { newEngine, type Plan, type SourceKind, sourceOf } from '../../src/commands/batch/answer/engine.ts';

/** What went wrong with an input, and the input itself. */
export interface Fault {
	what: string;
	input: string;
}

/** A record may take this much of the processor, on a machine of any age. */
const mostSeconds = 2;

/** Answers blocks of lines as `ussg batch` does, and says which lines went wrong. */
export async function newBatchCheck(format: Plan['format'], kind: SourceKind) {
	const engine = await newEngine({ format, select: undefined, map: undefined, summary: true });
	const source = await sourceOf(kind);
	const answer = (lines: readonly Buffer[]): string[] => {
		const bytes = Buffer.concat(lines.flatMap((line) => [line, newline]));
		const { output } = engine.answerBlock({ bytes }, source, () => 1);
		return Buffer.from(output).toString().split('\n').slice(0, -1);
	};
	return (lines: readonly Buffer[]): Fault[] => {
		const before = process.cpuUsage();
		const answers = answer(lines);
		const { user } = process.cpuUsage(before);
		const slow = user / 1e6 > mostSeconds ? [{ what: `${user / 1e6} seconds`, input: longest(lines) }] : [];
		const whole = lines.filter((line) => !isBlank(line));
		// In a table a record may take several lines, and an empty row is none.
		const isOff = kind.kind === 'jsonl' ? answers.length !== whole.length : answers.length > whole.length;
		if (isOff) {
			return [{ what: `${whole.length} lines in, ${answers.length} out`, input: Buffer.concat(whole).toString() }];
		}
		const wrong = answers.flatMap((text, at) => {
			const what = format === 'jsonl' ? wrongIn(text) : wrongCells(text);
			return what === undefined ? [] : [{ what, input: whole[at]?.toString() ?? '' }];
		});
		return [...slow, ...wrong];
	};
}

const newline = Buffer.from('\n');
const isBlank = (line: Buffer): boolean => /^[\t-\r ]*$/.test(line.toString('latin1'));
const longest = (lines: readonly Buffer[]): string =>
	[...lines].sort((one, other) => other.length - one.length)[0]?.toString() ?? '';

/** What an answer in JSON must not be. */
function wrongIn(text: string): string | undefined {
	const record = JSON.parse(text);
	if (record.error !== undefined) {
		if (record.error.code === 'program-fault') return record.error.message;
		return typeof record.line === 'number' && record.error.message ? undefined : `no line or message: ${text}`;
	}
	const { minimumMonths: low, maximumMonths: high } = record.guidelineRange;
	if (!isTerm(low) || !isTerm(high) || compareMonths(low, high) > 0) return `a range of ${low} to ${high}`;
	return wrongWords(text);
}

const isTerm = (months: unknown): boolean => months === 'life' || (Number.isInteger(months) && Number(months) >= 0);

const wrongCells = (text: string): string | undefined =>
	text.includes('program-fault') ? text : wrongWords(text.replace(/^[^,\t]*[,\t]/, ''));

/** Words by which a slip of a program shows. Text of the user's own may hold them, and is not looked at. */
const wrongWords = (text: string): string | undefined =>
	/\[object Object\]|\bNaN\b months|\bundefined months|Infinity/.exec(text)?.[0];
