// Reading an input piece by piece.
import { constants, openSync, readSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { InputError } from '../../../case/errors.ts';
import { cannotRead, inputName, systemFailure } from '../../files/failures.ts';
import { isFile } from '../output/sink.ts';
import { GzipError, gunzipped } from './gunzip.ts';
import { fromUtf16, mostMark, refuseArchive, utf16In } from './marks.ts';

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
 * Throws InputError where there is no such file, and a failure of the system where it cannot be read to its end.
 */
export async function* bytesOf(file: string, { onRead, signal }: Reading): AsyncGenerator<Buffer> {
	try {
		const pieces = counted(openInput(file, signal), onRead);
		const first = await firstOf(pieces, mostMark);
		const whole = joined(first, pieces);
		yield* isGzip(first) ? textOf(file, gunzipped(whole, pieceBytes)) : textOf(file, whole);
	} catch (error) {
		if (signal.aborted) throw signal.reason;
		if (error instanceof InputError) throw error;
		if (!(error instanceof GzipError)) throw cannotRead(file, error);
		throw systemFailure(`cannot read ${inputName(file)}: ${error.message}`, error);
	}
}

/** The bytes as UTF-8. Throws InputError where they begin as a workbook or another archive does. */
async function* textOf(file: string, pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
	const first = await firstOf(pieces, mostMark);
	refuseArchive(file, first);
	const whole = joined(first, pieces);
	const encoding = utf16In(first);
	yield* encoding === undefined ? whole : fromUtf16(whole, encoding);
}

function openInput(file: string, signal: AbortSignal): AsyncIterable<Buffer> {
	if (file !== '-') return piecesAt(file, signal);
	return isFile(0) ? piecesOf(0, signal) : addAbortSignal(signal, process.stdin);
}

/** A pipe by its name: opened without waiting for who writes to it, since nothing but that could end the waiting. */
async function* piecesAt(file: string, signal: AbortSignal): AsyncGenerator<Buffer> {
	if (!(await stat(file)).isFIFO()) yield* piecesOf(file, signal);
	else {
		const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
		yield* addAbortSignal(signal, new Socket({ fd, readable: true, writable: false }));
	}
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
	const start = await pieces.next();
	if (start.done) return first;
	if (start.value.length >= enough) return start.value;
	first = Buffer.from(start.value);
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

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
