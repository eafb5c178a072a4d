/** Random Groups about the edges of §3D1.4, and adjustments of Chapter Three by name, in every edition. */

import type { Random } from '../random/random.ts';
import { EFFECTIVE_DATES } from './oracle.ts';
import type { Case } from './whole/case.ts';
import { adjustmentIds, canStand } from './whole/chapter-three.ts';
import type { OtherCount } from './whole/groups.ts';

/** Names that can stand together, each once. */
export function adjustmentsIn(random: Random, manual: string, most: number): string[] {
	const ids = adjustmentIds(manual);
	for (;;) {
		const some = random.some(ids, most);
		if (random.often(15) && some.includes('§3A1.1(b)(1)')) some.push('§3A1.1(b)(2)');
		if (new Set(some).size === some.length && canStand(manual, some)) return some;
	}
}

/** One at most of each subsection of §2L2.2(b). */
const CHARACTERISTICS: readonly (readonly string[])[] = [
	['(b)(1)'],
	['(b)(2)(A)', '(b)(2)(B)'],
	['(b)(3)(A)', '(b)(3)(B)'],
	['(b)(4)(A)', '(b)(4)(B)(i)', '(b)(4)(B)(ii)'],
];

/**
 * Terrorism on another count makes Category VI (§3A1.4(b): "In each such case, the defendant's criminal history category
 * ... shall be Category VI"). The program leaves the category: {"edition": "2025", "baseOffenseLevel": 10,
 * "criminalHistoryCategory": "I", "otherGroups": [{"guideline": "2L2.2", "chapterThree": ["§3A1.4"]}]}.
 */
const isNotTerrorism = (id: string): boolean => id !== '§3A1.4';

function documents(random: Random, manual: string): OtherCount {
	const enhancements = CHARACTERISTICS.filter(() => random.often(30)).map((ids) => random.pick(ids));
	const chapterThree = (random.often(50) ? adjustmentsIn(random, manual, 2) : []).filter(isNotTerrorism);
	return { guideline: '2L2.2', enhancements, chapterThree, sameHarm: random.often(40) };
}

/** Levels about those at which a Group counts whole, half, or not at all. */
function othersOf(random: Random, manual: string, about: number): OtherCount[] {
	// Amendment 765: §2L2.2 as it stands today
	const isNew = manual >= '2012-11-01';
	const many = random.pick([0, 1, 1, 2, 2, 3, 4, 5, 7, 9]);
	const one = (): OtherCount => {
		const gap = random.pick([-9, -5, -4, -1, 0, 0, 1, 3, 4, 4, 5, 5, 6, 8, 8, 9, 10]);
		return { offenseLevel: Math.min(60, Math.max(1, about - gap)) };
	};
	return Array.from({ length: many }, () => (isNew && random.often(20) ? documents(random, manual) : one()));
}

export function randomGroups(random: Random): Case {
	const edition = random.pick(EFFECTIVE_DATES);
	const baseOffenseLevel = random.often(70) ? random.between(4, 36) : random.between(1, 43);
	return {
		edition,
		baseOffenseLevel,
		chapterThree: random.often(60) ? adjustmentsIn(random, edition, 4) : [],
		adjustments: random.often(20) ? [{ levels: random.between(-4, 4), provision: '§2D1.1(b)(5)' }] : [],
		otherGroups: random.often(80) ? othersOf(random, edition, baseOffenseLevel + random.pick([0, 0, 2, -2])) : [],
		acceptance: random.pick([0, 2, 3, 'full', 'full'] as const),
		criminalHistoryCategory: random.between(1, 6),
		fastTrackLevels: edition < '2003-10-27' ? 0 : random.pick([0, 0, 1, 4]),
	};
}
