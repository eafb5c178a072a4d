// Warning: a maximum stated for several counts.
import { inMonths, type Months } from '../../case/months.ts';
import { namesStatutes } from '../../case/named-counts.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { isSame } from '../../result/ranges.ts';
import type { Warning } from '../../result/result.ts';
import type { DerivedRange, StatutoryLimits } from '../range/guideline-range.ts';

/** How many counts a case tells of at the least, where it names no statutes. */
export const countsStated = ({ counts = 1, otherGroups = [] }: CaseDocument): number =>
	Math.max(counts, otherGroups.length + 1);

/**
 * A maximum in months that is given for several counts and limits the range: it is the sum of theirs (§5G1.2(d)), and one
 * that is meant for each of them would limit it less. `rangeWith` is the range with other limits.
 */
export function statedMaximumWarnings(
	document: CaseDocument,
	{ range, effect }: DerivedRange,
	rangeWith: (changed: Pick<StatutoryLimits, 'maximum'>) => DerivedRange,
): Warning[] {
	const { statutoryMaximumMonths: maximum } = document;
	const counts = countsStated(document);
	if (maximum === undefined || maximum === 'life' || effect.maximum === 'none') return [];
	if (counts < 2 || namesStatutes(document)) return [];
	const sum: Months = maximum * counts;
	const other = rangeWith({ maximum: sum }).range;
	if (isSame(other, range)) return [];
	const message = `The program takes the maximum of ${inMonths(maximum)} as the total for all ${counts} counts. Consecutive sentences can reach the sum of the maximums if the total punishment requires it (§5G1.2(d)). If each count has that maximum, the sum is ${inMonths(sum)} and the range is ${rangeInWords(other)}. Name the statutes, or give the sum as the statutory maximum.`;
	return [{ code: 'maximum-of-counts', message }];
}
