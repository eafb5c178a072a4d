import { parentPort, workerData } from 'node:worker_threads';
import { newOutput } from './bytes.ts';
import { newEngine, type Plan, type SourceKind, sourceOf } from './engine.ts';
import { ahead, type Reply, type Request } from './jobs.ts';
import type { Source } from './records.ts';

/** What a thread of `--jobs` does: answers the blocks it is sent, in their order. */
async function runWorker(): Promise<void> {
	const engine = newEngine(workerData as Plan, () => newOutput(ahead, shared));
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
		return { answered: answerBlock(own, await readerOf(kind), request.firstLine) };
	};
	let last: Promise<void> = Promise.resolve();
	parentPort?.on('message', (request: Request) => {
		last = last.then(async () => {
			parentPort?.postMessage(await replyTo(request));
		});
	});
}

/** Memory that both threads see: what is gathered in it is not copied from one to the other. */
const shared = (bytes: number): Buffer => Buffer.from(new SharedArrayBuffer(bytes));

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

void runWorker();
