import { createReadStream, fstatSync } from 'node:fs';
import { addAbortSignal, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError, shown } from '../../case/errors.ts';
import { cannotRead } from '../io.ts';

/** Large enough that asking for the next piece costs little beside answering it. */
const pieceBytes = 262_144;

export interface Reading {
	/** Told of bytes as they are stored, before unpacking. */
	onRead: (bytes: number) => void;
	/** Ends the reading with an error, also where nothing comes. */
	signal: AbortSignal;
}

/**
 * The bytes of a file, `-` for standard input, unpacked where they begin as gzip does.
 * Throws InputError where they cannot be read.
 */
export async function* bytesOf(file: string, { onRead, signal }: Reading): AsyncGenerator<Buffer> {
	try {
		const pieces = counted(addAbortSignal(signal, openInput(file)), onRead);
		const first = await firstOf(pieces, 2);
		const whole = joined(first, pieces);
		yield* isGzip(first) ? unpacked(whole) : whole;
	} catch (error) {
		if (signal.aborted) throw error;
		const { code = '' } = error as NodeJS.ErrnoException;
		if (!code.startsWith('Z_')) throw cannotRead(file, error);
		throw new InputError('cannot-read', '', `cannot read ${shown(file)}: its gzip data is damaged or cut short`);
	}
}

function openInput(file: string): Readable {
	if (file !== '-') return createReadStream(file, { highWaterMark: pieceBytes });
	const isFile = fstatSync(0).isFile();
	return isFile ? createReadStream('', { fd: 0, autoClose: false, highWaterMark: pieceBytes }) : process.stdin;
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
		first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
	}
	return first;
}

async function* joined(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
	if (first.length > 0) yield first;
	yield* rest;
}

/** The files of a gzip stream, one after the other. An error in the source ends it too. */
function unpacked(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
	return pipeline(Readable.from(pieces), createGunzip({ chunkSize: pieceBytes }), () => {});
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
