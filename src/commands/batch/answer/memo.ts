// A memory of answers by the text of their question.
import type { ByteText } from '../records/bytes.ts';

/** What a memo may keep, in bytes: some ten thousand full results. */
const budgetBytes = 32_000_000;

interface Keyed {
	/** The text by which it is asked for, in memory of its own. */
	key: ByteText;
	/** How much memory the value takes, in bytes. */
	size: number;
}

/** Remembers by text, forgets what was not asked for in a while, and never grows beyond its budget. */
export interface Memo<T extends Keyed> {
	get(key: ByteText): T | undefined;
	add(value: T): void;
}

/**
 * Two generations: the young one grows to half of the budget, then becomes the old one, whose unused half is
 * forgotten. That costs a lookup nothing, unlike a list ordered by use.
 */
export function newMemo<T extends Keyed>(budget = budgetBytes): Memo<T> {
	let young = new Map<ByteText, T>();
	let old = new Map<ByteText, T>();
	let size = 0;
	const add = (value: T): void => {
		if (size > budget / 2) {
			old = young;
			young = new Map();
			size = 0;
		}
		size += value.size;
		young.set(value.key, value);
	};
	return {
		add,
		get(key) {
			const found = young.get(key);
			if (found !== undefined) return found;
			const older = old.get(key);
			if (older === undefined) return undefined;
			old.delete(key);
			add(older);
			return older;
		},
	};
}
