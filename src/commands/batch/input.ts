import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { addAbortSignal, pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { InputError, shown } from '../../case/errors.ts';
import { cannotRead } from '../io.ts';
import { isFile } from './sink.ts';

/** Large enough that asking for the next piece costs little beside answering it. */
const pieceBytes = 262_144;

export interface Reading {
	/** Told of bytes as they are stored, before unpacking. */
	onRead: (bytes: number) => void;
	/** Ends the reading with an error, also where nothing comes. */
	signal: AbortSignal;
}

/**
 * The bytes of a file, `-` for standard input, unpacked where they begin as gzip does. A piece is good until the next.
 * Throws InputError where they cannot be read.
 */
export async function* bytesOf(file: string, { onRead, signal }: Reading): AsyncGenerator<Buffer> {
	try {
		const pieces = counted(openInput(file, signal), onRead);
		const first = await firstOf(pieces, 2);
		const whole = joined(first, pieces);
		yield* isGzip(first) ? unpacked(whole) : whole;
	} catch (error) {
		if (signal.aborted) throw signal.reason;
		const { code = '' } = error as NodeJS.ErrnoException;
		if (!code.startsWith('Z_')) throw cannotRead(file, error);
		throw new InputError('cannot-read', '', `cannot read ${shown(file)}: its gzip data is damaged or cut short`);
	}
}

function openInput(file: string, signal: AbortSignal): AsyncIterable<Buffer> {
	const standard = file === '-';
	if (standard && !isFile(0)) return addAbortSignal(signal, process.stdin);
	return piecesOf(standard ? 0 : file, signal);
}

/** The bytes of a file, each piece in the memory of the one before: memory that waits to be freed adds up. */
async function* piecesOf(file: string | 0, signal: AbortSignal): AsyncGenerator<Buffer> {
	const handle = file === 0 ? undefined : await open(file);
	const memory = Buffer.allocUnsafeSlow(pieceBytes);
	try {
		for (;;) {
			const mayWait = handle !== undefined && !isFile(handle.fd);
			const length = mayWait ? (await handle.read(memory)).bytesRead : await readAtOnce(handle?.fd ?? 0, memory);
			signal.throwIfAborted();
			if (length === 0) return;
			yield memory.subarray(0, length);
		}
	} finally {
		await handle?.close();
	}
}

/** What an ordinary file holds is there: to be told of it later costs more. Signals and other threads are heard after it. */
async function readAtOnce(descriptor: number, memory: Buffer): Promise<number> {
	const length = readSync(descriptor, memory);
	await setImmediate();
	return length;
}

async function* counted(pieces: AsyncIterable<Buffer>, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
	for await (const piece of pieces) {
		onRead(piece.length);
		yield piece;
	}
}

/** At least `enough` bytes from the front, or all there are. */
async function firstOf(pieces: AsyncGenerator<Buffer>, enough: number): Promise<Buffer> {
	let first: Buffer = Buffer.alloc(0);
	while (first.length < enough) {
		const next = await pieces.next();
		if (next.done) break;
		first = Buffer.concat([first, next.value]);
	}
	return first;
}

/** Who stops before the rest is read still closes it. */
async function* joined(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
	try {
		if (first.length > 0) yield first;
		yield* rest;
	} finally {
		await rest.return(undefined);
	}
}

async function* copied(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	for await (const piece of pieces) yield Buffer.from(piece);
}

/** The files of a gzip stream, one after the other. An error in the source ends it too. */
function unpacked(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
	return pipeline(Readable.from(copied(pieces)), createGunzip({ chunkSize: pieceBytes }), () => {});
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
