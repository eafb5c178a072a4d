import { parentPort, workerData } from 'node:worker_threads';
import { newEngine, type Plan, type SourceKind, sourceOf } from './engine.ts';
import { ownMemory, type Reply, type Request } from './jobs.ts';
import type { Source } from './records.ts';

/** What a thread of `--jobs` does: answers the blocks it is sent, in their order. */
async function runWorker(): Promise<void> {
	const engine = newEngine(workerData as Plan);
	let source: { kind: string; reader: Source } | undefined;
	const readerOf = async (kind: SourceKind): Promise<Source> => {
		const name = JSON.stringify(kind);
		if (source?.kind !== name) source = { kind: name, reader: await sourceOf(kind) };
		return source.reader;
	};
	const replyTo = async (request: Request): Promise<Reply> => {
		const { tally, answerBlock } = await engine;
		if (request === 'totals') return { totals: tally.totals() };
		const { block, source: kind } = request.task;
		const own = 'bytes' in block ? { bytes: asBuffer(block.bytes) } : block;
		const { lines, output, rejected } = answerBlock(own, await readerOf(kind), request.firstLine);
		return { answered: { lines, output: ownMemory(output), rejected: ownMemory(rejected) } };
	};
	let last: Promise<void> = Promise.resolve();
	parentPort?.on('message', (request: Request) => {
		last = last.then(async () => {
			const reply = await replyTo(request);
			const memory = 'answered' in reply ? [reply.answered.output.buffer as ArrayBuffer] : [];
			parentPort?.postMessage(reply, memory);
		});
	});
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

void runWorker();
