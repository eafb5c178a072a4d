// Months of imprisonment, or life.
/** Months of imprisonment, or life. The contract knows no other encoding of life. */
export type Months = number | 'life';

/** Terms that the law counts in years are kept in months. */
export const monthsInYear = 12;

/** Less than zero where a is the shorter term. Life is longer than any number of months. */
export function compareMonths(a: Months, b: Months): number {
	if (a === b) return 0;
	if (a === 'life') return 1;
	if (b === 'life') return -1;
	return a - b;
}

export const longer = (a: Months, b: Months): Months => (compareMonths(a, b) >= 0 ? a : b);

export const shorter = (a: Months, b: Months): Months => (compareMonths(a, b) <= 0 ? a : b);

/** One term after another: life and any other are life. */
export const plusMonths = (a: Months, b: Months): Months => (a === 'life' || b === 'life' ? 'life' : a + b);

/** A term as a sentence names it. */
export const inMonths = (months: Months): string =>
	months === 'life' ? 'life' : `${months} ${months === 1 ? 'month' : 'months'}`;
