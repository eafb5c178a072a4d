import { existsSync, promises, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError, shown } from '../case/errors.ts';

/** The text of a file, `-` for standard input. Throws InputError where it cannot be read or is not UTF-8. */
export async function readText(file: string): Promise<string> {
	const bytes = file === '-' ? await readStandardInput() : await readBytes(file);
	return decode(bytes);
}

async function readBytes(file: string): Promise<Buffer> {
	try {
		return await promises.readFile(file);
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
export async function print(text: string | Uint8Array): Promise<void> {
	const rest = writeNow(typeof text === 'string' ? Buffer.from(text) : text);
	if (rest.length === 0) return;
	await new Promise<void>((resolve, reject) => {
		standardOutput().write(rest, (error) => (error ? reject(error) : resolve()));
	});
}

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
export function standardOutput(): NodeJS.WriteStream {
	const { stdout } = process;
	return stdout.listeners('error').includes(unheard) ? stdout : stdout.on('error', unheard);
}

const unheard = (): void => {};

/** What stands at a path already. */
export const standsAt = (path: string): Promise<'file' | 'folder' | 'nothing'> =>
	promises.stat(path).then(
		(found) => (found.isDirectory() ? 'folder' : 'file'),
		() => 'nothing',
	);

/** Whether a file is there. */
const exists = (file: string): Promise<boolean> =>
	promises.access(file).then(
		() => true,
		() => false,
	);

/** The text of a draft; undefined where there is none yet. Parts that a killed session left beside it are removed. */
export async function readDraftFile(file: string): Promise<string | undefined> {
	const folder = dirname(file);
	const name = basename(file);
	const isLeft = (found: string) => found.startsWith(`${name}.`) && /^\d+\.part$/.test(found.slice(name.length + 1));
	const found = await promises.readdir(folder).catch(() => []);
	await Promise.all(found.filter(isLeft).map((part) => promises.rm(join(folder, part), { force: true })));
	return (await exists(file)) ? readText(file) : undefined;
}

/**
 * Writes the answer to a file of the user's choice, `-` for standard output. A regular file is readable by the user
 * alone and never half written; a pipe or device is written to as it stands.
 */
export async function writePrivate(file: string, text: string | Uint8Array): Promise<void> {
	if (file === '-') return print(text);
	try {
		const path = await promises.realpath(file).catch(() => file);
		const regular = await promises.stat(path).then(
			(found) => found.isFile(),
			() => true,
		);
		await (regular ? replaceFile(path, text) : promises.writeFile(path, text));
	} catch (error) {
		throw new InputError('cannot-write', '', `cannot write ${shown(file)}: ${whyNotWritten(file, error)}`);
	}
}

/** Why a file could not be written, and what to do. */
export function whyNotWritten(file: string, error: unknown): string {
	const { code = 'error' } = error as NodeJS.ErrnoException;
	const folder = dirname(file);
	const why: Record<string, string> = {
		ENOENT: existsSync(folder)
			? 'nothing can be written there; name another place'
			: `there is no folder ${shown(folder)}; make it first, or name another`,
		ENOTDIR: `${shown(folder)} is no folder; name another`,
		EACCES: 'not allowed to write there; name another place',
		EPERM: 'not allowed to write there; name another place',
		EROFS: 'nothing can be written there; name another place',
		EISDIR: 'it is a folder; name a file in it',
		ENOSPC: 'there is no room left; name another place',
		ENAMETOOLONG: 'the name is too long',
	};
	return why[code] ?? code;
}

async function replaceFile(path: string, text: string | Uint8Array): Promise<void> {
	const draft = `${path}.${process.pid}.part`;
	try {
		const handle = await promises.open(draft, 'wx', 0o600);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await promises.rename(draft, path);
	} catch (error) {
		await promises.rm(draft, { force: true });
		throw error;
	}
}

/** The day it is for the user, as an ISO date. */
export function today(): string {
	const now = new Date();
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
