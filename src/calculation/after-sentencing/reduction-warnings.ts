// Warnings about a reduction besides its amendments.
import { longDate } from '../../case/dates.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Range, Result, Warning } from '../../result/result.ts';
import { termsApart } from '../total-range/whole-range.ts';
import type { ReductionRule } from './reduction-rule.ts';

type Given = NonNullable<CaseDocument['reduction']>;

/** What a reader of a reduction must know besides the amendments themselves. Months. */
export function reductionWarnings(
	given: Given,
	rule: ReductionRule,
	{ asSentenced, asAmended }: { asSentenced: Result; asAmended: Result },
	rangeAtLevel: ((level: number) => Range) | undefined,
): Warning[] {
	return [
		...orderBeforeEdition(given, asSentenced),
		...acceptance(asSentenced, asAmended, rangeAtLevel),
		...armedCareer(asSentenced, asAmended),
		...allAmendments(rule),
		...consecutiveTerm(asSentenced),
	];
}

/** No sentence under a Manual comes before it, and no reduction of that sentence. */
function orderBeforeEdition({ orderDate }: Given, { edition }: Result): Warning[] {
	if (orderDate >= edition.effectiveDate) return [];
	const message = `The order of ${longDate(orderDate)} is earlier than the Manual used at sentencing, which took effect on ${longDate(edition.effectiveDate)}. No sentence under that Manual existed yet, so neither range can be right. Correct the edition or the date of the order.`;
	return [{ code: 'reduction-before-edition', message }];
}

/** The third level of acceptance falls away with the level; whether that decision is unaffected (§1B1.10(b)(1)) may be argued. */
function acceptance(
	sentenced: Result,
	amended: Result,
	rangeAtLevel: ((level: number) => Range) | undefined,
): Warning[] {
	const [before, after] = [sentenced.offenseLevel.acceptance, amended.offenseLevel.acceptance];
	if (before === after) return [];
	const { total } = amended.offenseLevel;
	const rangeOf = (level: number) => (rangeAtLevel ? `, ${rangeInWords(rangeAtLevel(level))}` : '');
	const kept = total - (after - before);
	const message = `The amended level is too low for the third level of acceptance, so the amended range uses a ${-after}-level reduction in place of ${-before}: level ${total}${rangeOf(total)}. If the acceptance decision is left unaffected (§1B1.10(b)(1)), the level is ${after - before} lower: level ${kept}${rangeOf(kept)}. Be ready to argue that it is unaffected.`;
	return [{ code: 'reduction-acceptance', message }];
}

/** The least level and category of §4B1.4 hold in the amended range too. */
function armedCareer(sentenced: Result, amended: Result): Warning[] {
	if (amended === sentenced) return [];
	const found = amended.warnings.filter(({ code }) => code === 'armed-career-criminal');
	return found.map(({ code, message }) => ({ code, message: `About the amended range: ${message}` }));
}

/** A term that the statute sets and that runs after the others is no part of what an amendment can lower (§5G1.2(a)). */
function consecutiveTerm(result: Result): Warning[] {
	const term = termsApart(result);
	if (term === undefined) return [];
	const message = `The program compares the sentence with a range that leaves out the consecutive term under ${term.provisions.join(', ')}. If the sentence given includes that term, the comparison and the reduction are off by its length. Give only the sentence on the other counts. The client serves the consecutive term in addition.`;
	return [{ code: 'reduction-consecutive-term', message }];
}

/** Before only the listed amendments counted, the amended range was that of the whole Manual of the day. */
function allAmendments({ amendedRange }: ReductionRule): Warning[] {
	if (amendedRange.onlyListedAmendments) return [];
	const message = `On that date the amended range reflects every amendment since sentencing, not only the listed ones (${amendedRange.provision}). The range shown reflects only the change given. Check that this change includes all of them.`;
	return [{ code: 'reduction-all-amendments', message }];
}
