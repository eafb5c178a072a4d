/** Months of imprisonment, or life: an order, a greatest, and a sum. */

export type Months = number | 'life';

export const less = (a: Months, b: Months): boolean => a !== 'life' && (b === 'life' || a < b);

export const greatest = (all: readonly Months[]): Months =>
	all.reduce((best, one) => (less(best, one) ? one : best), 0);

export const least = (all: readonly Months[]): Months =>
	all.reduce((best, one) => (less(one, best) ? one : best), 'life');

export const sum = (all: readonly Months[]): Months =>
	all.reduce((total, one) => (total === 'life' || one === 'life' ? 'life' : total + one), 0);
