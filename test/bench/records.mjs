// Records like those of a defender's office or a datafile: every id its own, most cases from a few thousand that
// recur with different frequency, some that occur once. The same numbers on every machine.
const baseLevels = [8, 12, 16, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38];
const minimums = [undefined, undefined, undefined, 60, 120, 180, 240];

/** A generator of numbers from 0 to below 1 (mulberry32). */
function numbers(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

function newCase(next) {
	const pick = (list) => list[Math.floor(next() * list.length)];
	const edition = String(2004 + Math.floor(next() * 21));
	const criminalHistoryCategory = pick(['I', 'II', 'III', 'IV', 'V', 'VI']);
	const sentenceImposedMonths = next() < 0.6 ? Math.floor(next() * 180) : undefined;
	if (next() < 0.4) {
		const recent = Number(edition) >= 2016;
		const enhancements = recent
			? pick([[], ['(b)(2)(B)'], ['(b)(1)(A)'], ['(b)(2)(C)', '(b)(3)(D)']])
			: pick([[], ['(b)(1)(C)'], ['(b)(1)(D)'], ['(b)(1)(E)']]);
		return {
			edition,
			guideline: '2L1.2',
			enhancements,
			acceptance: 'full',
			criminalHistoryCategory,
			sentenceImposedMonths,
		};
	}
	const levels = pick([-2, 2, 3]);
	const provision = levels < 0 ? '§3B1.2' : '§3B1.1';
	const role = next() < 0.3 ? [{ levels, provision, label: 'role in the offense' }] : undefined;
	return {
		edition,
		baseOffenseLevel: pick(baseLevels),
		adjustments: role,
		acceptance: pick([0, 'full', 'full', 2]),
		criminalHistoryCategory,
		statutoryMinimumMonths: pick(minimums),
		statutoryMaximumMonths: pick([undefined, 240, 480, 'life']),
		sentenceImposedMonths,
	};
}

/** `count` records; `distinct` cases recur, and a part of `unique` (0 to 1) occur once, by a label of their own. */
export function* records(count, { distinct = 3000, unique = 0.03, seed = 1 } = {}) {
	const drawn = numbers(0);
	const pool = Array.from({ length: distinct }, () => newCase(drawn));
	const next = numbers(seed);
	for (let at = 0; at < count; at++) {
		const id = `D${String(2004 + (at % 21))}-${String(at).padStart(8, '0')}`;
		if (next() < unique) {
			const adjustments = [{ levels: 2, provision: '§3C1.1', label: `obstruction, docket ${at}` }];
			yield { id, ...newCase(next), adjustments };
		} else yield { id, ...pool[Math.floor(next() ** 2 * distinct)] };
	}
}
