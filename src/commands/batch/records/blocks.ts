// An input cut into blocks of whole lines.
import { limits } from '../../../case/limits.ts';

const newline = 0x0a;

/** What one turn of the work takes: its answers still fit a processor's cache. */
export const cachedBytes = 65_536;

/** Some whole lines (the last of all may lack its newline); or one line too long to be kept, whose bytes are passed over. */
export type Block = { bytes: Buffer } | { tooLong: number };

/** The lines of a stream of bytes, in blocks. A line ends at \n and at nothing else. A block is good until the next. */
export async function* blocksOf(input: AsyncIterable<Buffer>, blockBytes: number): AsyncGenerator<Block> {
	let kept: Buffer[] = [];
	let length = 0;
	const keep = (bytes: Buffer): void => {
		length += bytes.length;
		if (length <= limits.line + 1) kept.push(Buffer.from(bytes));
		else kept = [];
	};
	const take = (hasNewline: boolean): Block => {
		const lineBytes = length - (hasNewline ? 1 : 0);
		const block = lineBytes > limits.line ? { tooLong: lineBytes } : { bytes: Buffer.concat(kept, length) };
		kept = [];
		length = 0;
		return block;
	};
	for await (const piece of input) {
		let start = 0;
		if (length > 0) {
			start = piece.indexOf(newline) + 1;
			keep(start === 0 ? piece : piece.subarray(0, start));
			if (start === 0) continue;
			yield take(true);
		}
		const end = piece.lastIndexOf(newline) + 1;
		while (start < end) {
			const cut = start + blockBytes >= end ? end : piece.lastIndexOf(newline, start + blockBytes) + 1;
			const stop = cut > start ? cut : piece.indexOf(newline, start) + 1;
			yield { bytes: piece.subarray(start, stop) };
			start = stop;
		}
		if (start < piece.length) keep(piece.subarray(start));
	}
	if (length > 0) yield take(false);
}

/** How many lines a block has, counting a last one without newline. */
export function countLines(bytes: Buffer): number {
	let lines = 0;
	let start = 0;
	for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
		lines++;
		start = end + 1;
	}
	return start < bytes.length ? lines + 1 : lines;
}
