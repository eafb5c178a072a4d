// Blocks answered in several threads.
import { setImmediate } from 'node:timers/promises';
import type { Plan } from '../answer/engine.ts';
import type { Answering, Engine } from './answering.ts';
import { noSource } from './queue.ts';
import { placeBytes } from './queue-memory.ts';
import { newWork } from './under-way.ts';

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
