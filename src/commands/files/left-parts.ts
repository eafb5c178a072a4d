// The unfinished parts of files: their names, and what becomes of them when the program ends.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What the name of every part of a file begins with. Long names are cut, since what follows must fit as well. */
const partOf = (name: string): string => `.${Array.from(name).slice(0, 40).join('')}.`;

/** A path beside a file, for the part that will take its place. */
export const newPartOf = (path: string): string =>
	join(dirname(path), `${partOf(basename(path))}${randomBytes(16).toString('hex')}.part`);

/** Whether a name is that of a part that a killed program left of a file. */
export const isPartOf = (found: string, file: string): boolean => {
	const begin = partOf(basename(file));
	return found.startsWith(begin) && /^[0-9a-f]{32}\.part$/.test(found.slice(begin.length));
};

/** Signals that end the program unless somebody hears them. */
const endings = ['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

const unfinished = new Set<string>();

/**
 * Removes a part when the program ends before it was complete. Answers how to call that off, which answers whether the
 * part was still to be removed.
 */
export function removedAtTheEnd(part: string): () => boolean {
	if (unfinished.size === 0) hear();
	unfinished.add(part);
	return () => {
		const wasUnfinished = unfinished.delete(part);
		if (wasUnfinished && unfinished.size === 0) hearNoLonger();
		return wasUnfinished;
	};
}

/** Removes a part. What cannot be taken away stays, for its owner alone. */
export function removeQuietly(part: string): void {
	try {
		rmSync(part, { force: true });
	} catch {}
}

const removeAll = (): void => unfinished.forEach(removeQuietly);

/** A window that is closed ends the program without an exit of its own. Who else hears the signal may yet complete the part. */
function endBySignal(signal: NodeJS.Signals): void {
	if (process.listenerCount(signal) > 1) return;
	removeAll();
	process.off(signal, endBySignal);
	process.kill(process.pid, signal);
}

function hear(): void {
	process.on('exit', removeAll);
	for (const signal of endings) process.on(signal, endBySignal);
}

function hearNoLonger(): void {
	process.off('exit', removeAll);
	for (const signal of endings) process.off(signal, endBySignal);
}
