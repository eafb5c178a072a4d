// A thread, from the outside.
import { join } from 'node:path';
import { getAsset, isSea } from 'node:sea';
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { threadFailed } from '../../files/failures.ts';
import type { Answered } from '../answer/answer.ts';
import type { Plan, SourceKind } from '../answer/engine.ts';
import type { Totals } from '../records/tally.ts';
import type { Left } from './queue.ts';
import type { QueueMemory } from './queue-memory.ts';

/** What a thread is told when it starts. By `port` it is told of each input, and tells messages. */
export interface ThreadSetting {
	plan: Plan;
	thread: number;
	port: MessagePort;
	queueMemory: QueueMemory;
}

/** Where one of the thread's memories is from now on, or which lines of a block were refused: sent before it is left. */
export type Message = { memory: number; bytes: SharedArrayBuffer } | { number: number; rejected: Uint8Array };

/** How many answers of a thread may be unwritten: with fewer it waits, more would not fit a processor's cache. */
export const memories = 6;

/** Another thread that answers, seen from the one that writes. */
export interface Thread {
	tell(source: SourceKind): void;
	answered(left: Left): Answered;
	/** Throws what the thread failed with, if it did. */
	check(): void;
	/** What it counted, when it has ended. */
	totals(): Promise<Totals>;
	stop(): Promise<unknown>;
}

/** Made by the build beside the program; the standalone binary keeps it as the text of a function. */
const workerFile = 'batch-worker.cjs';

/** V8 lets the memory for what is short-lived shrink so far that to clear it takes a twentieth of a thread's time. */
const keepYoungMemory = (): void => setFlagsFromString('--min-semi-space-size=8');

/** Starts a thread that takes blocks from the queue until it takes one of no input. */
export function startThread(setting: Omit<ThreadSetting, 'port'>): Thread {
	keepYoungMemory();
	const { port1: port, port2 } = new MessageChannel();
	const workerData: ThreadSetting = { ...setting, port: port2 };
	// It writes nothing itself; many threads that could would be too many listeners for one stream.
	const options = { workerData, transferList: [port2], stdout: true, stderr: true };
	const worker = isSea()
		? new Worker(`${getAsset(workerFile, 'latin1')}({}, require)`, { eval: true, ...options })
		: new Worker(join(__dirname, workerFile), options);
	const ended = new Promise<Totals>((resolve, reject) => {
		worker.on('message', resolve);
		worker.on('error', (error) => reject(threadFailed(error)));
		worker.on('exit', () => reject(new Error('a thread ended before it finished its work')));
	});
	let failure: { error: unknown } | undefined;
	ended.catch((error: unknown) => {
		failure = { error };
	});
	const known: Buffer[] = [];
	const refused = new Map<number, Uint8Array>();
	const receive = (): void => {
		for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
			const message = got.message as Message;
			if ('rejected' in message) refused.set(message.number, message.rejected);
			else known[message.memory] = Buffer.from(message.bytes);
		}
	};
	return {
		tell: (source) => port.postMessage(source),
		answered({ number, memory, length, lines }) {
			receive();
			const rejected = refused.get(number) ?? nothing;
			refused.delete(number);
			return { lines, output: (known[memory] as Buffer).subarray(0, length), rejected };
		},
		check() {
			if (failure) throw failure.error;
		},
		totals: () => ended,
		stop: () => worker.terminate(),
	};
}

const nothing = new Uint8Array();
