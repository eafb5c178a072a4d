// The file of a draft.
import { constants, statSync } from 'node:fs';
import { lstat, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError, shown } from '../../case/errors.ts';
import { checkSize, decode } from '../io.ts';
import { cannotRead } from './failures.ts';
import { isPartOf } from './left-parts.ts';
import { writePrivately } from './private-file.ts';
import { refuseResultsIn } from './same-file.ts';

/** A draft in a file that another session may have open as well. */
export interface DraftFile {
	/** The text of a draft; undefined where there is none yet. Throws as `readText` does. */
	read(file: string): Promise<string | undefined>;
	/**
	 * Writes the draft whole or leaves what was there. Throws InputError `draft-changed` where another has written there
	 * since this session read or wrote it.
	 */
	write(file: string, text: string): Promise<void>;
}

/** What this session last saw of its draft: nothing, where there was none. */
interface Seen {
	file: string;
	text?: string;
	stamp?: string;
}

type Stamped = { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint };
const stampOf = ({ dev, ino, size, mtimeNs }: Stamped): string => [dev, ino, size, mtimeNs].join();

export function draftFile(): DraftFile {
	let seen: Seen | undefined;
	/** Whether the file is as this session knows it, or gone. */
	const isAsSeen = (file: string): boolean => {
		if (seen?.file !== file) return true;
		const found = statSync(file, { bigint: true, throwIfNoEntry: false });
		return found === undefined || stampOf(found) === seen.stamp;
	};
	const check = (file: string): void => {
		if (isAsSeen(file)) return;
		throw new InputError('draft-changed', '', `another session has written ${shown(file)}`, 'name another file');
	};
	return {
		async read(file) {
			refuseResultsIn(file);
			await removeLeftParts(file);
			const found = await readStamped(file);
			seen = { file, ...found };
			return found?.text;
		},
		async write(file, text) {
			check(file);
			refuseOtherThanFile(file, statSync(file, { throwIfNoEntry: false }));
			if (seen?.file === file && seen.text === text && statSync(file, { throwIfNoEntry: false })) return;
			const written = await writePrivately(file, text, () => check(file));
			seen = { file, text, stamp: stampOf(written) };
		},
	};
}

/** A pipe or a device keeps nothing, and may have no end. */
function refuseOtherThanFile(file: string, found: { isFile(): boolean; isDirectory(): boolean } | undefined): void {
	if (found === undefined || found.isFile() || found.isDirectory()) return;
	throw new InputError('not-a-file', '', `${shown(file)} is not an ordinary file. Name another for the draft`);
}

async function readStamped(file: string): Promise<Required<Omit<Seen, 'file'>> | undefined> {
	// A pipe that nobody writes to would not even open otherwise.
	const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return undefined;
			throw cannotRead(file, error);
		},
	);
	if (handle === undefined) return undefined;
	try {
		const stat = await handle.stat({ bigint: true });
		refuseOtherThanFile(file, stat);
		checkSize(Number(stat.size));
		const stamp = stampOf(stat);
		return { stamp, text: decode(await handle.readFile()) };
	} catch (error) {
		throw error instanceof InputError ? error : cannotRead(file, error);
	} finally {
		await handle.close();
	}
}

/** A part that is younger may be of a session that is writing. */
const leftAfterMilliseconds = 10_000;

/** Removes the parts that a killed session of this user left beside its draft. */
async function removeLeftParts(file: string): Promise<void> {
	const folder = dirname(file);
	const found = await readdir(folder).catch(() => []);
	for (const part of found.filter((name) => isPartOf(name, basename(file)))) {
		const path = join(folder, part);
		const { uid, mtimeMs } = await lstat(path).catch(() => ({ uid: undefined, mtimeMs: 0 }));
		const isLeft = uid === (process.getuid?.() ?? uid) && Date.now() - mtimeMs > leftAfterMilliseconds;
		if (isLeft) await rm(path, { force: true });
	}
}
