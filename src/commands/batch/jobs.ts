// Blocks answered in this thread or in several.
import { setImmediate } from 'node:timers/promises';
import type { Answered } from './answer.ts';
import { type newEngine, type Plan, type SourceKind, sourceOf } from './engine.ts';
import { newQueueMemory, noSource, openQueue, placeBytes } from './queue.ts';
import type { Source } from './records.ts';
import type { Task } from './tasks.ts';
import { memories, startThread, type Thread } from './thread.ts';

/** The answers to a block, and the number of its last line in its input. */
interface AnsweredBlock extends Answered {
	source: SourceKind;
	lastLine: number;
}

/** Answers tasks; what comes out is in the order of what went in. */
export type Answering = (tasks: AsyncGenerator<Task>) => AsyncGenerator<AnsweredBlock>;

type Engine = Awaited<ReturnType<typeof newEngine>>;

/** In this thread: one block after the other. */
export function answeringHere({ answerBlock }: Engine): Answering {
	return async function* (tasks) {
		let kind: SourceKind | undefined;
		let source: Source | undefined;
		let line = 1;
		for await (const task of tasks) {
			if (source === undefined || task.source !== kind) source = await sourceOf(task.source);
			kind = task.source;
			const firstLine = task.firstLine ?? line;
			const answered = answerBlock(task.block, source, () => firstLine);
			line = firstLine + answered.lines;
			yield { ...answered, source: kind, lastLine: line - 1 };
		}
	};
}

/** Whether a block was taken that will never be answered. */
function newLoss() {
	let isLost = false;
	return {
		isBlockLost: () => isLost,
		/** Throws what `work` throws, whose block is then lost. */
		ofBlock<T>(work: () => T): T {
			isLost = true;
			const done = work();
			isLost = false;
			return done;
		},
	};
}

/** What is under way in all threads, of which this is one. */
function newWork(plan: Plan, jobs: number, { answerBlock }: Engine) {
	const queueMemory = newQueueMemory(jobs);
	const queue = openQueue(queueMemory);
	const threads: Thread[] = [];
	const kinds: SourceKind[] = [];
	const sources: Source[] = [];
	/** Answered in this thread and not yet written. */
	const here: Answered[] = [];
	const { ofBlock, isBlockLost } = newLoss();

	async function* written(): ReturnType<Answering> {
		for (let left = queue.oldest(); left !== undefined; left = queue.oldest()) {
			const one = left.thread === 0 ? here.shift() : threads[left.thread - 1]?.answered(left);
			const lastLine = queue.firstLineOf(left.number) + left.lines - 1;
			yield { ...(one as Answered), source: kinds[left.source] as SourceKind, lastLine };
			queue.written(left);
		}
	}
	/** Answers a block here, or waits for the oldest; then writes what is in order. */
	async function* step(): ReturnType<Answering> {
		const taken = here.length < memories ? queue.take() : undefined;
		if (taken !== undefined) {
			const { number, bytes, source } = taken;
			const firstLine = () => queue.firstLineOf(number);
			const answered = ofBlock(() => answerBlock({ bytes }, sources[source] as Source, firstLine));
			here.push(answered);
			queue.leave(number, { thread: 0, memory: 0, length: 0, lines: answered.lines });
		} else {
			if (!queue.awaitOldest()) await setImmediate();
			for (const thread of threads) ofBlock(thread.check);
		}
		yield* written();
	}
	return {
		queue,
		threads,
		written,
		step,
		isBlockLost,
		start(): void {
			while (threads.length < jobs - 1) threads.push(startThread({ plan, thread: threads.length + 1, queueMemory }));
		},
		/** The number of an input, which all threads are told of. */
		async numberOf(kind: SourceKind): Promise<number> {
			if (kind !== kinds.at(-1)) {
				sources.push(await sourceOf(kind));
				kinds.push(kind);
				for (const thread of threads) thread.tell(kind);
			}
			return kinds.length - 1;
		},
		/** Answers a block that has no place in the queue, when nothing is under way. */
		answerHere({ block, source, firstLine = 0 }: Task): AnsweredBlock {
			const line = firstLine || queue.nextLine();
			const answered = answerBlock(block, sources.at(-1) as Source, () => line);
			queue.setNextLine(line + answered.lines);
			return { ...answered, source, lastLine: line + answered.lines - 1 };
		},
	};
}

/**
 * In `jobs` threads, of which this is one: it reads and writes, and answers the next block where there is neither to do.
 * `engine` must have memory for `memories` answers. Where a thread ends before its work, what was answered in order
 * comes out, and then the error.
 */
export function answeringInThreads(plan: Plan, jobs: number, engine: Engine): Answering {
	return async function* (tasks) {
		const work = newWork(plan, jobs, engine);
		const { queue, threads } = work;
		async function* finish(): ReturnType<Answering> {
			while (queue.underWay() > 0) yield* work.step();
		}
		async function* answers(): ReturnType<Answering> {
			for (;;) {
				const coming = tasks.next();
				while (queue.underWay() > 0 && !(await isThere(coming))) yield* work.step();
				const { value: task, done } = await coming;
				if (done) return;
				const { block, firstLine = 0 } = task;
				const source = await work.numberOf(task.source);
				if ('bytes' in block && block.bytes.length <= placeBytes) {
					while (queue.isFull()) yield* work.step();
					queue.put(block.bytes, source, firstLine);
				} else {
					yield* finish();
					yield work.answerHere(task);
				}
			}
		}
		try {
			let failure: { error: unknown } | undefined;
			try {
				work.start();
				yield* answers();
			} catch (error) {
				failure = { error };
			}
			// What was begun is finished first, as it is in one thread. What follows a lost block never will be.
			yield* work.isBlockLost() ? work.written() : finish();
			if (failure && work.isBlockLost()) throw failure.error;
			for (const _ of threads) queue.put(nothing, noSource, 0);
			for (const thread of threads) engine.tally.merge(await thread.totals());
			if (failure) throw failure.error;
		} finally {
			void tasks.return(undefined).catch(() => {});
			await Promise.all(threads.map((thread) => thread.stop()));
		}
	};
}

/** Whether a promise is kept or broken by the time that everything else was heard. */
const isThere = (promise: Promise<unknown>): Promise<boolean> =>
	Promise.race([promise.then(() => true), setImmediate(false)]);

const nothing = Buffer.alloc(0);
