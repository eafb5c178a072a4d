// The range for all counts, in words.
import { termsApart } from '../calculation/total-range/whole-range.ts';
import { type Months, plusMonths } from '../case/months.ts';
import type { Result } from '../result/result.ts';
import type { Statement } from './statement.ts';
import { monthsText, rangeInMonths, unbroken } from './words.ts';

/** What sets a guideline sentence that no offense level bears on; empty where a range of the table is the answer. */
export function setTermText({ guidelineSentence, totalRange }: Result): string {
	if (guidelineSentence === undefined || totalRange !== undefined) return '';
	return `the term that the statute requires (${guidelineSentence.provisions.map(unbroken).join(', ')})`;
}

export const totalRangeLabel = 'Total range';

/** True where the range for all counts has terms in it that are no part of the guideline range (§4B1.1(c)). */
export const hasOtherTotal = ({ statutes = [] }: Pick<Result, 'statutes'>): boolean =>
	statutes.some(({ inTotalRange }) => inTotalRange);

/** The range for all counts, `262–327 months`; undefined where there is none. */
export const totalText = ({ totalRange }: Result): string | undefined => totalRange && rangeInMonths(totalRange);

/** What sets it, and the terms that run after it: `all counts together (§4B1.1(c)(1), §4B1.1(c)(3))`. */
export function totalNote(result: Result): string {
	const { totalRange } = result;
	if (totalRange === undefined) return '';
	const plus = hasOtherTotal(result) ? termsText(result) : '';
	return `all counts together (${totalRange.provisions.map(unbroken).join(', ')})${plus === '' ? '' : `; ${plus}`}`;
}

/** The terms that run after the range: `plus 60 months consecutive (18 U.S.C. § 924(c)(1)(A)(i))`; empty where there are none. */
export function termsText(result: Result): string {
	const term = termsApart(result);
	if (term === undefined) return '';
	const { leastMonths, mostMonths, provisions } = term;
	const months = leastMonths === mostMonths ? monthsText(leastMonths) : `${leastMonths} to ${monthsText(mostMonths)}`;
	return `plus ${months} consecutive (${provisions.map(unbroken).join(', ')})`;
}

/** What the range and the terms after it come to; nothing where there are none, or no other count has a range. */
export function inAllStatement(result: Result): Statement[] {
	const term = termsApart(result);
	const { statutes = [], totalRange, guidelineRange } = result;
	if (term === undefined || (totalRange === undefined && statutes.every(({ consecutive }) => consecutive))) return [];
	const { minimumMonths, maximumMonths } = totalRange ?? guidelineRange;
	const whole = {
		minimumMonths: plusMonths(minimumMonths, term.leastMonths),
		maximumMonths: plusMonths(maximumMonths, term.mostMonths),
	};
	const range = totalRange && hasOtherTotal(result) ? 'range for all counts' : 'guideline range';
	return [{ label: 'Total', text: `${rangeInMonths(whole)}: the ${range} plus the consecutive terms` }];
}

/** A sentence with the terms that run after it: `; with the consecutive terms 210 months in all`; empty where there are none. */
export function withTermsText(result: Result, sentence: Months): string {
	const term = termsApart(result);
	if (term === undefined) return '';
	const least = term.leastMonths === term.mostMonths ? '' : 'at least ';
	return `; with them, ${least}${monthsText(plusMonths(sentence, term.leastMonths))} total`;
}
