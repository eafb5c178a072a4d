// What is under way in all threads.
import { setImmediate } from 'node:timers/promises';
import type { Answered } from '../answer/answer.ts';
import { type Plan, type SourceKind, sourceOf } from '../answer/engine.ts';
import type { Task } from '../input/tasks.ts';
import type { Source } from '../records/records.ts';
import type { AnsweredBlock, Answering, Engine } from './answering.ts';
import { openQueue, type Queue } from './queue.ts';
import { newQueueMemory } from './queue-memory.ts';
import { memories, startThread, type Thread } from './thread.ts';

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
export function newWork(plan: Plan, jobs: number, { answerBlock }: Engine) {
	const queueMemory = newQueueMemory(jobs);
	const queue: Queue = openQueue(queueMemory);
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
