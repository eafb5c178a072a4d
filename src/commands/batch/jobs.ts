import { setImmediate } from 'node:timers/promises';
import type { Answered } from './answer.ts';
import { type newEngine, type Plan, type SourceKind, sourceOf } from './engine.ts';
import { newQueueMemory, noSource, openQueue, placeBytes } from './queue.ts';
import type { Source } from './records.ts';
import type { Task } from './tasks.ts';
import { memories, startThread, type Thread } from './thread.ts';

/** Answers tasks; what comes out is in the order of what went in. */
export type Answering = (tasks: AsyncGenerator<Task>) => AsyncGenerator<Answered & { source: SourceKind }>;

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
			yield { ...answered, source: kind };
		}
	};
}

/**
 * In `jobs` threads, of which this is one: it reads and writes, and answers the next block where there is neither to do.
 * `engine` must have memory for `memories` answers.
 */
export function answeringInThreads(plan: Plan, jobs: number, { answerBlock, tally }: Engine): Answering {
	return async function* (tasks) {
		const queueMemory = newQueueMemory(jobs);
		const queue = openQueue(queueMemory);
		const threads: Thread[] = [];
		const kinds: SourceKind[] = [];
		const sources: Source[] = [];
		/** Answered in this thread and not yet written. */
		const here: Answered[] = [];

		async function* written(): ReturnType<Answering> {
			for (let left = queue.oldest(); left !== undefined; left = queue.oldest()) {
				const one = left.thread === 0 ? here.shift() : threads[left.thread - 1]?.answered(left);
				yield { ...(one as Answered), source: kinds[left.source] as SourceKind };
				queue.written(left);
			}
		}
		/** Answers a block here, or waits for the oldest; then writes what is in order. */
		async function* step(): ReturnType<Answering> {
			const taken = here.length < memories ? queue.take() : undefined;
			if (taken !== undefined) {
				const { number, bytes, source } = taken;
				const answered = answerBlock({ bytes }, sources[source] as Source, () => queue.firstLineOf(number));
				here.push(answered);
				queue.leave(number, { thread: 0, memory: 0, length: 0, lines: answered.lines });
			} else {
				if (!queue.awaitOldest()) await setImmediate();
				for (const thread of threads) thread.check();
			}
			yield* written();
		}
		async function* finish(): ReturnType<Answering> {
			while (queue.underWay() > 0) yield* step();
		}
		async function* answers(): ReturnType<Answering> {
			for (;;) {
				const coming = tasks.next();
				while (queue.underWay() > 0 && !(await isThere(coming))) yield* step();
				const { value: task, done } = await coming;
				if (done) return;
				const { block, source: kind, firstLine = 0 } = task;
				if (kind !== kinds.at(-1)) {
					sources.push(await sourceOf(kind));
					kinds.push(kind);
					for (const thread of threads) thread.tell(kind);
				}
				const source = sources.length - 1;
				if ('bytes' in block && block.bytes.length <= placeBytes) {
					while (queue.isFull()) yield* step();
					queue.put(block.bytes, source, firstLine);
				} else {
					yield* finish();
					const line = firstLine || queue.nextLine();
					const answered = answerBlock(block, sources[source] as Source, () => line);
					yield { ...answered, source: kind };
					queue.setNextLine(line + answered.lines);
				}
			}
		}
		try {
			let failure: { error: unknown } | undefined;
			try {
				while (threads.length < jobs - 1) threads.push(startThread({ plan, thread: threads.length + 1, queueMemory }));
				yield* answers();
			} catch (error) {
				// What was begun is finished first, as it is in one thread.
				failure = { error };
			}
			yield* finish();
			for (const _ of threads) queue.put(nothing, noSource, 0);
			for (const thread of threads) tally.merge(await thread.totals());
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
