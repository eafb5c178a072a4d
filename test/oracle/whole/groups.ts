/** Chapter Three, Part D: the combined offense level of several Groups. */

import { afterChapterThree } from './chapter-three.ts';

/** §3D1.4(a) to (c), in half Units: one Unit, one-half Unit, or none. */
function halfUnits(highest: number, level: number): number {
	const lessSerious = highest - level;
	if (lessSerious <= 4) return 2;
	return lessSerious <= 8 ? 1 : 0;
}

/** The table, and until amendment 350 (d): "Except when the total number of Units is 1 1/2, round up". */
function increase(manual: string, halves: number): number {
	const counted = manual < '1990-11-01' && halves !== 3 && halves % 2 === 1 ? halves + 1 : halves;
	const units = counted / 2;
	if (units <= 1) return 0;
	if (units === 1.5) return 1;
	if (units === 2) return 2;
	if (units <= 3) return 3;
	return units <= 5 ? 4 : 5;
}

export function combinedLevel(manual: string, groups: readonly number[]): number {
	const highest = Math.max(...groups);
	const halves = groups.reduce((total, level) => total + halfUnits(highest, level), 0);
	return highest + increase(manual, halves);
}

/** §3D1.3(a): "the highest offense level of the counts in the Group". */
export const levelOfGroup = (counts: readonly number[]): number => Math.max(...counts);

/** §2L2.2 since amendment 765, the guideline of another count: levels, and the least level of (b)(4). */
const DOCUMENTS: Readonly<Record<string, readonly [number, number?]>> = {
	'(b)(1)': [2],
	'(b)(2)(A)': [2],
	'(b)(2)(B)': [4],
	'(b)(3)(A)': [4],
	'(b)(3)(B)': [2],
	'(b)(4)(A)': [2, 13],
	'(b)(4)(B)(i)': [6],
	'(b)(4)(B)(ii)': [10, 25],
};

/** Ids in the order of the Manual. */
function documentsLevel(ids: readonly string[]): number {
	return ids.reduce((level, id) => {
		const [levels, atLeast = 0] = DOCUMENTS[id] as readonly [number, number?];
		return Math.max(level + levels, atLeast);
	}, 8);
}

export type OtherCount =
	| { offenseLevel: number }
	| { guideline: '2L2.2'; enhancements: string[]; chapterThree: string[]; sameHarm: boolean };

export function otherLevel(manual: string, other: OtherCount): number {
	if ('offenseLevel' in other) return other.offenseLevel;
	return afterChapterThree(manual, documentsLevel(other.enhancements), other.chapterThree);
}
