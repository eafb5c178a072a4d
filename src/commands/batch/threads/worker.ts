// A thread, from the inside.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { newEngine, sourceOf } from '../answer/engine.ts';
import { newOutput } from '../records/bytes.ts';
import type { Source } from '../records/records.ts';
import { noSource, openQueue } from './queue.ts';
import { type Message, memories, type ThreadSetting } from './thread.ts';

/** What a thread of `--jobs` does: takes blocks and leaves their answers, until it takes one of no input. */
async function runWorker({ plan, thread, port, queueMemory }: ThreadSetting): Promise<void> {
	const { answerBlock, tally } = await newEngine(plan, () => newOutput(memories, shared));
	const queue = openQueue(queueMemory);
	const sources: Source[] = [];
	const own: (ArrayBufferLike | undefined)[] = [];
	const lastIn: number[] = [];
	const send = (message: Message): void => port.postMessage(message);
	for (let memory = 0; ; memory = (memory + 1) % memories) {
		queue.awaitWritten(lastIn[memory] ?? -1);
		const { number, bytes, source } = queue.takeNext();
		if (source === noSource) break;
		while (sources.length <= source) sources.push(await sourceOf(receiveMessageOnPort(port)?.message));
		const { lines, output, rejected } = answerBlock({ bytes }, sources[source] as Source, () =>
			queue.firstLineOf(number),
		);
		if (own[memory] !== output.buffer) send({ memory, bytes: output.buffer as SharedArrayBuffer });
		if (rejected.length > 0) send({ number, rejected: Uint8Array.from(rejected) });
		queue.leave(number, { thread, memory, length: output.length, lines });
		own[memory] = output.buffer;
		lastIn[memory] = number;
	}
	parentPort?.postMessage(tally.totals());
}

/** Memory that both threads see: what is gathered in it is not copied from one to the other. */
const shared = (bytes: number): Buffer => Buffer.from(new SharedArrayBuffer(bytes));

void runWorker(workerData as ThreadSetting);
