// The answer to a case that gives a month or a year for a date: every day in it must lead to the same one.
import { isMonthOrYear } from '../../case/dates.ts';
import { datesOfCase, type GivenDate } from '../../case/dates-of-case.ts';
import type { Law } from '../../law/schema.ts';
import type { Result } from '../../result/result.ts';
import { calendarCuts } from './calendar-cuts.ts';
import { comparedDays } from './compared-days.ts';
import { cutPeriods } from './cut-days.ts';
import { dayThatMatters, tooManyDays } from './day-that-matters.ts';
import { daysTogether, type Search } from './days-together.ts';
import { measuresOf } from './measures-of-law.ts';
import { type Days, daysOf, type Period, type Sides, sidesOf } from './period.ts';
import { sameForEveryDay } from './same-for-every-day.ts';
import { type EveryDay, newTrials } from './trials.ts';

/**
 * The answer to a case with a month or a year for some of its dates: the one that all days in them lead to, several dates
 * taken together, but for days that the case itself contradicts. One day is tried of each sort that rules can tell apart.
 * Throws InputError `facts-missing` with the date that matters where two days lead to different answers, or where more days
 * than can be tried would have to be.
 */
export function answerForEveryDay(every: EveryDay): Result {
	const { given } = every;
	const dates = datesOfCase(given);
	const sides = sidesOf(comparedDays(dates, given, every.law));
	const known = new Map(dates.flatMap(({ path, date }) => (isMonthOrYear(date) ? [] : [[path, date] as const])));
	const periods = periodsOf(dates, known, sides, every);
	const trials = newTrials(every, () => tooManyDays(given, dates, periods));
	const left = daysToTry(periods, { sides, known, contradicts: trials.contradicts });
	for (const days of left) {
		const found = trials.outcomeOf(days);
		const [first] = trials.outcomes();
		if (first !== undefined && found !== undefined && found.numbers !== first.numbers) {
			throw dayThatMatters([first, found], { given, dates, periods, sides, left, trials });
		}
	}
	return sameForEveryDay(trials.outcomes(), every, () => trials.refusal());
}

/** The months and years of a case in the order in which their days come, cut at each day that a rule may hold against one of them. */
function periodsOf(dates: readonly GivenDate[], known: Days, sides: Sides, { given, law, today }: EveryDay): Period[] {
	const periods = dates
		.filter(({ date }) => isMonthOrYear(date))
		.sort((a, b) => inOrder.indexOf(a.key) - inOrder.indexOf(b.key))
		.map((each): Period => {
			const days = daysOf(each.date);
			const own = daysOfLaw(each, days, law, today).flatMap((day) => [days.indexOf(day), days.indexOf(day) + 1]);
			return { path: each.path, days, cuts: [...own, ...calendarCuts(each, days, given, law)] };
		});
	return cutPeriods(periods, sides, known);
}

/** No date comes before one that is named before it here, of one prior or of the case. */
const inOrder = [
	...['conductFrom', 'conductTo', 'arrestedOn', 'convictedOn', 'sentencedOn', 'earlierReleases', 'on'],
	...['releasedOn', 'endsOn', 'removalOrders', 'removals', 'commencedOn', 'offenseDate', 'endedOn', 'sentencingDate'],
];

/** The dates that choose a Manual, a statute or a criterion: those of this case and not of its priors. */
const datesOfLaw = new Set(['/offenseDate', '/sentencingDate', '/safetyValve/convictedOn', '/instantOffense/endedOn']);

/** The days inside a period on which the law may have changed, or from which a Manual that is not known may hold. */
function daysOfLaw({ path }: GivenDate, days: readonly string[], law: Law, today: string | undefined): string[] {
	if (!datesOfLaw.has(path)) return [];
	const inside = new Set(days);
	const yearly = days.filter((day) => day.endsWith(law.editions.yearNames.monthAndDay));
	return [...measuresOf(law).days, ...yearly, ...(today === undefined ? [] : [today])].filter((day) => inside.has(day));
}

/** The first days and the last ones, since what differs at all mostly differs between these; then one of each sort. */
function* daysToTry(periods: readonly Period[], search: Search): Generator<Days> {
	const { contradicts } = search;
	for (const place of [0, -1]) {
		const days = new Map(periods.map((period) => [period.path, period.days.at(place) as string]));
		if (!contradicts(days)) yield days;
	}
	let some: Days | undefined;
	for (const days of daysTogether(periods, search)) {
		some ??= days;
		yield days;
	}
	// Each date on another day as well, so that nothing is said of a day that was only tried.
	for (const { path, days } of some === undefined ? [] : periods) {
		const others = days.map((day) => new Map([...(some as Days), [path, day]]));
		const other = others.findLast((each) => each.get(path) !== some?.get(path) && !contradicts(each));
		if (other) yield other;
	}
}
