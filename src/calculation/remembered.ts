import type { Provisions } from '../law/schema.ts';

/** Levels, categories and statutory limits make some hundreds of keys; data may bring any number of months. */
const mostRemembered = 1000;

type Found<Keys extends unknown[], T> = (provisions: Provisions, ...keys: Keys) => T;

/**
 * What an edition and a few plain values decide alone, found once: over many cases the same ones come again and again.
 * The value is shared by all of them, and so frozen.
 */
export function remembered<Keys extends (string | number | undefined)[], T>(find: Found<Keys, T>): Found<Keys, T> {
	const found = new WeakMap<Provisions, Map<string, T>>();
	return (provisions, ...keys) => {
		let known = found.get(provisions);
		if (known === undefined) {
			known = new Map();
			found.set(provisions, known);
		}
		const key = keys.join();
		const value = known.get(key);
		if (value !== undefined) return value;
		const fresh = frozen(find(provisions, ...keys));
		if (known.size < mostRemembered) known.set(key, fresh);
		return fresh;
	};
}

function frozen<T>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	for (const part of Object.values(value)) frozen(part);
	return Object.freeze(value);
}
