// A range and a change in levels, in words.
import type { Range } from './result.ts';

/** A range in the words of a warning: `1 month`, `51 to 63 months`, `360 months to life`, `life`. */
export function rangeInWords({ minimumMonths: from, maximumMonths: to }: Range): string {
	if (from === 'life') return 'life';
	if (from === to) return `${from} ${from === 1 ? 'month' : 'months'}`;
	return to === 'life' ? `${from} months to life` : `${from} to ${to} months`;
}

/** A change in levels with its sign: `+16`, `−3`, `0`. */
export function signed(levels: number): string {
	if (levels === 0) return '0';
	return levels > 0 ? `+${levels}` : `−${-levels}`;
}
