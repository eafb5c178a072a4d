// How an input begins.
import { InputError, shown } from '../../../case/errors.ts';
import type { ByteText } from '../records/bytes.ts';
import { type Delimiter, delimiters } from '../records/cells.ts';

/** How an input begins: what decides whether it is JSON Lines or cells, and under which header. */
export interface Opening {
	/** The first line that is not blank, or the one after a `sep=` line; with the lines that its quotes take in. */
	header: ByteText;
	/** What a `sep=` line says. */
	separator?: Delimiter;
	/** Some lines that follow, as far as they are there. */
	following: readonly ByteText[];
	/** How many lines of the bytes come before the header, and how many with it. */
	before: number;
	through: number;
}

const isBlank = (line: ByteText): boolean => line.trim() === '';
/** How many lines a cell of a header may take, and how many are looked at for a header below a title. */
const [mostLines, looked] = [20, 20];

/**
 * Undefined where the bytes do not decide it and more may come: whoever sends JSON Lines one by one is answered at once,
 * and a header is nothing to answer. Throws InputError where a `sep=` line names a mark that parts no cells here.
 */
export function openingOf(bytes: Buffer, isAll: boolean): Opening | undefined {
	const lines = linesOf(bytes);
	const first = lines.findIndex((line) => !isBlank(line));
	if (first < 0) return undefined;
	const text = lines[first] as ByteText;
	if (!/^\s*[{[]/.test(text) && !isAll && lines.slice(first + 1).every(isBlank)) return undefined;
	const separator = separatorIn(text);
	const at = separator === undefined ? first : lines.findIndex((line, index) => index > first && !isBlank(line));
	if (at < 0) return { header: text, following: [], before: first, through: first + 1 };
	const through = endOfHeader(lines, at);
	const following = lines.slice(through, through + looked);
	const header = lines.slice(at, through).join('\n');
	return { header, ...(separator && { separator }), following, before: at, through };
}

/** What follows so many lines. */
export function bytesAfter(bytes: Buffer, lines: number): Buffer {
	let start = 0;
	for (let left = lines; left > 0; left--) {
		const end = bytes.indexOf(0x0a, start);
		if (end < 0) return bytes.subarray(bytes.length);
		start = end + 1;
	}
	return bytes.subarray(start);
}

const linesOf = (bytes: Buffer): ByteText[] =>
	bytes
		.toString('latin1')
		.replace(/^\xef\xbb\xbf/, '')
		.split('\n')
		.map((line) => line.replace(/\r$/, ''));

function separatorIn(line: ByteText): Delimiter | undefined {
	const mark = /^"?sep=(.)"?[;,\t]*$/i.exec(line)?.[1];
	if (mark === undefined) return undefined;
	const known = delimiters.find((delimiter) => delimiter === mark);
	if (known !== undefined) return known;
	throw new InputError(
		'invalid-value',
		'',
		`"sep=" names ${shown(mark)}, which cannot separate cells`,
		'Save the table with a comma, a semicolon or a tab between cells',
	);
}

/** A cell of a header may be broken into lines; one whose quotes never close is one line. */
function endOfHeader(lines: readonly ByteText[], at: number): number {
	let quotes = 0;
	for (let end = at; end < Math.min(lines.length, at + mostLines); end++) {
		quotes += (lines[end] as ByteText).split('"').length - 1;
		if (quotes % 2 === 0) return end + 1;
	}
	return at + 1;
}
