// A line split into cells.
import { InputError, shown } from '../../../case/errors.ts';
import { escaped } from '../../../report/escape.ts';
import { type ByteText, fromByteText } from './bytes.ts';

/** What stands between the cells of a line. */
export const delimiters = ['\t', ',', ';'] as const;
export type Delimiter = (typeof delimiters)[number];

const quote = 0x22;

/**
 * The cells of one record (RFC 4180): a cell in quotes may hold delimiters, line breaks, and quotes doubled. Throws InputError where quotes do not fit.
 */
export function splitCells(line: ByteText, delimiter: Delimiter): ByteText[] {
	if (!line.includes('"')) return line.split(delimiter);
	const cells: ByteText[] = [];
	let start = 0;
	while (start <= line.length) {
		if (line.charCodeAt(start) !== quote) {
			const next = line.indexOf(delimiter, start);
			const end = next < 0 ? line.length : next;
			cells.push(line.substring(start, end));
			start = end + 1;
			continue;
		}
		let end = line.indexOf('"', start + 1);
		while (end >= 0 && line.charCodeAt(end + 1) === quote) end = line.indexOf('"', end + 2);
		if (end < 0 || (end + 1 < line.length && line[end + 1] !== delimiter)) throw misquoted(line, start);
		cells.push(line.substring(start + 1, end).replaceAll('""', '"'));
		start = end + 2;
	}
	return cells;
}

/** The cells of a line; undefined where quotes do not fit. */
export function wholeCells(line: ByteText, delimiter: Delimiter): ByteText[] | undefined {
	try {
		return splitCells(line, delimiter);
	} catch {
		return undefined;
	}
}

function misquoted(line: ByteText, start: number): InputError {
	return new InputError(
		'invalid-csv',
		'',
		`the quotes do not match at ${shown(line.slice(start, start + 40).replace(/[^\x20-\x7e]/g, '?'))}`,
		'End the cell with a quotation mark, and double any quotation mark inside it',
	);
}

/** A row that a spreadsheet leaves empty: delimiters, and quotes around nothing. */
export function isEmptyRow(line: ByteText, delimiter: Delimiter): boolean {
	const first = line.charCodeAt(0);
	if (first > 0x20 && first !== 0x22 && line[0] !== delimiter) return false;
	return line.split(delimiter).every((text) => /^\s*(?:"\s*")?\s*$/.test(text));
}

/** The cells at some places of a line that may have thousands; `places` rise. A missing cell is empty. */
export function cellsAt(line: ByteText, delimiter: Delimiter, places: readonly number[]): ByteText[] {
	if (line.includes('"')) {
		const cells = splitCells(line, delimiter);
		return places.map((place) => cells[place] ?? '');
	}
	const code = delimiter.charCodeAt(0);
	const found: ByteText[] = [];
	let place = 0;
	let start = 0;
	for (let at = 0; at <= line.length && found.length < places.length; at++) {
		if (at < line.length && line.charCodeAt(at) !== code) continue;
		if (place === places[found.length]) found.push(line.substring(start, at));
		place++;
		start = at + 1;
	}
	while (found.length < places.length) found.push('');
	return found;
}

/** The names of the columns, as text. */
export function headerOf(line: ByteText, delimiter: Delimiter): string[] {
	return splitCells(fromByteText(line), delimiter).map((name) => name.replace(/\s+/g, ' ').trim());
}

/**
 * A text as a cell: quoted where it must be. A line break and what is not seen are written as JSON writes them: a record
 * is one line. What a spreadsheet would run gets a ' before it.
 */
export function cell(text: string, delimiter: Delimiter): string {
	const safe = guarded(escaped(text));
	const mustQuote = safe.includes(delimiter) || safe.includes('"');
	return mustQuote ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The signs that begin a formula, also in their wide and small forms. */
const sign = '[=+\\-@\\uff0b\\uff0d\\uff1d\\uff20\\ufe62\\ufe63\\ufe66\\ufe6b]';
const signs = new RegExp(sign);
/** A number stays a number. */
const number = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)\\s*(?:$|[;,|])';
/** A sign where a cell begins, or where it would for a program that parts cells at another mark than we do. */
const formula = new RegExp(`(^|[;,|])(\\s*"*\\s*)(?=${sign})(?!${number})`, 'g');

const guarded = (text: string): string => (signs.test(text) ? text.replace(formula, "$1$2'") : text);
