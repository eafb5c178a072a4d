import { fstatSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { InputError, shown } from '../../case/errors.ts';
import { standardOutput, whyNotWritten } from '../io.ts';

/** Takes bytes, and returns or resolves when they are written whole. Throws or rejects where they cannot be. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

/**
 * Standard output. A file is written here, piece by piece until nothing is left: a stream would take a disk that
 * fills up in the middle of a piece for success. A pipe is left to the stream, so that Ctrl-C is heard while it is full.
 */
export function outputSink(): Sink {
	if (isFile(1)) return writeWhole;
	return (bytes) =>
		new Promise((resolve, reject) => {
			standardOutput().write(bytes, (error) => (error ? reject(error) : resolve()));
		});
}

/** True where a descriptor is an ordinary file. Some Windows cannot tell of one that was handed down: then it is none. */
export function isFile(descriptor: number): boolean {
	try {
		return fstatSync(descriptor).isFile();
	} catch {
		return false;
	}
}

function writeWhole(bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

/** A file of the user's choice, readable by the user alone. Throws InputError where it cannot be written. */
export async function privateFile(file: string): Promise<{ write: Sink; close: () => Promise<void> }> {
	const failed = (error: unknown): InputError =>
		new InputError('cannot-write', '', `cannot write ${shown(file)}: ${whyNotWritten(file, error)}`);
	try {
		const handle = await open(file, 'w', 0o600);
		return {
			write: (bytes) =>
				handle.appendFile(bytes).catch((error: unknown) => {
					throw failed(error);
				}),
			close: () => handle.close(),
		};
	} catch (error) {
		throw failed(error);
	}
}
