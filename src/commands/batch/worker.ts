import { parentPort, workerData } from 'node:worker_threads';
import type { Block } from './blocks.ts';
import { newOutput } from './bytes.ts';
import { newEngine, sourceOf } from './engine.ts';
import { ahead, type Reply, type Request, sentBytes, type WorkerSetting } from './jobs.ts';
import type { Source } from './records.ts';

/** What a thread of `--jobs` does: answers the blocks it is sent, in their order. */
async function runWorker({ plan, blocks }: WorkerSetting): Promise<void> {
	const engine = newEngine(plan, () => newOutput(ahead, shared));
	const given = Buffer.from(blocks);
	const memories: ArrayBufferLike[] = [];
	let source: Source | undefined;
	const blockOf = ({ block, place }: Request): Block => {
		if (typeof block === 'number') return { bytes: given.subarray(place * sentBytes, place * sentBytes + block) };
		return 'bytes' in block ? { bytes: asBuffer(block.bytes) } : block;
	};
	const replyTo = async (request: Request): Promise<Reply> => {
		const { answerBlock } = await engine;
		if (request.source) source = await sourceOf(request.source);
		const { lines, output, rejected } = answerBlock(blockOf(request), source as Source, request.firstLine);
		const reply: Reply = { lines, length: output.length };
		if (memories[request.place] !== output.buffer) reply.memory = output.buffer as SharedArrayBuffer;
		memories[request.place] = output.buffer;
		if (rejected.length > 0) reply.rejected = Uint8Array.from(rejected);
		return reply;
	};
	let last: Promise<void> = Promise.resolve();
	parentPort?.on('message', (request: Request | 'totals') => {
		last = last.then(async () => {
			parentPort?.postMessage(request === 'totals' ? (await engine).tally.totals() : await replyTo(request));
		});
	});
}

/** Memory that both threads see: what is gathered in it is not copied from one to the other. */
const shared = (bytes: number): Buffer => Buffer.from(new SharedArrayBuffer(bytes));

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

void runWorker(workerData as WorkerSetting);
