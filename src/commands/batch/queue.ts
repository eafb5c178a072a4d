// The queue of blocks that threads share.
import { countLines } from './blocks.ts';

/** A block by its number, from 0 in the order of the input, and the number of the input it is from, or `noSource`. */
interface Numbered {
	number: number;
	source: number;
}

/** A block of lines to answer. */
export interface Taken extends Numbered {
	bytes: Buffer;
}

/** Where the answer to a block is: in which memory of which thread. */
export interface Left extends Numbered {
	thread: number;
	memory: number;
	length: number;
	lines: number;
}

/** Whoever takes a block that is of no input has nothing more to do. */
export const noSource = -1;

/** What all threads see. */
export type QueueMemory = Record<'blocks' | 'fields' | 'counters', SharedArrayBuffer>;

/** How many blocks may be under way for each thread: put, and their answers not yet written. */
const placesEach = 8;

/** How many bytes the place of a block holds, and the numbers that stand beside them. */
export const placeBytes = 65_536;
const fieldNames = ['size', 'source', 'firstLine', 'thread', 'memory', 'length', 'lines'] as const;
type FieldName = (typeof fieldNames)[number];

/** Behind them, by turns: the number of the line that follows the last block that is written. */
const lineFields = 2;

/** How many blocks were put, taken and written; then, by place, the last that was answered, from 1. */
const [putAt, takenAt, writtenAt, answeredAt] = [0, 1, 2, 3];

/** How long the thread that writes may sleep: it must hear what else happens. */
const napMilliseconds = 50;

export function newQueueMemory(threads: number): QueueMemory {
	const places = threads * placesEach;
	return {
		blocks: new SharedArrayBuffer(places * placeBytes),
		fields: new SharedArrayBuffer((places * fieldNames.length + lineFields) * Float64Array.BYTES_PER_ELEMENT),
		counters: new SharedArrayBuffer((answeredAt + places) * Int32Array.BYTES_PER_ELEMENT),
	};
}

/**
 * Blocks in the order of the input. One thread puts them and writes their answers; whoever is free takes the next. To
 * wake a thread by a message would cost as much as some ten records; here who is not waiting is not woken.
 */
export function openQueue(memory: QueueMemory) {
	const blocks = Buffer.from(memory.blocks);
	const places = blocks.length / placeBytes;
	const fields = new Float64Array(memory.fields);
	const counters = new Int32Array(memory.counters);
	const count = (at: number): number => Atomics.load(counters, at);
	const set = (at: number, value: number): void => {
		Atomics.store(counters, at, value);
		Atomics.notify(counters, at);
	};
	const fieldAt = (number: number, name: FieldName): number =>
		(number % places) * fieldNames.length + fieldNames.indexOf(name);
	const field = (number: number, name: FieldName): number => fields[fieldAt(number, name)] as number;
	const setFields = (number: number, values: Partial<Record<FieldName, number>>): void => {
		for (const [name, value] of Object.entries(values)) fields[fieldAt(number, name as FieldName)] = value;
	};
	/** The one who writes sets the next before it counts the block: who reads by an old count finds the old line. */
	const lineAfter = (written: number): number => places * fieldNames.length + (written % lineFields);
	const bytesOf = (number: number): Buffer => {
		const start = (number % places) * placeBytes;
		return blocks.subarray(start, start + field(number, 'size'));
	};
	const answeredOf = (number: number): number => answeredAt + (number % places);

	const take = (): Taken | undefined => {
		for (;;) {
			const number = count(takenAt);
			if (number === count(putAt)) return undefined;
			if (Atomics.compareExchange(counters, takenAt, number, number + 1) !== number) continue;
			return { number, source: field(number, 'source'), bytes: bytesOf(number) };
		}
	};
	/** The number of the first line of a block under way: asked for where a line is refused, since to count takes time. */
	const firstLineOf = (number: number): number => {
		for (;;) {
			const written = count(writtenAt);
			let lines = 0;
			let at = number;
			while (at > written && field(at, 'firstLine') === 0) lines += countLines(bytesOf(--at));
			const firstLine = field(at, 'firstLine') || (fields[lineAfter(written)] as number);
			// Otherwise another block may have taken the place of one that was counted. To add nothing is to read after all that.
			if (Atomics.add(counters, writtenAt, 0) === written) return firstLine + lines;
		}
	};
	const underWay = (): number => count(putAt) - count(writtenAt);

	return {
		take,
		underWay,
		isFull: (): boolean => underWay() === places,
		/** `firstLine` is the number of its first line, or 0 where it follows the block before. */
		put(bytes: Buffer, source: number, firstLine: number): void {
			const number = count(putAt);
			blocks.set(bytes, (number % places) * placeBytes);
			setFields(number, { size: bytes.length, source, firstLine });
			set(putAt, number + 1);
		},
		/** Sleeps until there is a block to take. */
		takeNext(): Taken {
			for (;;) {
				const put = count(putAt);
				const taken = take();
				if (taken !== undefined) return taken;
				Atomics.wait(counters, putAt, put);
			}
		},
		leave(number: number, left: Omit<Left, keyof Numbered>): void {
			setFields(number, left);
			set(answeredOf(number), number + 1);
		},
		/** The oldest block under way, if it is answered. */
		oldest(): Left | undefined {
			const number = count(writtenAt);
			if (count(answeredOf(number)) !== number + 1) return undefined;
			const read = (name: FieldName): number => field(number, name);
			return {
				number,
				source: read('source'),
				thread: read('thread'),
				memory: read('memory'),
				length: read('length'),
				lines: read('lines'),
			};
		},
		/** Sleeps until the oldest block under way is answered, but not for long; says whether it is. */
		awaitOldest(): boolean {
			const number = count(writtenAt);
			const at = answeredOf(number);
			const before = count(at);
			if (before !== number + 1) Atomics.wait(counters, at, before, napMilliseconds);
			return count(at) === number + 1;
		},
		/** The oldest block under way is written. */
		written({ number, lines }: Left): void {
			fields[lineAfter(number + 1)] = firstLineOf(number) + lines;
			set(writtenAt, number + 1);
		},
		/** The number of the line that follows, where no block is under way; and how to set it. */
		nextLine: (): number => fields[lineAfter(count(writtenAt))] as number,
		setNextLine(line: number): void {
			fields[lineAfter(count(writtenAt))] = line;
		},
		firstLineOf,
		/** Sleeps until a block is written. */
		awaitWritten(number: number): void {
			for (let written = count(writtenAt); written <= number; written = count(writtenAt)) {
				Atomics.wait(counters, writtenAt, written);
			}
		},
	};
}
