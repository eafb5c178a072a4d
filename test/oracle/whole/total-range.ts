/** §4B1.1(c): the range for all counts of a career offender who has one under 18 U.S.C. § 924(c). */

import { less, type Months, sum } from '../counts/months.ts';
import { underSection5G11 } from '../oracle.ts';
import type { Range } from '../sentencing-table.ts';

/** (c)(3): by the reduction under §3E1.1. */
const TABLE: Readonly<Record<number, Range>> = {
	0: { minimumMonths: 360, maximumMonths: 'life' },
	2: { minimumMonths: 292, maximumMonths: 365 },
	3: { minimumMonths: 262, maximumMonths: 327 },
};

/** §4B1.1(c) is of amendment 642. */
export const CAREER_RANGE_FROM = '2002-11-01';

/**
 * (c)(1): nothing else; (c)(2): the greater of (A), the terms added to the range of the other counts, and (B). Neither is
 * below what the statutes require (§5G1.2(e)); the maximum of § 924(c) is life, and of another count limits that count alone.
 */
export function careerRange(acceptance: 0 | 2 | 3, terms: Months, others?: Range): Range {
	const table = TABLE[acceptance] as Range;
	const minimum = { minimum: terms, maximum: undefined, relieved: false };
	if (others === undefined) return underSection5G11(table, minimum).range;
	const added: Range = {
		minimumMonths: sum([others.minimumMonths, terms]),
		maximumMonths: sum([others.maximumMonths, terms]),
	};
	// Note 3(B): "the guideline range with the highest minimum term of imprisonment"
	return less(table.minimumMonths, added.minimumMonths) ? added : table;
}

export type Position = 'below' | 'at-low-end' | 'within' | 'at-high-end' | 'above';

export function positionOf(sentence: Months, { minimumMonths: low, maximumMonths: high }: Range): Position {
	if (less(sentence, low)) return 'below';
	if (less(high, sentence)) return 'above';
	if (sentence === low) return 'at-low-end';
	return sentence === high ? 'at-high-end' : 'within';
}
