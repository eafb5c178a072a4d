import { type Block, blocksOf } from './blocks.ts';
import { kindOf, type Plan, type SourceKind } from './engine.ts';
import { bytesOf, type Reading } from './input.ts';

/** A block to answer, and the input it is from. `firstLine` is the number of its first line, where it is not the next. */
export interface Task {
	block: Block;
	source: SourceKind;
	firstLine?: number;
}

/** The blocks of all inputs in order. The header of an input is taken off. Throws InputError. */
export async function* tasksOf(
	files: readonly string[],
	plan: Plan,
	reading: Reading,
	blockBytes: number,
): AsyncGenerator<Task> {
	for (const file of files) {
		let source: SourceKind | undefined;
		let skipped = 0;
		for await (const block of blocksOf(bytesOf(file, reading), blockBytes)) {
			if (source !== undefined) yield { block, source };
			else {
				const { blank, line, rest } = firstLineOf(block);
				skipped += blank;
				if (line === undefined) continue;
				const kind = await kindOf(line, file, plan);
				source = files.length > 1 ? { ...kind, file } : kind;
				const whole = kind.kind === 'jsonl' || rest === undefined;
				yield whole
					? { block: skipped === blank ? withoutMark(block) : block, source, firstLine: skipped - blank + 1 }
					: { block: { bytes: rest }, source, firstLine: skipped + 2 };
			}
			if (reading.signal.aborted) return;
		}
	}
}

/** The first line that is not blank, how many blank ones are before it, and what follows. */
function firstLineOf(block: Block): { blank: number; line: string | undefined; rest?: Buffer } {
	if ('tooLong' in block) return { blank: 0, line: '' };
	const lines = block.bytes
		.toString('latin1')
		.replace(/^\xef\xbb\xbf/, '')
		.split('\n');
	const blank = lines.findIndex((line) => line.trim() !== '');
	if (blank < 0) return { blank: lines.length - 1, line: undefined };
	let start = 0;
	for (let at = 0; at <= blank; at++) {
		const end = block.bytes.indexOf(0x0a, start);
		start = end < 0 ? block.bytes.length : end + 1;
	}
	return { blank, line: (lines[blank] as string).replace(/\r$/, ''), rest: block.bytes.subarray(start) };
}

/** The first block of an input without a byte order mark. */
const withoutMark = (block: Block): Block =>
	'bytes' in block && block.bytes.indexOf(byteOrderMark) === 0
		? { bytes: block.bytes.subarray(byteOrderMark.length) }
		: block;

const byteOrderMark = Buffer.from('\ufeff');
