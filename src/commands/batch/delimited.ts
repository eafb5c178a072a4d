import { isUtf8 } from 'node:buffer';
import { drugInWords } from '../../case/drug-quantity.ts';
import { InputError, shown } from '../../case/errors.ts';
import { parseJson } from '../../case/json.ts';
import { nearest } from '../../case/nearest.ts';
import { readMonths, readNumber } from '../../case/typed.ts';
import { jsonText } from '../../report/escape.ts';
import { readAdjustmentFlag, readCategory, readEnhancement } from '../flags.ts';
import { type ByteText, decodedWhole, fromByteText, toByteText } from './bytes.ts';
import { cell, type Delimiter, headerOf, splitCells } from './cells.ts';
import { type Cut, captionMark, type Format, idMark, type Source } from './records.ts';
import { type Field, valueAt } from './select.ts';

/** What a cell holds, by the name of its column. Columns not named here hold text, or JSON. */
const readers: Record<string, (text: string) => unknown> = {
	baseOffenseLevel: readNumber,
	acceptance: readNumber,
	criminalHistoryCategory: readCategory,
	criminalHistoryPoints: readNumber,
	statutoryMinimumMonths: readMonths,
	statutoryMaximumMonths: readMonths,
	fastTrackLevels: readNumber,
	sentenceImposedMonths: readMonths,
	enhancements: list(readEnhancement),
	drugs: list((text) => drugInWords(text, '/drugs')),
	adjustments: list(readAdjustmentFlag),
	removalOrders: list((text) => text),
	removals: list((text) => text),
	statutes: list((text) => text),
	chapterThree: list((text) => text),
	counts: readNumber,
	supervisedReleaseMinimumMonths: readMonths,
	deportable: readYesOrNo,
};

/** Anything else stays text, which the schema refuses by name. */
function readYesOrNo(text: string): unknown {
	return text === 'true' ? true : text === 'false' ? false : text;
}

function list(readOne: (text: string) => unknown) {
	return (text: string): unknown[] => text.split(';').map((part) => readOne(part.trim()));
}

const verbatim = new Set(['id', 'caption']);

/** Throws InputError naming the column, where the cell cannot be read. */
function readCell(column: string, bytes: ByteText): unknown {
	const text = fromByteText(bytes);
	if (verbatim.has(column)) return text;
	const trimmed = text.trim();
	try {
		if (/^[[{]/.test(trimmed)) return parseJson(trimmed);
		return (readers[column] ?? ((value) => value))(trimmed);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const inside = error.path.startsWith('/') ? error.path : '';
		throw new InputError(error.code, `/${column}${inside}`, error.message);
	}
}

/** The delimiter of a header, which is a line with the name of a column; undefined where it is none. */
export function delimiterOf(line: ByteText, columns: readonly string[]): Delimiter | undefined {
	return (['\t', ','] as const).find((delimiter) => {
		try {
			return headerOf(line, delimiter).some((name) => columns.includes(name));
		} catch {
			return false;
		}
	});
}

/** Lines of cells under a header with the names of the case document. Throws InputError where it has another name. */
export function delimitedSource(header: ByteText, delimiter: Delimiter, known: readonly string[]): Source {
	const columns = headerOf(header, delimiter);
	for (const [at, name] of columns.entries()) {
		if (!known.includes(name)) throw unknownColumn(name, known);
		if (columns.indexOf(name) !== at) {
			throw new InputError('duplicate-key', `/${name}`, `the column ${shown(name)} stands twice; keep one`);
		}
	}
	const idAt = columns.indexOf('id');
	const captionAt = columns.indexOf('caption');
	const read = (cells: readonly ByteText[]) => {
		if (cells.length !== columns.length) {
			throw new InputError(
				'invalid-csv',
				'',
				`the line has ${cells.length} cells and the header ${columns.length}; quote a cell that holds the delimiter`,
			);
		}
		const given = columns.map((name, at) => [name, cells[at] as ByteText] as const).filter(([, text]) => text !== '');
		return { document: Object.fromEntries(given.map(([name, text]) => [name, readCell(name, text)])) };
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
	const cellsOf = (line: ByteText): ByteText[] | undefined => {
		if (!line.includes('"')) return line.split(delimiter);
		try {
			return splitCells(line, delimiter);
		} catch {
			return undefined;
		}
	};
	return {
		...(idAt === 0 && captionAt < 0 && { lead: { before: [], last: delimiter.charCodeAt(0), caption: [] } }),
		cut(line): Cut | undefined {
			const found = replaced(line, cutOut, cutOut);
			return found && { key: found.cells.join('\n'), id: found.id, caption: found.caption };
		},
		readMarked: (line) => read(replaced(line, idMark, captionMark)?.cells ?? []),
		read: (line) => read(splitCells(line, delimiter)),
		idOf: (line) => {
			const cells = cellsOf(line);
			const id = cells?.length === columns.length ? cells[idAt] : undefined;
			return id && isPlain(id) ? fromByteText(id) : undefined;
		},
	};
}

/** What stands in a key for an id or caption, to tell a line with one from a line without. */
const cutOut = '*';

/** True where the bytes are text that is written as it was read. */
function isPlain(text: ByteText): boolean {
	if (/^[\x00-\x7e]*$/.test(text)) return true;
	return !/^\xef\xbb\xbf|\x7f/.test(text) && isUtf8(Buffer.from(text, 'latin1'));
}

function unknownColumn(name: string, known: readonly string[]): InputError {
	const meant = nearest(name, known);
	const hint = meant === undefined ? `the columns are ${known.join(', ')}` : `did you mean ${shown(meant)}?`;
	return new InputError('unknown-key', `/${name}`, `unknown column ${shown(name)}; ${hint}`);
}

/** Records as lines of cells, one for each field, and after them the refusal of a record that was refused. */
export function delimitedFormat(delimiter: Delimiter, fields: readonly Field[]): Format {
	const refusalFields: Field[] = [['line'], ['error', 'code'], ['error', 'path'], ['error', 'message']];
	const all = [...fields, ...refusalFields];
	const line = (record: object): string =>
		all.map((field) => cellOf(valueAt(record, field), delimiter)).join(delimiter);
	return {
		header: all.map((field) => field.join('.')).join(delimiter),
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
