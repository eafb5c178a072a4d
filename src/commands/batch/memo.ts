/** What a memo may keep, in bytes: some ten thousand full results. */
const budgetBytes = 24_000_000;

/** Remembers by text, forgets what was not asked for in a while, and never grows beyond its budget. */
export interface Memo<T> {
	get(key: string): T | undefined;
	set(key: string, value: T, bytes: number): void;
}

/**
 * Two generations: the young one grows to half of the budget, then becomes the old one, whose unused half is
 * forgotten. That costs a lookup nothing, unlike a list ordered by use.
 */
export function newMemo<T>(budget = budgetBytes): Memo<T> {
	let young = new Map<string, { value: T; bytes: number }>();
	let old = new Map<string, { value: T; bytes: number }>();
	let size = 0;
	const add = (key: string, entry: { value: T; bytes: number }): void => {
		if (size + entry.bytes > budget / 2) {
			old = young;
			young = new Map();
			size = 0;
		}
		size += entry.bytes;
		young.set(key, entry);
	};
	return {
		get(key) {
			const found = young.get(key);
			if (found !== undefined) return found.value;
			const older = old.get(key);
			if (older === undefined) return undefined;
			old.delete(key);
			add(detached(key), older);
			return older.value;
		},
		set(key, value, bytes) {
			const overhead = 200;
			add(detached(key), { value, bytes: bytes + key.length + overhead });
		},
	};
}

/** The same text in memory of its own: a part of a longer text would keep the whole of it alive. */
const detached = (key: string): string => Buffer.from(key, 'latin1').toString('latin1');
