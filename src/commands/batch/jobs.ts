import { join } from 'node:path';
import { getAsset, isSea } from 'node:sea';
import { Worker } from 'node:worker_threads';
import type { Answered } from './answer.ts';
import { type Block, countLines } from './blocks.ts';
import { type newEngine, type Plan, type SourceKind, sourceOf } from './engine.ts';
import type { Source } from './records.ts';
import type { Totals } from './tally.ts';
import type { Task } from './tasks.ts';

/** Answers tasks; what comes out is in the order of what went in. */
export type Answering = (tasks: AsyncIterable<Task>) => AsyncGenerator<Answered & { source: SourceKind }>;

type Engine = Awaited<ReturnType<typeof newEngine>>;

/** In this thread: one block after the other. */
export function answeringHere(engine: Engine): Answering {
	return async function* (tasks) {
		const here = answererHere(engine);
		let line = 1;
		for await (const task of tasks) {
			const answered = await here.answer(task, task.firstLine ?? line);
			line = (task.firstLine ?? line) + answered.lines;
			yield { ...answered, source: task.source };
		}
	};
}

/** What a worker is told when it starts. */
export interface WorkerSetting {
	plan: Plan;
	/** Memory that both threads see, with a place of `sentBytes` for each block under way. */
	blocks: SharedArrayBuffer;
}

/** A block, by its place and length in the shared memory, or itself where it does not fit. */
export interface Request {
	place: number;
	block: number | Block;
	firstLine: number;
	/** There where it is another than before. */
	source?: SourceKind;
}

/** An answer, by its length in the shared memory of its place. */
export interface Reply {
	lines: number;
	length: number;
	/** There where it is another than before. */
	memory?: SharedArrayBuffer;
	rejected?: Uint8Array;
}

/** What a thread is sent at once: to wake it costs as much as some ten records. */
export const sentBytes = 131_072;

/** How many answers of one thread may be under way or unread: the next is ready when one is read, and memory is bounded. */
export const ahead = 6;

/** Who answers, and how many of its answers are under way or unread. */
interface Answerer {
	waiting: number;
	answer(task: Task, firstLine: number): Promise<Answered>;
}

interface UnderWay {
	by: Answerer;
	answered: Promise<Answered>;
	done: boolean;
	source: SourceKind;
}

/**
 * In `jobs` threads, of which this is one: it reads and writes, and answers what comes while the others have enough
 * ahead. `engine` must have memory for `ahead` answers.
 */
export function answeringInThreads(plan: Plan, jobs: number, engine: Engine): Answering {
	return async function* (tasks) {
		const workers = Array.from({ length: jobs - 1 }, () => startWorker(plan));
		const here = answererHere(engine);
		const all = [...workers, here];
		const underWay: UnderWay[] = [];
		const free = () => all.find(({ waiting }) => waiting < ahead);
		const hand = (task: Task, firstLine: number, by: Answerer): UnderWay => {
			by.waiting++;
			const one = { by, answered: by.answer(task, firstLine), done: false, source: task.source };
			const isDone = (): void => {
				one.done = true;
			};
			one.answered.then(isDone, isDone);
			return one;
		};
		/** The answers at the head of the order: those that are there, and the oldest in any case where it is waited for. */
		async function* finished(mustWait: () => boolean): ReturnType<Answering> {
			for (let oldest = underWay[0]; oldest && (oldest.done || mustWait()); oldest = underWay[0]) {
				yield { ...(await oldest.answered), source: oldest.source };
				oldest.by.waiting--;
				underWay.shift();
			}
		}
		async function* answers(): ReturnType<Answering> {
			let kind: SourceKind | undefined;
			let line = 1;
			for await (const task of tasks) {
				if (task.source !== kind) await sourceOf(task.source);
				kind = task.source;
				yield* finished(() => free() === undefined);
				const firstLine = task.firstLine ?? line;
				line = firstLine + ('bytes' in task.block ? countLines(task.block.bytes) : 1);
				const by = free() as Answerer;
				const one = hand(task, firstLine, by);
				underWay.push(one);
				// A block is good until the next is read; workers have a copy of theirs.
				if (by === here) await one.answered;
			}
		}
		let failure: { error: unknown } | undefined;
		try {
			try {
				yield* answers();
			} catch (error) {
				// What was begun is finished first, as it is in one thread.
				failure = { error };
			}
			yield* finished(() => true);
			for (const worker of workers) engine.tally.merge(await worker.totals());
			if (failure) throw failure.error;
		} finally {
			await Promise.all(workers.map((worker) => worker.stop()));
		}
	};
}

function answererHere({ answerBlock }: Engine): Answerer {
	let kind: SourceKind | undefined;
	let source: Source | undefined;
	return {
		waiting: 0,
		async answer(task, firstLine) {
			if (source === undefined || task.source !== kind) source = await sourceOf(task.source);
			kind = task.source;
			return answerBlock(task.block, source, firstLine);
		},
	};
}

interface WorkerLink extends Answerer {
	totals(): Promise<Totals>;
	stop(): Promise<unknown>;
}

/** Made by the build beside the program; the standalone binary keeps it as the text of a function. */
const workerFile = 'batch-worker.cjs';

/**
 * A worker answers in the order it is asked. Blocks and answers stand in memory that both see; what is sent of them is a
 * few numbers, since to send their bytes costs more than some of them take to answer.
 */
function startWorker(plan: Plan): WorkerLink {
	const workerData: WorkerSetting = { plan, blocks: new SharedArrayBuffer(ahead * sentBytes) };
	const worker = isSea()
		? new Worker(`${getAsset(workerFile, 'latin1')}({}, require)`, { eval: true, workerData })
		: new Worker(join(__dirname, workerFile), { workerData });
	const waiting: { resolve: (reply: unknown) => void; reject: (error: unknown) => void }[] = [];
	worker.on('message', (reply) => waiting.shift()?.resolve(reply));
	worker.on('error', (error) => {
		for (const one of waiting.splice(0)) one.reject(error);
	});
	const ask = (request: Request | 'totals'): Promise<unknown> =>
		new Promise((resolve, reject) => {
			waiting.push({ resolve, reject });
			worker.postMessage(request);
		});
	const blocks = Buffer.from(workerData.blocks);
	const memories: Buffer[] = [];
	let asked = 0;
	let known: SourceKind | undefined;
	return {
		waiting: 0,
		async answer({ block, source }, firstLine) {
			const place = asked++ % ahead;
			const fits = 'bytes' in block && block.bytes.length <= sentBytes;
			if (fits) blocks.set(block.bytes, place * sentBytes);
			const request: Request = { place, block: fits ? block.bytes.length : block, firstLine };
			if (source !== known) request.source = source;
			known = source;
			const { lines, length, memory, rejected = nothing } = (await ask(request)) as Reply;
			if (memory) memories[place] = Buffer.from(memory);
			return { lines, output: (memories[place] as Buffer).subarray(0, length), rejected };
		},
		totals: async () => (await ask('totals')) as Totals,
		stop: () => worker.terminate(),
	};
}

const nothing = new Uint8Array();
