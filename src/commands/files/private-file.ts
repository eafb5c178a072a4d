// A file written whole, for its owner alone.
import { type BigIntStats, constants, fstatSync, renameSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cannotWrite } from './failures.ts';
import { newPartOf, removedAtTheEnd, removeQuietly } from './left-parts.ts';
import { isTrusted, type Place, placeOf } from './place.ts';

/** A file that is written beside the one it will replace. */
export interface PrivateFile {
	/** Rejects where the bytes cannot be written. */
	write(bytes: Uint8Array): Promise<void>;
	/**
	 * Puts what was written in its place, safe from a loss of power; answers what the system says of it. `check` may
	 * throw at the last moment.
	 */
	keep(check?: () => void): Promise<BigIntStats>;
	/** Leaves what was there before. Does nothing after `keep`. */
	discard(): Promise<void>;
}

const ownerOnly = 0o600;
const { O_APPEND, O_CREAT, O_EXCL, O_WRONLY } = constants;
/** Windows has none, and no links that every user may make. */
const noLink = constants.O_NOFOLLOW ?? 0;

/**
 * Opens a file of the user's choice for writing: every file of the program is written here. Only its owner may read it.
 * What stood there before stays until `keep`. A pipe or device takes what is written as it comes. Throws InputError
 * where the name is wrong, and a failure of the system otherwise.
 */
export async function openPrivate(file: string): Promise<PrivateFile> {
	const saying = <T>(work: Promise<T>): Promise<T> => work.catch((error) => Promise.reject(cannotWrite(file, error)));
	const opened = await saying(placeOf(file).then(openPlace));
	return {
		write: (bytes) => saying(opened.write(bytes)),
		keep: (check) => saying(opened.keep(check)),
		discard: opened.discard,
	};
}

function openPlace(place: Place): Promise<PrivateFile> {
	if (place.kind === 'open') return openAlready(place.descriptor);
	return place.kind === 'file' ? openPart(place.path) : openStream(place.path);
}

/** Writes a file whole, or leaves what was there. Throws as `openPrivate` does. */
export async function writePrivately(
	file: string,
	bytes: string | Uint8Array,
	check?: () => void,
): Promise<BigIntStats> {
	const opened = await openPrivate(file);
	try {
		await opened.write(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
		return await opened.keep(check);
	} finally {
		await opened.discard();
	}
}

async function openPart(path: string): Promise<PrivateFile> {
	const part = newPartOf(path);
	const handle = await open(part, O_WRONLY | O_CREAT | O_EXCL | noLink, ownerOnly);
	const done = removedAtTheEnd(part);
	const discard = async (): Promise<void> => {
		await handle.close().catch(() => {});
		if (done()) removeQuietly(part);
	};
	const orDiscard = <T>(work: Promise<T>): Promise<T> =>
		work.catch(async (error: unknown) => {
			await discard();
			throw error;
		});
	/** What the user's umask may have taken away. */
	await orDiscard(handle.chmod(ownerOnly));
	const keep = async (check?: () => void): Promise<BigIntStats> => {
		await handle.sync();
		const written = await handle.stat({ bigint: true });
		await handle.close();
		check?.();
		renameSync(part, path);
		done();
		await syncFolder(dirname(path));
		return written;
	};
	return { write: (bytes) => writeWhole(handle, bytes), keep: (check) => orDiscard(keep(check)), discard };
}

/** A pipe or device. Between the look at it and its opening, another may have put something else there. */
async function openStream(path: string): Promise<PrivateFile> {
	const handle = await open(path, O_WRONLY | O_APPEND);
	const discard = (): Promise<void> => handle.close().catch(() => {});
	const found = await handle.stat({ bigint: true });
	if (!isTrusted(Number(found.uid))) {
		await discard();
		throw Object.assign(new Error('of another user'), { code: 'EACCES' });
	}
	const keep = async (): Promise<BigIntStats> => {
		await handle.close();
		return found;
	};
	return { write: (bytes) => writeWhole(handle, bytes), keep, discard };
}

/** What is open already is written to where it stands, and stays open. */
async function openAlready(descriptor: number): Promise<PrivateFile> {
	const found = fstatSync(descriptor, { bigint: true });
	return {
		write: async (bytes) => {
			for (let at = 0; at < bytes.length; ) at += await writeSome(descriptor, bytes.subarray(at));
		},
		keep: async () => found,
		discard: async () => {},
	};
}

/** How many bytes were taken: none where a pipe is full. */
async function writeSome(descriptor: number, bytes: Uint8Array): Promise<number> {
	try {
		return writeSync(descriptor, bytes);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
		await pause(pipeMilliseconds);
		return 0;
	}
}

/** How long to wait for the reader of a full pipe. */
const pipeMilliseconds = 5;

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
	for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

/** A new name is safe only with its folder. Windows and some disks know no such thing, and need none. */
async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
	try {
		await handle?.sync();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'EROFS') throw error;
	} finally {
		await handle?.close();
	}
}
