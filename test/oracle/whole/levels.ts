/** The steps of the offense level after Chapter Two, for cases that state their levels. */

import type { Levels } from './range.ts';

export type Stated = {
	manual: string;
	base: number;
	/** The level of all Groups together, before acceptance (§3D1.4). */
	combined: number;
	acceptance: 0 | 2 | 3 | 'full';
	/** §5C1.2(b) from November 1, 2001 to October 31, 2023. */
	leastLevel?: number | undefined;
	/** §4B1.1 or §4B1.4, from the level otherwise applicable: what applies, and the levels for acceptance. */
	chapterFour?: (
		otherwise: number,
		acceptance: Stated['acceptance'],
	) => { level: number; acceptance: number } | undefined;
	/** §4C1.1. */
	zeroPoints?: 0 | 2;
};

/** Nothing where a third level is claimed that §3E1.1(b) does not give. */
export function acceptanceOf(manual: string, claimed: Stated['acceptance'], levelBefore: number): number | undefined {
	// Amendment 459: "the offense level determined prior to the operation of subsection (a) is level 16 or greater"
	const most = manual >= '1992-11-01' && levelBefore >= 16 ? 3 : 2;
	if (claimed === 'full') return most;
	return claimed > most ? undefined : claimed;
}

export function levelsOf(stated: Stated): Levels | 'refused' {
	const { manual, base, combined, leastLevel = Number.NEGATIVE_INFINITY, chapterFour, zeroPoints = 0 } = stated;
	const own = acceptanceOf(manual, stated.acceptance, combined);
	if (own === undefined && chapterFour === undefined) return 'refused';
	const applies = own ?? 2;
	// §1B1.1(a)(5): acceptance and early disposition, before (6): Chapter Four, Parts B and C
	const otherwise = (off: number): number => Math.max(leastLevel, combined - applies - off) - zeroPoints;
	if (chapterFour === undefined) return { base, acceptance: applies, sum: otherwise };
	const applied = (off: number) => chapterFour(otherwise(off), stated.acceptance);
	const first = applied(0);
	if (first === undefined) return 'refused';
	return { base, acceptance: first.acceptance, sum: (off) => applied(off)?.level ?? otherwise(off) };
}
