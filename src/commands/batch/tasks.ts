import { type Block, blocksOf } from './blocks.ts';
import type { Plan, SourceKind } from './engine.ts';
import { bytesOf, type Reading } from './input.ts';
import { kindOf } from './kind.ts';
import { bytesAfter, type Opening, openingOf } from './opening.ts';

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
		const begin = async (opening: Opening): Promise<SourceKind> => {
			const kind = await kindOf(opening, file, plan);
			return files.length > 1 ? { ...kind, file } : kind;
		};
		let source: SourceKind | undefined;
		let held: Buffer = nothing;
		for await (const block of blocksOf(bytesOf(file, reading), blockBytes)) {
			if (source !== undefined) yield { block, source };
			else if ('tooLong' in block) {
				source = await begin(unreadable);
				if (held.length > 0) yield { block: { bytes: held }, source, firstLine: 1 };
				yield { block, source };
			} else {
				held = Buffer.concat([held, block.bytes]);
				const opening = openingOf(held, false);
				if (opening === undefined) continue;
				source = await begin(opening);
				yield firstTask(held, opening, source);
			}
			if (reading.signal.aborted) return;
		}
		const opening = source === undefined ? openingOf(held, true) : undefined;
		if (opening !== undefined) yield firstTask(held, opening, await begin(opening));
	}
}

/** Of an input that begins with a line too long to be kept. */
const unreadable: Opening = { header: '', following: [], before: 0, through: 0 };
const nothing = Buffer.alloc(0);

/** What follows the header; in JSON Lines all there is. */
function firstTask(bytes: Buffer, { through }: Opening, source: SourceKind): Task {
	if (source.kind === 'jsonl') return { block: { bytes: withoutMark(bytes) }, source, firstLine: 1 };
	return { block: { bytes: bytesAfter(bytes, through) }, source, firstLine: through + 1 };
}

/** The first bytes of an input without a byte order mark. */
const withoutMark = (bytes: Buffer): Buffer =>
	bytes.indexOf(byteOrderMark) === 0 ? bytes.subarray(byteOrderMark.length) : bytes;

const byteOrderMark = Buffer.from('\ufeff');
