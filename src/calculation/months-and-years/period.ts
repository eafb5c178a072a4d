// A month or a year in place of a day, and what it is compared with.
import { dateOf, daysInMonth, firstDayOf, lastDayOf } from '../../case/dates.ts';
import type { Compared } from './compared-days.ts';
import type { Move } from './moves.ts';

/** A date given as a month or a year. */
export interface Period {
	path: string;
	/** Its days, in order. */
	days: readonly string[];
	/** Places in `days` at which a rule may change by itself: at a day of the law, or at each day. */
	cuts: readonly number[];
	/** No rule compares it with another period: any days will do that are in order with these. */
	isFree?: boolean;
}

/** Days for the dates that are not days, by their JSON pointers. */
export type Days = ReadonlyMap<string, string>;

/** The days of a month or a year. */
export function daysOf(date: string): string[] {
	const days: string[] = [];
	const last = lastDayOf(date);
	const [year, from] = firstDayOf(date).split('-').map(Number) as [number, number];
	for (let [month, at] = [from, '']; at < last; month++) {
		for (let day = 1; day <= daysInMonth(year, month); day++) {
			at = dateOf(year, month, day);
			days.push(at);
		}
	}
	return days;
}

/** The comparisons of a case, from the side of each of its dates. */
export type Sides = ReadonlyMap<string, readonly Side[]>;
interface Side {
	isOrderOnly: boolean;
	other: string;
	own: Move;
	others: Move;
}

export function sidesOf(compared: readonly Compared[]): Sides {
	const sides = new Map<string, Side[]>();
	const add = (path: string, side: Side) => sides.set(path, [...(sides.get(path) ?? []), side]);
	for (const { one, other, ofOne, ofOther, isOrderOnly = false } of compared) {
		add(one, { isOrderOnly, other, own: ofOne, others: ofOther });
		add(other, { isOrderOnly, other: one, own: ofOther, others: ofOne });
	}
	return sides;
}
