// Days for several months and years together, of every sort that rules can tell apart.
import { cutsOf, gapsOf, mayMeet } from './cut-days.ts';
import type { Days, Period, Sides } from './period.ts';

export interface Search {
	sides: Sides;
	/** The dates that are days. */
	known: Days;
	/** Whether the days of some dates contradict the case: no more of it is tried. */
	contradicts: (days: Days) => boolean;
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
