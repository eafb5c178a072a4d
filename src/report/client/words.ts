// Lengths of time for a reader who is no lawyer.
import { type Months, monthsInYear } from '../../case/months.ts';
import type { Range } from '../../result/result.ts';

const counted = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;

/** `4 years and 9 months`, `10 years`, `8 months`, `life in prison`. */
export function lengthInWords(months: Months): string {
	if (months === 'life') return 'life in prison';
	const [years, rest] = [Math.floor(months / monthsInYear), months % monthsInYear];
	if (years === 0) return counted(rest, 'month');
	return rest === 0 ? counted(years, 'year') : `${counted(years, 'year')} and ${counted(rest, 'month')}`;
}

/** `57 to 71 months. That is 4 years and 9 months to 5 years and 11 months`. */
export function rangeForClient({ minimumMonths: from, maximumMonths: to }: Range): string {
	if (from === 'life') return 'life in prison';
	const last = to === 'life' ? 'life in prison' : counted(to, 'month');
	if (from === to) return isLong(to) ? `${last}. That is ${lengthInWords(to)}` : last;
	const months = to === 'life' ? `${counted(from, 'month')} to ${last}` : `${from} to ${last}`;
	if (!isLong(to)) return months;
	return `${months}. That is ${from === 0 ? 'no time' : lengthInWords(from)} to ${lengthInWords(to)}`;
}

const isLong = (months: Months): boolean => months === 'life' || months > monthsInYear;
