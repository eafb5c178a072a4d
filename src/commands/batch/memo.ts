/** What a memo may keep, in bytes: some ten thousand full results. */
const budgetBytes = 24_000_000;

/** Of so many questions in a row, fewer than so many answered: what is asked does not recur. */
const [period, fewest] = [4096, 200];
/** Of what does not seem to recur, one in so many is kept, so as to see when it does. */
const sampled = 16;

interface Sized {
	/** How much memory the value takes, in bytes. */
	size: number;
}

/** Remembers by text, forgets what was not asked for in a while, and never grows beyond its budget. */
export interface Memo<T extends Sized> {
	get(key: string): T | undefined;
	/** Whether a value is worth keeping: not where hardly anything recurs. */
	wants(): boolean;
	set(key: string, value: T): void;
}

/**
 * Two generations: the young one grows to half of the budget, then becomes the old one, whose unused half is
 * forgotten. That costs a lookup nothing, unlike a list ordered by use.
 */
export function newMemo<T extends Sized>(budget = budgetBytes): Memo<T> {
	let young = new Map<string, T>();
	let old = new Map<string, T>();
	let size = 0;
	let [asked, missed] = [0, 0];
	let recurs = true;
	const set = (key: string, value: T): void => {
		if (size > budget / 2) {
			old = young;
			young = new Map();
			size = 0;
		}
		size += value.size + key.length;
		young.set(detached(key), value);
	};
	return {
		set,
		get(key) {
			if (++asked === period) {
				recurs = asked - missed >= fewest;
				asked = 0;
				missed = 0;
			}
			const found = young.get(key);
			if (found !== undefined) return found;
			const older = old.get(key);
			if (older === undefined) {
				missed++;
				return undefined;
			}
			old.delete(key);
			set(key, older);
			return older;
		},
		wants: () => recurs || missed % sampled === 0,
	};
}

/** The same text in memory of its own: a part of a longer text would keep the whole of it alive. */
const detached = (key: string): string => Buffer.from(key, 'latin1').toString('latin1');
