// What two ranges of imprisonment have in common, and where a sentence lies in one.
import { compareMonths, type Months } from '../case/months.ts';
import type { Position, Range } from './result.ts';

/** A range without what else stands beside its ends. */
export const endsOf = ({ minimumMonths, maximumMonths }: Range): Range => ({ minimumMonths, maximumMonths });

export const isSame = (one: Range, other: Range): boolean =>
	one.minimumMonths === other.minimumMonths && one.maximumMonths === other.maximumMonths;

/** Whether a range begins lower than another, or at the same low end ends lower. */
export function isLower(range: Range, than: Range): boolean {
	const [low, high] = [
		compareMonths(range.minimumMonths, than.minimumMonths),
		compareMonths(range.maximumMonths, than.maximumMonths),
	];
	return low < 0 || (low === 0 && high < 0);
}

export function positionIn(range: Range, sentence: Months): Position {
	if (compareMonths(sentence, range.minimumMonths) < 0) return 'below';
	if (compareMonths(sentence, range.maximumMonths) > 0) return 'above';
	if (sentence === range.minimumMonths) return 'at-low-end';
	return sentence === range.maximumMonths ? 'at-high-end' : 'within';
}
