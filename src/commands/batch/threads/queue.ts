// The queue of blocks that threads share.
import {
	type FieldName,
	firstLineOf,
	openMemory,
	putAt,
	type QueueMemory,
	type QueueView,
	takenAt,
	writtenAt,
} from './queue-memory.ts';

/** A block by its number, from 0 in the order of the input, and the number of the input it is from, or `noSource`. */
interface Numbered {
	number: number;
	source: number;
}

/** A block of lines to answer. */
interface Taken extends Numbered {
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

/** How long the thread that writes may sleep: it must hear what else happens. */
const napMilliseconds = 50;

/**
 * Blocks in the order of the input. One thread puts them and writes their answers; whoever is free takes the next. To
 * wake a thread by a message would cost as much as some ten records; here who is not waiting is not woken.
 */
export function openQueue(memory: QueueMemory) {
	const view = openMemory(memory);
	return { ...taking(view), ...writing(view), firstLineOf: (number: number): number => firstLineOf(view, number) };
}

export interface Queue extends ReturnType<typeof openQueue> {}

/** What every thread does: takes a block, and leaves its answer. */
function taking({ counters, count, set, field, setFields, bytesOf, answeredOf }: QueueView) {
	const take = (): Taken | undefined => {
		for (;;) {
			const number = count(takenAt);
			if (number === count(putAt)) return undefined;
			if (Atomics.compareExchange(counters, takenAt, number, number + 1) !== number) continue;
			return { number, source: field(number, 'source'), bytes: bytesOf(number) };
		}
	};
	return {
		take,
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
		/** Sleeps until a block is written. */
		awaitWritten(number: number): void {
			for (let written = count(writtenAt); written <= number; written = count(writtenAt)) {
				Atomics.wait(counters, writtenAt, written);
			}
		},
	};
}

/** What only the thread does that reads and writes. */
function writing(view: QueueView) {
	const { places, counters, count, set, field, setFields, setBytes, answeredOf, lineAfter, setLineAfter } = view;
	const underWay = (): number => count(putAt) - count(writtenAt);
	return {
		underWay,
		isFull: (): boolean => underWay() === places,
		/** `firstLine` is the number of its first line, or 0 where it follows the block before. */
		put(bytes: Buffer, source: number, firstLine: number): void {
			const number = count(putAt);
			setBytes(number, bytes);
			setFields(number, { size: bytes.length, source, firstLine });
			set(putAt, number + 1);
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
			setLineAfter(number + 1, firstLineOf(view, number) + lines);
			set(writtenAt, number + 1);
		},
		/** The number of the line that follows, where no block is under way; and how to set it. */
		nextLine: (): number => lineAfter(count(writtenAt)),
		setNextLine: (line: number): void => setLineAfter(count(writtenAt), line),
	};
}
