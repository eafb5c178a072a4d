// The memory in which threads share blocks, by place and by name.
import { countLines } from '../records/blocks.ts';

/** What all threads see. */
export type QueueMemory = Record<'blocks' | 'fields' | 'counters', SharedArrayBuffer>;

/** How many blocks may be under way for each thread: put, and their answers not yet written. */
const placesEach = 8;

/** How many bytes the place of a block holds, and the numbers that stand beside them. */
export const placeBytes = 65_536;
const fieldNames = ['size', 'source', 'firstLine', 'thread', 'memory', 'length', 'lines'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Behind them, by turns: the number of the line that follows the last block that is written. */
const lineFields = 2;

/** How many blocks were put, taken and written; then, by place, the last that was answered, from 1. */
export const [putAt, takenAt, writtenAt] = [0, 1, 2];
const answeredAt = 3;

/** Memory for so many threads. */
export function newQueueMemory(threads: number): QueueMemory {
	const places = threads * placesEach;
	return {
		blocks: new SharedArrayBuffer(places * placeBytes),
		fields: new SharedArrayBuffer((places * fieldNames.length + lineFields) * Float64Array.BYTES_PER_ELEMENT),
		counters: new SharedArrayBuffer((answeredAt + places) * Int32Array.BYTES_PER_ELEMENT),
	};
}

/** The memory as a thread sees it. */
export type QueueView = ReturnType<typeof openMemory>;

/** Opens shared memory. A block is asked for by its number, from 0 in the order of the input. */
export function openMemory(memory: QueueMemory) {
	const blocks = Buffer.from(memory.blocks);
	const places = blocks.length / placeBytes;
	const fields = new Float64Array(memory.fields);
	const counters = new Int32Array(memory.counters);
	const fieldAt = (number: number, name: FieldName): number =>
		(number % places) * fieldNames.length + fieldNames.indexOf(name);
	/** The one who writes sets the next before it counts the block: who reads by an old count finds the old line. */
	const lineFieldAt = (written: number): number => places * fieldNames.length + (written % lineFields);
	const field = (number: number, name: FieldName): number => fields[fieldAt(number, name)] as number;
	return {
		places,
		counters,
		field,
		count: (at: number): number => Atomics.load(counters, at),
		set(at: number, value: number): void {
			Atomics.store(counters, at, value);
			Atomics.notify(counters, at);
		},
		setFields(number: number, values: Partial<Record<FieldName, number>>): void {
			for (const [name, value] of Object.entries(values)) fields[fieldAt(number, name as FieldName)] = value;
		},
		bytesOf(number: number): Buffer {
			const start = (number % places) * placeBytes;
			return blocks.subarray(start, start + field(number, 'size'));
		},
		setBytes: (number: number, bytes: Buffer) => void blocks.set(bytes, (number % places) * placeBytes),
		/** Which counter says by how many, from 1, the place of a block was answered. */
		answeredOf: (number: number): number => answeredAt + (number % places),
		/** The number of the line that follows the blocks that are written. */
		lineAfter: (written: number): number => fields[lineFieldAt(written)] as number,
		setLineAfter(written: number, line: number): void {
			fields[lineFieldAt(written)] = line;
		},
	};
}

/** The number of the first line of a block under way: asked for where a line is refused, since to count takes time. */
export function firstLineOf({ counters, count, field, bytesOf, lineAfter }: QueueView, number: number): number {
	for (;;) {
		const written = count(writtenAt);
		let lines = 0;
		let at = number;
		while (at > written && field(at, 'firstLine') === 0) lines += countLines(bytesOf(--at));
		const firstLine = field(at, 'firstLine') || lineAfter(written);
		// Otherwise another block may have taken the place of one that was counted. To add nothing is to read after all that.
		if (Atomics.add(counters, writtenAt, 0) === written) return firstLine + lines;
	}
}
