// The ranges for all counts that a reduction compares.
import { type Months, plusMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { endsOf } from '../../result/ranges.ts';
import type { Range, Result } from '../../result/result.ts';
import { consecutiveTermOf } from '../statutes/consecutive-terms.ts';

/** The ranges for all counts of §4B1.1(c), at sentencing and amended, which then are those that §1B1.10 compares. */
export interface Totals {
	/** With the statutory minimum of the other counts, or without it. */
	original: (withoutMinimum: boolean) => Range;
	amended: (withoutMinimum: boolean) => Range;
	/** Amended by the amendment alone, with the category as sentenced. */
	alone: () => Range;
	/** What the counts require in all, in months. */
	minimum: Months;
}

/** Works out the case as sentenced and as amended; `amended` takes the category of the points as amended, or leaves it as sentenced. */
interface Cases {
	sentenced: (changes: Changes) => Result;
	amended: (changes: Changes, category: 'amended' | 'sentenced') => Result;
}

type Changes = Pick<CaseDocument, 'statutoryMinimumRelief'>;

/** Undefined where the case has no range of §4B1.1(c) for all counts. `minimum` is that of the other counts, in months. */
export function totalsOf(
	asSentenced: Result,
	{ statutoryMinimumRelief: relief }: CaseDocument,
	minimum: Months | undefined,
	cases: Cases,
): Totals | undefined {
	const counted = asSentenced.statutes?.filter(({ inTotalRange }) => inTotalRange) ?? [];
	if (counted.length === 0) return undefined;
	// Substantial assistance leaves the minimum in the range; a safety valve takes it out for good.
	const kept: Changes = relief === 'safety-valve' ? { statutoryMinimumRelief: relief } : {};
	const pierced: Changes = { statutoryMinimumRelief: 'substantial-assistance' };
	const ends = ({ totalRange, guidelineRange }: Result): Range => endsOf(totalRange ?? guidelineRange);
	return {
		original: (withoutMinimum) => ends(cases.sentenced(withoutMinimum ? pierced : kept)),
		amended: (withoutMinimum) => ends(cases.amended(withoutMinimum ? pierced : kept, 'amended')),
		alone: () => ends(cases.amended(kept, 'sentenced')),
		minimum: plusMonths(minimum ?? 0, consecutiveTermOf(counted)?.leastMonths ?? 0),
	};
}
