// The JSON files of a folder.
import { promises } from 'node:fs';
import { join } from 'node:path';
import { InputError, shown } from '../../case/errors.ts';
import { cannotRead } from './failures.ts';

/** A file to be read, or why it is passed over or cannot be read. */
export interface Entry {
	path: string;
	passedOver?: string;
	problem?: string;
}

/** The JSON files in a folder with all below it, in order. Throws InputError where there is no such folder. */
export async function entriesIn(folder: string): Promise<Entry[]> {
	try {
		const found = await entriesBelow(folder, '');
		return found.sort((one, other) => (one.path < other.path ? -1 : 1));
	} catch (error) {
		const isFile = (error as NodeJS.ErrnoException).code === 'ENOTDIR';
		if (isFile) throw new InputError('cannot-read', '', `cannot read ${shown(folder)}: that is a file, not a folder`);
		throw cannotRead(folder, error, 'folder');
	}
}

async function entriesBelow(folder: string, below: string): Promise<Entry[]> {
	const found: Entry[] = [];
	for (const entry of await promises.readdir(join(folder, below), { withFileTypes: true })) {
		const path = join(below, entry.name);
		if (!entry.isDirectory()) found.push(...(await entryOf(folder, path)));
		else if (entry.name === 'node_modules') found.push({ path, passedOver: 'holds packages' });
		else {
			const inside = entriesBelow(folder, path);
			found.push(...(await inside.catch((error) => [{ path, problem: cannotRead(path, error, 'folder').message }])));
		}
	}
	return found;
}

/** A JSON file. A link to a folder may lead back to where it stands, and a pipe never ends: neither is followed. */
async function entryOf(folder: string, path: string): Promise<Entry[]> {
	const isJson = path.toLowerCase().endsWith('.json');
	const target = await promises.stat(join(folder, path)).catch(() => undefined);
	if (target?.isDirectory()) return [{ path, passedOver: 'is a link to a folder' }];
	if (!isJson) return [];
	return target === undefined || target.isFile() ? [{ path }] : [{ path, passedOver: 'is not a file' }];
}
