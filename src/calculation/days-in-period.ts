// The days of a month or a year that rules can tell apart, of several dates together.
import { dateOf, daysInMonth, firstDayOf, lastDayOf } from '../case/dates.ts';
import type { Compared, Move } from './compared-days.ts';

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
	const [first, last] = [firstDayOf(date), lastDayOf(date)];
	for (let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))], at = ''; at < last; month++) {
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

export interface Search {
	sides: Sides;
	/** The dates that are days. */
	known: Days;
	/** Whether the days of some dates contradict the case: no more of it is tried. */
	contradicts: (days: Days) => boolean;
}

/** A period with cuts before and behind each of the days that are known, so far as a rule compares them. */
export function cutAtKnown(period: Period, sides: Sides, known: Days): Period {
	return { ...period, cuts: [...(cutsOf([period], sides, known).get(period.path) as Set<number>)] };
}

/** The periods of a case, each cut at the days that are known. */
export function cutPeriods(periods: readonly Period[], sides: Sides, known: Days): Period[] {
	const ofRules: Sides = new Map([...sides].map(([path, all]) => [path, all.filter((side) => !side.isOrderOnly)]));
	return periods.map((period) => {
		const isFree = !periods.some((other) => other !== period && mayMeet(period, other, ofRules));
		return { ...cutAtKnown(period, isFree ? ofRules : sides, known), isFree };
	});
}

/**
 * Days for all periods together: for every way in which the days that a case may mean can lie among each other and among the
 * days that are known, so far as a rule compares them, at least one. The periods come in the order in which their days do,
 * so that the first day of a free one leaves room for all that follow.
 */
export function* daysTogether(periods: readonly Period[], search: Search, chosen: Days = new Map()): Generator<Days> {
	const [period, ...rest] = periods;
	if (period === undefined) {
		yield chosen;
		return;
	}
	for (const sort of daysApart(period, rest, search, chosen)) {
		for (const day of sort) {
			const more = new Map([...chosen, [period.path, day]]);
			if (search.contradicts(more)) continue;
			yield* daysTogether(rest, search, more);
			break;
		}
	}
}

/** The days of a period to be tried, by sorts, the others still to be chosen: of each sort the first day that the case does not contradict. */
function daysApart(period: Period, rest: readonly Period[], { sides, known }: Search, chosen: Days): string[][] {
	if (period.isFree) return freeDays(period, sides, new Map([...known, ...chosen]));
	const near = neighborsOf(period, rest, sides);
	const ordered = rest.filter((each) => each.isFree && mayMeet(period, each, sides));
	return gapsOf(cutsOf([period, ...near, ...ordered], sides, chosen), period).flatMap((days) => {
		if (near.length === 0) return [days.slice(0, 1)];
		// Between this day and each end there must be days for all others, in every order.
		const room = 2 ** (near.length + 1) + roomForMoves;
		return days.length < room ? days.map((day) => [day]) : [[days[days.length >> 1] as string]];
	});
}

/** Of each sort its first day, and those that others come up to: one of them is the first in order, if any is. */
function freeDays(period: Period, sides: Sides, known: Days): string[][] {
	const others = (sides.get(period.path) ?? []).flatMap(({ other }) => known.get(other) ?? []);
	return gapsOf(new Map([[period.path, new Set(period.cuts)]]), period).map((days) => {
		const inside = new Set(others.filter((day) => days.includes(day)));
		return [...new Set([days[0] as string, ...[...inside].sort()])];
	});
}

/** The days of a period between one cut and the next. */
function gapsOf(cuts: Cuts, { path, days }: Period): string[][] {
	const ends = [...(cuts.get(path) ?? [])].sort((a, b) => a - b);
	return ends.slice(0, -1).map((from, index) => days.slice(from, ends[index + 1]));
}

/** Terms of months that began on the last days of a month end on one day, so that a few days may count as one. */
const roomForMoves = 4;

/** The periods whose days a rule may compare with those of a period, directly or through others. */
function neighborsOf(period: Period, rest: readonly Period[], sides: Sides): Period[] {
	const near: Period[] = [];
	let last: Period[] = [period];
	while (last.length > 0) {
		const left = rest.filter((each) => !near.includes(each));
		last = left.filter((each) => !each.isFree && last.some((one) => mayMeet(one, each, sides)));
		near.push(...last);
	}
	return near;
}

function mayMeet(one: Period, other: Period, sides: Sides): boolean {
	const [first, last] = [one.days[0], one.days.at(-1)] as [string, string];
	const [from, to] = [other.days[0], other.days.at(-1)] as [string, string];
	return (sides.get(one.path) ?? []).some(
		({ other: path, own, others }) => path === other.path && own(first) <= others(to) && others(from) <= own(last),
	);
}

type Cuts = Map<string, Set<number>>;

/**
 * Where the days of periods fall apart: at the days that are known, and at what falls apart in another of them. Each cut is
 * the place of the first day behind it; the ends of the periods are cuts.
 */
function cutsOf(periods: readonly Period[], sides: Sides, known: Days): Cuts {
	const cuts: Cuts = new Map();
	for (const { path, days, cuts: own } of periods) {
		const found = new Set([0, ...own, days.length]);
		for (const { other, own: move, others } of sides.get(path) ?? []) {
			const day = known.get(other);
			if (day !== undefined) addCuts(found, days, move, [others(day), others(day)]);
		}
		cuts.set(path, found);
	}
	let isChanging = periods.length > 1;
	while (isChanging) {
		isChanging = false;
		for (const one of periods) {
			for (const other of periods) if (one !== other && handCuts(one, other, sides, cuts)) isChanging = true;
		}
	}
	return cuts;
}

/** Cuts one period where the days of another fall apart. Whether that was news. */
function handCuts(one: Period, other: Period, sides: Sides, cuts: Cuts): boolean {
	const found = cuts.get(one.path) as Set<number>;
	const before = found.size;
	for (const { other: path, own, others } of sides.get(one.path) ?? []) {
		if (path !== other.path) continue;
		for (const place of cuts.get(path) as Set<number>) {
			const [last, first] = [other.days[place - 1], other.days[place]];
			addCuts(found, one.days, own, [first && others(first), last && others(last)]);
		}
	}
	return found.size > before;
}

/** Cuts before the first day that reaches a day, and before the first that is later than another. */
function addCuts(
	cuts: Set<number>,
	days: readonly string[],
	move: Move,
	[reached, passed]: readonly [string | undefined, string | undefined],
): void {
	if (reached !== undefined) cuts.add(firstPlace(days, (day) => move(day) >= reached));
	if (passed !== undefined) cuts.add(firstPlace(days, (day) => move(day) > passed));
}

/** The place of the first day of which something holds that holds of all later ones too; their number where it holds of none. */
function firstPlace(days: readonly string[], holds: (day: string) => boolean): number {
	let [from, to] = [0, days.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (holds(days[middle] as string)) to = middle;
		else from = middle + 1;
	}
	return from;
}
