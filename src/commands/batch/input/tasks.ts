// The blocks of all inputs, in order.

import type { Plan, SourceKind } from '../answer/engine.ts';
import { type Block, blocksOf } from '../records/blocks.ts';
import { headerOf } from '../records/cells.ts';
import { newCutter, recordEnds } from '../records/quoted-lines.ts';
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
		let cutter: Cutter | undefined;
		for await (const block of blocksOf(bytesOf(file, reading), blockBytes)) {
			if (source !== undefined) yield* recordsIn(block, source, cutter);
			else if ('tooLong' in block) {
				source = await begin(unreadable);
				if (held.length > 0) yield { block: { bytes: held }, source, firstLine: 1 };
				yield { block, source };
			} else {
				held = Buffer.concat([held, block.bytes]);
				const opening = openingOf(held, false);
				if (opening === undefined) continue;
				source = await begin(opening);
				cutter = cutterOf(source);
				yield firstTask(held, opening, source, cutter);
			}
			if (reading.signal.aborted) return;
		}
		if (source === undefined) {
			const opening = openingOf(held, true);
			if (opening !== undefined) yield firstTask(held, opening, await begin(opening));
		} else {
			const rest = cutter?.rest() ?? nothing;
			if (rest.length > 0) yield { block: { bytes: rest }, source };
		}
	}
}

/** Of an input that begins with a line too long to be kept. */
const unreadable: Opening = { header: '', following: [], before: 0, through: 0 };
const nothing = Buffer.alloc(0);

/** What follows the header, as far as its records are whole; in JSON Lines all there is. */
function firstTask(bytes: Buffer, { through }: Opening, source: SourceKind, cutter?: Cutter): Task {
	if (source.kind === 'jsonl') return { block: { bytes: withoutMark(bytes) }, source, firstLine: 1 };
	const rest = bytesAfter(bytes, through);
	return { block: { bytes: cutter?.push(rest) ?? rest }, source, firstLine: through + 1 };
}

type Cutter = ReturnType<typeof newCutter>;

/** Lines of JSON are records by themselves. */
function cutterOf(source: SourceKind): Cutter | undefined {
	if (source.kind === 'jsonl') return undefined;
	return newCutter(recordEnds(source.delimiter, headerOf(source.header, source.delimiter).length));
}

/** The records of a block that are whole, and before a line too long to be kept all that are held. */
function* recordsIn(block: Block, source: SourceKind, cutter: Cutter | undefined): Generator<Task> {
	if (cutter === undefined) {
		yield { block, source };
		return;
	}
	const bytes = 'bytes' in block ? cutter.push(block.bytes) : cutter.rest();
	if (bytes.length > 0) yield { block: { bytes }, source };
	if ('tooLong' in block) yield { block, source };
}

/** The first bytes of an input without a byte order mark. */
const withoutMark = (bytes: Buffer): Buffer =>
	bytes.indexOf(byteOrderMark) === 0 ? bytes.subarray(byteOrderMark.length) : bytes;

const byteOrderMark = Buffer.from('\ufeff');
