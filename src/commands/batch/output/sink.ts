// Where the answers are written.
import { fstatSync, writeSync } from 'node:fs';
import { cannotPrint } from '../../files/failures.ts';
import { standardOutput } from '../../io.ts';

/** Takes bytes, and returns or resolves when they are written whole. Throws or rejects with a failure of the system. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

/**
 * Standard output. A file is written here, piece by piece until nothing is left: a stream would take a disk that
 * fills up in the middle of a piece for success. A pipe is left to the stream, so that Ctrl-C is heard while it is full.
 */
export function outputSink(): Sink {
	if (isFile(1)) return writeWhole;
	return (bytes) =>
		new Promise((resolve, reject) => {
			standardOutput().write(bytes, (error) => (error ? reject(cannotPrint(error)) : resolve()));
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
	try {
		for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
	} catch (error) {
		throw cannotPrint(error);
	}
}
