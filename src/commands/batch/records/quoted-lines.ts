// Records of more than one line: cells in quotes.
import type { ByteText } from './bytes.ts';
import { type Delimiter, wholeCells } from './cells.ts';

/** Where the record ends whose first line is given by its start and end; undefined where the bytes end before that is seen. */
export type RecordEnd = (bytes: Buffer, start: number, end: number) => number | undefined;

const newline = 0x0a;
const quoteByte = 0x22;
/** How far a quote is believed to reach. */
const [mostLines, mostBytes] = [200, 65_536];

/**
 * A cell in quotes may hold line breaks (RFC 4180), and a stray quote must harm no record but its own. A record goes on
 * in the next lines only where its quotes close in time, its cells are then as many as the header's, and no line on the
 * way would be a record by itself. Otherwise it is its one line, which is then rejected for its quotes.
 */
export function recordEnds(delimiter: Delimiter, columns: number): RecordEnd {
	return (bytes, start, end) => {
		const first = textOf(bytes, start, end);
		const open = first.includes('"') ? openCell(first, delimiter) : -1;
		if (open < 0 || isWholeBut(first, open)) return end;
		let from = end + 1;
		for (let lines = 0; lines < mostLines && from - start < mostBytes; lines++) {
			if (from >= bytes.length) return undefined;
			const found = bytes.indexOf(newline, from);
			const to = found < 0 ? bytes.length : found;
			const line = textOf(bytes, from, to);
			if (isRecord(line, open)) return end;
			if (line.includes('"')) {
				const record = textOf(bytes, start, to);
				const cells = wholeCells(record, delimiter);
				if (cells !== undefined) return cells.length === columns ? to : end;
				if (openCell(record, delimiter) < 0) return end;
			}
			from = to + 1;
		}
		return end;
	};

	/** All its cells are there, and the open one is not the last. */
	function isWholeBut(line: ByteText, open: number): boolean {
		return open < columns - 1 && line.split(delimiter).length >= columns;
	}
	/** Where the first cell is the open one, a line that closes it has as many cells as a record. */
	function isRecord(line: ByteText, open: number): boolean {
		if (open === 0 && line.includes('"')) return false;
		return wholeCells(line, delimiter)?.length === columns;
	}
}

const textOf = (bytes: Buffer, start: number, end: number): ByteText =>
	bytes.toString('latin1', start, bytes[end - 1] === 0x0d ? end - 1 : end);

/** Which cell has quotes that do not close; -1 where there is none. */
function openCell(text: ByteText, delimiter: Delimiter): number {
	if (wholeCells(text, delimiter) !== undefined) return -1;
	return (wholeCells(`${text}"`, delimiter)?.length ?? 0) - 1;
}

/** Cuts blocks between records: what may go on in the next block is held back. */
export function newCutter(recordEnd: RecordEnd) {
	let held: Buffer = Buffer.alloc(0);
	return {
		/** The whole records of what was held and of these bytes. */
		push(more: Buffer): Buffer {
			const bytes = held.length === 0 ? more : Buffer.concat([held, more]);
			const open = openFrom(bytes, recordEnd);
			held = Buffer.from(bytes.subarray(open));
			return bytes.subarray(0, open);
		},
		/** What is still held, when nothing more comes. */
		rest(): Buffer {
			const rest = held;
			held = Buffer.alloc(0);
			return rest;
		},
	};
}

/** Where the first record begins whose end is not seen; all the bytes where there is none. */
function openFrom(bytes: Buffer, recordEnd: RecordEnd): number {
	for (let at = bytes.indexOf(quoteByte); at >= 0; ) {
		const start = bytes.lastIndexOf(newline, at) + 1;
		const found = bytes.indexOf(newline, at);
		const end = recordEnd(bytes, start, found < 0 ? bytes.length : found);
		if (end === undefined) return start;
		at = bytes.indexOf(quoteByte, end + 1);
		if (end >= bytes.length) break;
	}
	return bytes.length;
}

/** Where the record ends that begins at a place, and how many lines it takes more than one. */
export function newEnds(bytes: Buffer, recordEnd: RecordEnd | undefined) {
	let quote = recordEnd === undefined ? -1 : bytes.indexOf(quoteByte);
	const found = { end: 0, more: 0 };
	return (start: number): { readonly end: number; readonly more: number } => {
		const newlineAt = bytes.indexOf(newline, start);
		const end = newlineAt < 0 ? bytes.length : newlineAt;
		found.end = end;
		found.more = 0;
		if (quote >= 0 && quote < start) quote = bytes.indexOf(quoteByte, start);
		if (quote < 0 || quote >= end || recordEnd === undefined) return found;
		found.end = recordEnd(bytes, start, end) ?? end;
		for (let at = end; at < found.end; at = bytes.indexOf(newline, at + 1)) {
			if (at < 0) break;
			found.more++;
		}
		return found;
	};
}
