// Where something is written, and whether the place can be trusted.
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, parse, resolve } from 'node:path';
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
	if (file === '') throw systemError('ENOENT');
	// A slash at the end asks for a folder, whatever stands there.
	if (/\/\.?$/.test(file)) throw systemError('EISDIR');
	const path = process.getuid === undefined ? await realpath(file).catch(() => file) : await withoutLinks(file);
	const descriptor = descriptorOf(path);
	if (descriptor !== undefined) return { kind: 'open', descriptor };
	const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (found?.isDirectory()) throw systemError('EISDIR');
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

/**
 * The path with its links resolved, one after the other, as far as to what is open already. It is walked as the system walks
 * it: `..` goes up from where a link leads, and from nothing that is not there.
 */
async function withoutLinks(file: string): Promise<string> {
	let at = parse(resolve(file)).root;
	let names = namesIn(isAbsolute(file) ? file : `${process.cwd()}/${file}`);
	for (let links = 0; ; ) {
		const [name, ...rest] = names;
		if (name === undefined) return at;
		const path = join(at, name);
		const open = join(path, ...rest);
		if (descriptorOf(open) !== undefined) return open;
		const found = await lookAt(path, rest.length === 0);
		names = rest;
		if (!found?.isSymbolicLink()) {
			if (rest.length > 0 && found?.isDirectory() === false) throw systemError('ENOTDIR');
			at = path;
			continue;
		}
		if (!isTrusted(found.uid)) throw foreign(file, path);
		if (++links > mostLinks) throw systemError('ELOOP');
		const target = await readlink(path);
		if (isAbsolute(target)) at = parse(target).root;
		names = [...namesIn(target), ...rest];
	}
}

const namesIn = (path: string): string[] => path.split('/').filter(Boolean);

/** What stands there; undefined where nothing does, if it is the last name. */
async function lookAt(path: string, isLast: boolean) {
	try {
		return await lstat(path);
	} catch (error) {
		if (isLast && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

const foreign = (file: string, path: string): InputError =>
	new InputError(
		'foreign-file',
		'',
		`cannot write ${shown(file)}: ${shown(path)} is a link that belongs to another user`,
		'name another place',
	);
