// Where something is written, and whether the place can be trusted.
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { InputError, shown } from '../../case/errors.ts';

/** Where something is written: an ordinary file by its path without links, a pipe or device, or what is open already. */
export type Place = { kind: 'file' | 'stream'; path: string } | { kind: 'open'; descriptor: number };

/** More links than this lead in a circle. */
const mostLinks = 40;

/**
 * The place that a name leads to. A link is followed only where it is the user's own or the system's: with the link of
 * another user, who writes does not know what is written over. Throws InputError there, and what the system throws
 * where there is no such folder, or the place is one.
 */
export async function placeOf(file: string): Promise<Place> {
	const path = process.getuid === undefined ? await realpath(file).catch(() => file) : await withoutLinks(file);
	const descriptor = descriptorOf(path);
	if (descriptor !== undefined) return { kind: 'open', descriptor };
	const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (found?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
	if (found === undefined || found.isFile()) return { kind: 'file', path };
	if (!isTrusted(found.uid)) throw foreign(file, path);
	return { kind: 'stream', path };
}

const ofStreams: Record<string, number> = { '/dev/stdout': 1, '/dev/stderr': 2 };

/** What a name of something open already stands for, such as `/dev/stdout` or the `/dev/fd/63` of a shell. */
function descriptorOf(path: string): number | undefined {
	const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path)?.[1];
	return ofStreams[path] ?? (number === undefined ? undefined : Number(number));
}

/** The user's own or the system's. */
export function isTrusted(owner: number): boolean {
	const user = process.getuid?.();
	return user === undefined || owner === user || owner === 0;
}

/** The path with its links resolved, one after the other, as far as to what is open already. */
async function withoutLinks(file: string): Promise<string> {
	let path = resolve(file);
	for (let links = 0; links <= mostLinks; links++) {
		if (descriptorOf(path) !== undefined) return path;
		const link = await firstLinkIn(path);
		if (link === undefined) return path;
		if (!isTrusted((await lstat(link)).uid)) throw foreign(file, link);
		path = join(resolve(dirname(link), await readlink(link)), path.slice(link.length));
	}
	throw Object.assign(new Error('a circle'), { code: 'ELOOP' });
}

async function firstLinkIn(path: string): Promise<string | undefined> {
	const { root } = parse(path);
	const names = path.slice(root.length).split('/').filter(Boolean);
	let at = root;
	for (const [index, name] of names.entries()) {
		at = join(at, name);
		const found = await lstat(at).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT' && index === names.length - 1) return undefined;
			throw error;
		});
		if (found?.isSymbolicLink()) return at;
	}
	return undefined;
}

const foreign = (file: string, path: string): InputError =>
	new InputError(
		'foreign-file',
		'',
		`cannot write ${shown(file)}: ${shown(path)} belongs to another user, who decides where it leads; name another place`,
	);
