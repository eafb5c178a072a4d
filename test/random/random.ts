/** Numbers that look random and are the same for the same seed. */
export interface Random {
	/** A whole number from 0 on, less than `end`. */
	below(end: number): number;
	between(least: number, most: number): number;
	/** True this often in a hundred. */
	often(percent: number): boolean;
	pick<T>(list: readonly T[]): T;
	/** So many of the list at most, in its order. */
	some<T>(list: readonly T[], most: number): T[];
}

/** Numbers from 0 on, less than 1: the same for the same seed, on every machine (mulberry32). */
export function numbersFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export function newRandom(seed: number): Random {
	const next = numbersFrom(seed);
	const below = (end: number): number => Math.floor(next() * end);
	return {
		below,
		between: (least, most) => least + below(most - least + 1),
		often: (percent) => below(100) < percent,
		pick: (list) => list[below(list.length)] as (typeof list)[number],
		some(list, most) {
			const wanted = new Set(Array.from({ length: below(most + 1) }, () => below(list.length)));
			return list.filter((_, at) => wanted.has(at));
		},
	};
}

/** A case document before it is checked. */
export type Draft = Record<string, unknown>;

export const dayIn = (random: Random, year: number): string =>
	`${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;

export const dayAfter = (day: string, days: number): string =>
	new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
