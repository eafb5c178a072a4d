// Input with a header and cells: CSV and the like.
import { isUtf8 } from 'node:buffer';
import { InputError, shown } from '../../../case/errors.ts';
import { jsonText } from '../../../report/escape.ts';
import { type ByteText, decodedWhole, fromByteText, toByteText } from '../records/bytes.ts';
import { cell, type Delimiter, delimiters, headerOf, splitCells, wholeCells } from '../records/cells.ts';
import { type Cut, captionMark, type Format, idMark, type Source } from '../records/records.ts';
import { readCell } from './cell-values.ts';
import { fieldsOf, type HeaderReading } from './columns.ts';
import { type Field, valueAt } from './select.ts';
import { tableReading } from './table-reading.ts';

/** The delimiter of a header, which is a line with the name of a column; undefined where it is none. */
export function delimiterOf(line: ByteText, columns: readonly string[]): Delimiter | undefined {
	const named = (delimiter: Delimiter): number => {
		try {
			return headerOf(line, delimiter).filter((name) => columns.includes(name)).length;
		} catch {
			return 0;
		}
	};
	const [best] = delimiters
		.map((delimiter) => ({ delimiter, names: named(delimiter) }))
		.sort((a, b) => b.names - a.names);
	return best && best.names > 0 ? best.delimiter : undefined;
}

/** Lines of cells under a header whose columns give fields of the case document. Throws InputError where one cannot be used. */
export function delimitedSource(
	header: ByteText,
	delimiter: Delimiter,
	known: readonly string[],
	reading: HeaderReading = {},
): Source {
	const names = headerOf(header, delimiter);
	const fields = fieldsOf(names, reading, known);
	const idAt = fields.indexOf('id');
	const captionAt = fields.indexOf('caption');
	const read = (cells: readonly ByteText[]) => {
		if (cells.length !== names.length) throw otherLength(cells.length, names.length);
		const document: Record<string, unknown> = {};
		for (const [at, field] of fields.entries()) {
			const text = cells[at] as ByteText;
			const value = field === undefined || text === '' ? undefined : readCell(field, text);
			if (value !== undefined) document[field as string] = value;
			if (names[at] === '' && !reading.carry && text.trim() !== '') throw withoutName(at, text);
		}
		return { document };
	};
	/** The cells with an id and a caption replaced; undefined where the line is of no usual shape. */
	const replaced = (line: ByteText, forId: string, forCaption: string) => {
		const cells = cellsOf(line);
		if (cells === undefined) return undefined;
		const [id = '', caption = ''] = [cells[idAt], cells[captionAt]];
		if (!isPlain(id) || !isPlain(caption)) return undefined;
		if (id !== '') cells[idAt] = forId;
		if (caption !== '') cells[captionAt] = forCaption;
		return { cells, id: id || undefined, caption: caption || undefined };
	};
	const cellsOf = (line: ByteText): ByteText[] | undefined => wholeCells(line, delimiter);
	const isRead = (_: ByteText, at: number): boolean => fields[at] !== undefined || at >= fields.length;
	return {
		...(idAt === 0 &&
			captionAt < 0 &&
			!reading.carry && { lead: { before: [], last: delimiter.charCodeAt(0), caption: [] } }),
		...tableReading(names, delimiter, reading),
		cut(line): Cut | undefined {
			if (line.includes('\n')) return undefined;
			const found = replaced(line, cutOut, cutOut);
			return found && { key: found.cells.filter(isRead).join('\n'), id: found.id, caption: found.caption };
		},
		readMarked: (line) => read(replaced(line, idMark, captionMark)?.cells ?? []),
		read: (line) => read(splitCells(line, delimiter)),
		idOf: (line) => {
			const cells = cellsOf(line);
			const id = cells?.length === names.length ? cells[idAt] : undefined;
			return id && isPlain(id) ? fromByteText(id) : undefined;
		},
	};
}

const withoutName = (at: number, text: ByteText): InputError =>
	new InputError(
		'invalid-csv',
		'',
		`${shown(fromByteText(text))} is in column ${at + 1}, but the header has no name for that column`,
		'Name the column, or use --carry',
	);

const otherLength = (cells: number, header: number): InputError =>
	new InputError(
		'invalid-csv',
		'',
		`the line has ${cells} cells, but the header has ${header}`,
		'Put quotation marks around a cell that contains the delimiter',
	);

/** What stands in a key for an id or caption, to tell a line with one from a line without. */
const cutOut = '*';

/** True where the bytes are text that is written as it was read. */
function isPlain(text: ByteText): boolean {
	if (/^[\x00-\x7e]*$/.test(text)) return true;
	return !/^\xef\xbb\xbf|\x7f/.test(text) && isUtf8(Buffer.from(text, 'latin1'));
}

/** Records as lines of cells, one for each field, and after them the refusal of a record that was refused. */
export function delimitedFormat(delimiter: Delimiter, fields: readonly Field[]): Format {
	const refusalFields: Field[] = [['line'], ['error', 'code'], ['error', 'path'], ['error', 'message']];
	const own = new Set(fields.map((field) => field.join('.')));
	const all = [...fields, ...refusalFields.filter((field) => !own.has(field.join('.')))];
	const line = (record: object): string =>
		all.map((field) => cellOf(valueAt(record, field), delimiter)).join(delimiter);
	return {
		header(carried = []) {
			const names = all
				.map((field) => field.join('.'))
				.map((name) => (carried.includes(name) ? `result.${name}` : name));
			return [...carried.map((name) => cell(name, delimiter)), ...names].join(delimiter);
		},
		carried: (_, cells) => cells.map((text) => cell(text, delimiter) + delimiter).join(''),
		answer: line,
		refusal: line,
		inside: (text) => toByteText(cell(decodedWhole(text), delimiter)),
	};
}

function cellOf(value: unknown, delimiter: Delimiter): string {
	if (value === undefined || value === null) return '';
	if (typeof value !== 'object') return typeof value === 'string' ? cell(value, delimiter) : String(value);
	const isList = Array.isArray(value) && value.every((one) => typeof one !== 'object');
	return cell(isList ? value.join(';') : jsonText(value), delimiter);
}
