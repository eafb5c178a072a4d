// Reading files and standard input, and printing.
import { createReadStream, fstatSync, promises, writeSync } from 'node:fs';
import { dateOf } from '../case/dates.ts';
import { InputError } from '../case/errors.ts';
import { limits } from '../case/limits.ts';
import { cannotPrint, cannotRead } from './files/failures.ts';
import { refuseResultsIn } from './files/same-file.ts';

/**
 * The text of a case document, `-` for standard input. Throws InputError where there is none, the results would be
 * written over it, it is not UTF-8 or it is larger than a case can be (no more than that is read of it), and a failure of
 * the system where it cannot be read.
 */
export async function readText(file: string): Promise<string> {
	refuseResultsIn(file);
	const chunks: Buffer[] = [];
	let bytes = 0;
	try {
		if (file === '-') refuseFolder();
		for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
			chunks.push(chunk as Buffer);
			bytes += (chunk as Buffer).length;
			if (bytes > limits.document) break;
		}
	} catch (error) {
		throw cannotRead(file, error);
	}
	checkSize(bytes);
	return decode(Buffer.concat(chunks));
}

/** Throws InputError where a document has more bytes than a case can have. */
export function checkSize(bytes: number): void {
	if (bytes <= limits.document) return;
	const most = `${limits.document / 1_048_576} MiB`;
	throw new InputError('too-large', '', `the document is larger than ${most}, the limit for a case`, 'check the file');
}

/** Node takes a folder on standard input for an empty file. Throws what reading it would. */
export function refuseFolder(): void {
	if (fstatSync(0).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
}

/** Bytes as text, without a byte order mark. Throws InputError where they are not UTF-8. */
export function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new InputError('invalid-utf8', '', 'not valid UTF-8', 'save the document as UTF-8');
	}
}

/** Writes to standard output and waits until it is taken. Rejects with a failure of the system where it is closed or full. */
export async function print(text: string | Uint8Array): Promise<void> {
	try {
		const rest = writeNow(typeof text === 'string' ? Buffer.from(text) : text);
		if (rest.length > 0) await writeLater(standardOutput(), rest);
	} catch (error) {
		throw cannotPrint(error);
	}
}

/** Says something on standard error. Where nobody can hear it, nothing is left to be said. */
export async function tell(text: string): Promise<void> {
	await writeLater(hearing(process.stderr), text).catch(() => {});
}

const writeLater = (stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> =>
	new Promise((resolve, reject) => {
		stream.write(text, (error) => (error ? reject(error) : resolve()));
	});

/**
 * What a plain write leaves over of the bytes: nothing, or what a full pipe does not take yet. Setting up
 * `process.stdout` takes longer than a calculation. A Windows console takes text from that stream alone.
 */
function writeNow(bytes: Uint8Array): Uint8Array {
	let rest = bytes;
	try {
		while (process.platform !== 'win32' && rest.length > 0) rest = rest.subarray(writeSync(1, rest));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
	}
	return rest;
}

/**
 * `process.stdout`, whose errors come to those who write and not as events that nobody hears. That others listen, as
 * the pipes from worker threads do, is not enough: they stop listening at the first error and throw it again.
 */
export const standardOutput = (): NodeJS.WriteStream => hearing(process.stdout);

const hearing = (stream: NodeJS.WriteStream): NodeJS.WriteStream =>
	stream.listeners('error').includes(unheard) ? stream : stream.on('error', unheard);

const unheard = (): void => {};

/** What stands at a path already. */
export const standsAt = (path: string): Promise<'file' | 'folder' | 'nothing'> =>
	promises.stat(path).then(
		(found) => (found.isDirectory() ? 'folder' : 'file'),
		() => 'nothing',
	);

/** Writes the answer to a file of the user's choice, `-` for standard output (files/private-file.ts). */
export async function writePrivate(file: string, text: string | Uint8Array): Promise<void> {
	if (file === '-') return print(text);
	await (await import('./files/private-file.ts')).writePrivately(file, text);
}

/** The day it is for the user, as an ISO date. */
export function today(): string {
	const now = new Date();
	return dateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
