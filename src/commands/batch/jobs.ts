import { join } from 'node:path';
import { getAsset, isSea } from 'node:sea';
import { Worker } from 'node:worker_threads';
import type { Answered } from './answer.ts';
import { countLines } from './blocks.ts';
import { type newEngine, type Plan, type SourceKind, sourceOf } from './engine.ts';
import type { Tally, Totals } from './tally.ts';
import type { Task } from './tasks.ts';

/** Answers tasks; what comes out is in the order of what went in. */
export type Answering = (tasks: AsyncIterable<Task>) => AsyncGenerator<Answered & { source: SourceKind }>;

/** In this thread: one block after the other. */
export function answeringHere({ answerBlock }: Awaited<ReturnType<typeof newEngine>>): Answering {
	return async function* (tasks) {
		let kind: SourceKind | undefined;
		let source = await sourceOf({ kind: 'jsonl' });
		let line = 1;
		for await (const task of tasks) {
			if (task.source !== kind) source = await sourceOf(task.source);
			kind = task.source;
			const answered = answerBlock(task.block, source, task.firstLine ?? line);
			line = (task.firstLine ?? line) + answered.lines;
			yield { ...answered, source: kind };
		}
	};
}

/** What a worker is sent, and what it sends back. */
export type Request = { task: Task; firstLine: number } | 'totals';
export type Reply = { answered: Answered } | { totals: Totals };

/** What a thread is sent at once: to wake it costs as much as some twenty records. */
export const sentBytes = 262_144;

/** How many blocks a thread is sent ahead, and so how many answers of one thread may be unread while it writes the next. */
const ahead = 2;
export const unread = ahead + 2;

/** In `jobs` threads. Few blocks are under way at once, so that memory stays bounded where output is slow. */
export function answeringInThreads(plan: Plan, jobs: number, tally: Tally): Answering {
	return async function* (tasks) {
		const workers = Array.from({ length: jobs }, () => startWorker(plan));
		try {
			const underWay: { answered: Promise<Reply>; source: SourceKind }[] = [];
			let kind: SourceKind | undefined;
			let line = 1;
			let next = 0;
			const oldest = async () => {
				const { answered, source } = underWay.shift() as (typeof underWay)[number];
				return { ...((await answered) as { answered: Answered }).answered, source };
			};
			for await (const task of tasks) {
				if (task.source !== kind) await sourceOf(task.source);
				kind = task.source;
				const firstLine = task.firstLine ?? line;
				line = firstLine + ('bytes' in task.block ? countLines(task.block.bytes) : 1);
				const answered = (workers[next++ % jobs] as WorkerLink).ask({ task, firstLine });
				answered.catch(() => {});
				underWay.push({ answered, source: task.source });
				if (underWay.length > jobs * ahead) yield await oldest();
			}
			while (underWay.length > 0) yield await oldest();
			for (const worker of workers) {
				const reply = await worker.ask('totals');
				if ('totals' in reply) tally.merge(reply.totals);
			}
		} finally {
			await Promise.all(workers.map((worker) => worker.stop()));
		}
	};
}

interface WorkerLink {
	ask(request: Request): Promise<Reply>;
	stop(): Promise<unknown>;
}

/** Made by the build beside the program; the standalone binary keeps it as the text of a function. */
const workerFile = 'batch-worker.cjs';

/** A worker answers in the order it is asked. */
function startWorker(plan: Plan): WorkerLink {
	const worker = isSea()
		? new Worker(`${getAsset(workerFile, 'latin1')}({}, require)`, { eval: true, workerData: plan })
		: new Worker(join(__dirname, workerFile), { workerData: plan });
	const waiting: { resolve: (reply: Reply) => void; reject: (error: unknown) => void }[] = [];
	worker.on('message', (reply: Reply) => waiting.shift()?.resolve(reply));
	worker.on('error', (error) => {
		for (const one of waiting.splice(0)) one.reject(error);
	});
	return {
		ask: (request) =>
			new Promise((resolve, reject) => {
				waiting.push({ resolve, reject });
				if (request === 'totals' || 'tooLong' in request.task.block) return worker.postMessage(request);
				const bytes = ownMemory(request.task.block.bytes);
				const task = { ...request.task, block: { bytes } };
				worker.postMessage({ ...request, task }, [bytes.buffer]);
			}),
		stop: () => worker.terminate(),
	};
}

/** A copy that alone fills its memory, so that it can be handed over: of a part, all of the memory would be copied. */
const ownMemory = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
