// Where the days of months and years fall apart, for the rules that compare them.
import type { Move } from './moves.ts';
import type { Days, Period, Sides } from './period.ts';

export type Cuts = Map<string, Set<number>>;

/**
 * Where the days of periods fall apart: at the days that are known, and at what falls apart in another of them. Each cut is
 * the place of the first day behind it; the ends of the periods are cuts.
 */
export function cutsOf(periods: readonly Period[], sides: Sides, known: Days): Cuts {
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

/** The days of a period between one cut and the next. */
export function gapsOf(cuts: Cuts, { path, days }: Period): string[][] {
	const ends = [...(cuts.get(path) ?? [])].sort((a, b) => a - b);
	return ends.slice(0, -1).map((from, index) => days.slice(from, ends[index + 1]));
}

/** Whether a rule may compare days of two periods in both orders. */
export function mayMeet(one: Period, other: Period, sides: Sides): boolean {
	const [first, last] = [one.days[0], one.days.at(-1)] as [string, string];
	const [from, to] = [other.days[0], other.days.at(-1)] as [string, string];
	return (sides.get(one.path) ?? []).some(
		({ other: path, own, others }) => path === other.path && own(first) <= others(to) && others(from) <= own(last),
	);
}
