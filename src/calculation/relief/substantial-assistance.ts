// A statutory minimum that substantial assistance lets the sentence go below (18 U.S.C. § 3553(e)).
import type { Months } from '../../case/months.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Range, Relief, Warning } from '../../result/result.ts';
import type { DerivedRange, StatutoryLimits } from '../range/guideline-range.ts';
import type { Penalties } from '../statutes/penalties.ts';

/** A statutory minimum that the range shown leaves out, and that still makes the guideline range. Months. */
export interface PiercedMinimum {
	minimumMonths: Months;
	/** The provision that lets the sentence go below it. */
	provision: string;
	/** The guideline range with it, where the reduction for the assistance starts. */
	derived: DerivedRange;
	/** The parts of §5G1.1 that make it. */
	by: string;
}

/**
 * The minimum that a sentence for substantial assistance may go below, where it bears on the range: 18 U.S.C. § 3553(e)
 * gives authority over the sentence, and leaves the guideline range where §5G1.1 puts it (§1B1.10, comment. (n.4(B))).
 * `rangeWithin` gives the range of the case within some limits.
 */
export function piercedMinimum(
	relief: Relief | undefined,
	{ limits }: Penalties,
	rangeWithin: (limits: StatutoryLimits) => DerivedRange,
): PiercedMinimum | undefined {
	if (relief?.kind !== 'substantial-assistance' || !relief.granted || limits.minimum === undefined) return undefined;
	const derived = rangeWithin(limits);
	if (derived.effect.minimum === 'none') return undefined;
	const { minimum: minimumMonths } = limits;
	return { minimumMonths, provision: relief.provision, derived, by: derived.effect.provisions.join(', ') };
}

/** The range for all counts where that of the others is another one; undefined where one is not set beside theirs. */
export interface RangeForAll {
	beside: ((others: DerivedRange, minimum: Months) => Range) | undefined;
}

/** What the range shown leaves out, and what the guideline range is with it. */
export function piercedWarnings(pierced: PiercedMinimum | undefined, shown: Range, { beside }: RangeForAll): Warning[] {
	if (pierced === undefined) return [];
	const { minimumMonths, provision, derived, by } = pierced;
	const { range } = derived;
	const total =
		beside === undefined ? '' : `. With it the range for all counts is ${rangeInWords(beside(derived, minimumMonths))}`;
	const least = rangeInWords({ minimumMonths, maximumMonths: minimumMonths });
	const message = `The range shown, ${rangeInWords(shown)}, leaves out the statutory minimum of ${least}. With it, the guideline range is ${rangeInWords(range)} (${by}). Substantial assistance lets the sentence go below that minimum (${provision}) but, unlike the safety valve, does not remove it from the range. The zone, the options and the position of a sentence are those of the range shown. Measure the reduction from ${rangeInWords(range)}${total}.`;
	return [{ code: 'substantial-assistance-range', message }];
}
