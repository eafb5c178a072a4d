/** From a level and a category to the range, by Chapter Five and early disposition: one place for every later part. */

import { less, type Months } from '../counts/months.ts';
import {
	compareRanges,
	isAdjustment,
	type OracleResult,
	type Statute,
	statutoryFloor,
	treatedAs,
	underSection5G11,
} from '../oracle.ts';
import { type Category, cell, type Range, zone } from '../sentencing-table.ts';

export type Limits = {
	/** The minimum that binds. */
	minimum: Months;
	maximum: Months | undefined;
	/** A minimum was lifted, by §3553(e) or (f), and no other binds. */
	isRelieved: boolean;
	/** §5C1.2(b) since November 1, 2023: "the applicable guideline range shall not be less than 24 to 30 months". */
	hasLeastRange: boolean;
};

export type Levels = {
	base: number;
	acceptance: number;
	/** What the level is with so many levels off by §3F1.1, before it is treated as 1 or 43. */
	sum: (off: number) => number;
};

export type Whole = { manual: string; category: Category; levels: Levels; limits: Limits; asked: number };

const LEAST_RANGE: Range = { minimumMonths: 24, maximumMonths: 30 };

const statuteOf = ({ minimum, maximum, isRelieved }: Limits): Statute => ({
	// What was lifted does not matter to §5G1.1, only that it was.
	minimum: isRelieved ? 1 : minimum === 0 ? undefined : minimum,
	maximum,
	relieved: isRelieved,
});

/** The cell, or 24 to 30 months if it begins lower: every cell that begins below 24 ends at 30 or below. */
const withLeast = (table: Range, has: boolean): Range =>
	has && less(table.minimumMonths, LEAST_RANGE.minimumMonths) ? LEAST_RANGE : table;

/** The total offense level with so many levels off: by the adjustment, or by the departure that counts from it. */
export function totalLevel({ manual, levels }: Whole, off: number): number {
	return isAdjustment(manual) ? treatedAs(levels.sum(off)) : treatedAs(treatedAs(levels.sum(0)) - off);
}

/** What the result document says of a case, from the levels to early disposition. */
export function answerOf(whole: Whole): OracleResult {
	const { manual, category, levels, limits, asked } = whole;
	const statute = statuteOf(limits);
	const inTheSum = isAdjustment(manual) ? asked : 0;
	const at = (off: number, isDeparture = off > 0 && !isAdjustment(manual)) => {
		const offenseLevel = totalLevel(whole, off);
		const tableRange = cell(manual, offenseLevel, category);
		// A departure under §5K3.1 is measured from the range, and goes below 24 to 30 months.
		const restricted = underSection5G11(withLeast(tableRange, limits.hasLeastRange && !isDeparture), statute);
		return { offenseLevel, tableRange, ...restricted };
	};
	const now = at(inTheSum);
	const outcomes = [1, 2, 3, 4].map((off) => {
		const { offenseLevel, tableRange, range } = at(off);
		return { levels: off, offenseLevel, tableRange, range };
	});
	return {
		edition: { effectiveDate: manual, verified: true },
		offenseLevel: {
			base: levels.base,
			enhancements: 0,
			adjustments: levels.sum(inTheSum) - levels.base + levels.acceptance + inTheSum,
			acceptance: 0 - levels.acceptance,
			fastTrack: 0 - inTheSum,
			total: now.offenseLevel,
		},
		criminalHistoryCategory: category,
		tableRange: { ...now.tableRange, zone: zone(manual, now.tableRange) },
		guidelineRange: now.range,
		statutoryEffect: now.statutoryEffect,
		floor: statutoryFloor(statute, manual, category),
		fastTrack: {
			available: manual >= '2003-10-27',
			provision: isAdjustment(manual) ? '§3F1.1' : '§5K3.1',
			kind: isAdjustment(manual) ? 'adjustment' : 'departure',
			effect: compareRanges(at(0).range, (outcomes[(asked || 4) - 1] as (typeof outcomes)[number]).range),
			outcomes,
		},
	};
}
