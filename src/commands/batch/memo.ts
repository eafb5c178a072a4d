import type { ByteText } from './bytes.ts';

/** What a memo may keep, in bytes: some ten thousand full results. */
const budgetBytes = 32_000_000;

/** How many questions are told apart that were asked once: a power of two. */
const onceAsked = 65_536;

interface Keyed {
	/** The text by which it is asked for, in memory of its own. */
	key: ByteText;
	/** How much memory the value takes, in bytes. */
	size: number;
}

/** Remembers by text, forgets what was not asked for in a while, and never grows beyond its budget. */
export interface Memo<T extends Keyed> {
	get(key: ByteText): T | undefined;
	/** Whether a value is worth keeping: when it is asked for again. Much is asked once, and would only push out the rest. */
	wants(key: ByteText): boolean;
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
	const asked = new Int32Array(onceAsked);
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
		wants(key) {
			const hash = hashOf(key);
			const place = hash & (onceAsked - 1);
			const again = asked[place] === hash;
			asked[place] = hash;
			return again;
		},
	};
}

/** A number that differs for most texts (FNV-1a). */
function hashOf(text: ByteText): number {
	let hash = 0x811c9dc5 | 0;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash;
}
