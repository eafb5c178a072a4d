import { open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { InputError, shown } from '../case/errors.ts';

/** The text of a file, `-` for standard input. Throws InputError where it cannot be read or is not UTF-8. */
export async function readText(file: string): Promise<string> {
	const bytes = file === '-' ? await readStandardInput() : await readBytes(file);
	return decode(bytes);
}

async function readBytes(file: string): Promise<Buffer> {
	try {
		return await readFile(file);
	} catch (error) {
		throw cannotRead(file, error);
	}
}

export function cannotRead(file: string, error: unknown): InputError {
	const { code = 'error' } = error as NodeJS.ErrnoException;
	const why: Record<string, string> = {
		ENOENT: 'no such file',
		EACCES: 'not allowed to read it',
		EISDIR: 'it is a folder',
	};
	return new InputError('cannot-read', '', `cannot read ${shown(file)}: ${why[code] ?? code}`);
}

async function readStandardInput(): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Bytes as text, without a byte order mark. Throws InputError where they are not UTF-8. */
export function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new InputError('invalid-utf8', '', 'not valid UTF-8; save the document as UTF-8');
	}
}

/** Writes to standard output and waits until it is taken. Rejects where it is closed or full. */
export function print(text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
	});
}

/**
 * Writes the answer to a file of the user's choice, `-` for standard output. A regular file is readable by the user
 * alone and never half written; a pipe or device is written to as it stands.
 */
export async function writePrivate(file: string, text: string): Promise<void> {
	if (file === '-') return print(text);
	try {
		const path = await realpath(file).catch(() => file);
		const regular = await stat(path).then(
			(found) => found.isFile(),
			() => true,
		);
		await (regular ? replaceFile(path, text) : writeFile(path, text));
	} catch (error) {
		const { code = 'error' } = error as NodeJS.ErrnoException;
		throw new InputError('cannot-write', '', `cannot write ${shown(file)}: ${code}`);
	}
}

async function replaceFile(path: string, text: string): Promise<void> {
	const draft = `${path}.${process.pid}.part`;
	try {
		const handle = await open(draft, 'wx', 0o600);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}

/** The day it is for the user, as an ISO date. */
export function today(): string {
	const now = new Date();
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
