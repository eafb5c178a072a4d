// A line of characters that shows a range.
import { compareMonths, type Months } from '../case/months.ts';

/** From low to high. Digits where there is nothing but ASCII: they show which way is up. */
const bars = { unicode: '▁▂▃▄▅▆▇█', ascii: '12345678' };
export const lifeMark = 'L';
export const gapMark = 'x';

/**
 * Months as a line of bars, from zero to `longest`; life and what is missing have letters of their own, since no
 * height stands for them.
 */
export function sparkline(
	values: readonly (Months | undefined)[],
	longest: number | undefined,
	ascii: boolean,
): string {
	const ramp = ascii ? bars.ascii : bars.unicode;
	const barOf = (months: number): string | undefined =>
		longest ? ramp[Math.max(Math.ceil((months / longest) * ramp.length) - 1, 0)] : ramp[0];
	return values
		.map((months) => (months === undefined ? gapMark : months === 'life' ? lifeMark : barOf(months)))
		.join('');
}

/** The longest number of months; undefined where all is life. */
export function longestTerm(values: readonly (Months | undefined)[]): number | undefined {
	const terms = values.filter((months) => typeof months === 'number');
	return terms.length === 0 ? undefined : Math.max(...terms);
}

/** The shortest and the longest of some terms. */
export function extent(values: readonly (Months | undefined)[]): [Months, Months] | undefined {
	const sorted = values.filter((months) => months !== undefined).sort(compareMonths);
	const [lowest, highest] = [sorted[0], sorted.at(-1)];
	return lowest === undefined || highest === undefined ? undefined : [lowest, highest];
}

/** The first year and every tenth under a line with one mark a year. */
export function yearAxis(first: number, last: number): string {
	let axis = '';
	for (let year = first; year <= last; year++) {
		const label = year === first || year % 10 === 0 ? String(year) : '';
		if (label !== '' && axis.length <= year - first) axis = axis.padEnd(year - first) + label;
		if (axis.length === year - first) axis += ' ';
	}
	return axis;
}
