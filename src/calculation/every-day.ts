// The answer to a case that gives a month or a year for a date: every day in it must lead to the same one.
import { refuseContradictions } from '../case/check.ts';
import { isMonthOrYear } from '../case/dates.ts';
import { datesOfCase, type GivenDate, withDays } from '../case/dates-of-case.ts';
import { InputError, isMissingFact } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import type { Result } from '../result/result.ts';
import { calendarCuts } from './calendar-terms.ts';
import { comparedDays } from './compared-days.ts';
import { dayThatMatters, type Outcome, tooManyDays } from './day-that-matters.ts';
import {
	cutPeriods,
	type Days,
	daysOf,
	daysTogether,
	type Period,
	type Search,
	type Sides,
	sidesOf,
} from './days-in-period.ts';
import { measuresOf } from './measures-of-law.ts';
import { numbersWithoutDays, sameForEveryDay } from './same-for-every-day.ts';

/** A case with months and years, and how it is worked out with days in their place. */
export interface EveryDay {
	given: CaseDocument;
	law: Law;
	/** The day of sentencing where the case gives none. */
	today: string | undefined;
	/** The answer to the facts as they are given. */
	answer: (document: CaseDocument) => Result;
	/** The answer where a fact is missing that may not matter. */
	answerLacking: (document: CaseDocument) => Result;
}

/** How much is tried at most, so that no case takes long. These are no law. */
const most = {
	/** Times that a case is worked out. */
	calculations: 300,
	/** What it costs to see whether a missing fact matters, in calculations. */
	perMissingFact: 30,
	/** Days that are put together to find those that do not contradict each other. */
	together: 20_000,
};

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

/** What is tried of a case, each combination of days once. Throws `tooMany` where that is more than may be tried. */
function newTrials({ given, answer, answerLacking }: EveryDay, tooMany: () => InputError) {
	const known = new Map<string, Outcome | undefined>();
	let [calculations, together] = [0, 0];
	let refusal: InputError | undefined;
	const count = (cost: number): void => {
		calculations += cost;
		if (calculations > most.calculations) throw tooMany();
	};
	const solved = (document: CaseDocument): Result => {
		count(1);
		try {
			return answer(document);
		} catch (error) {
			if (!isMissingFact(error)) throw error;
			count(most.perMissingFact);
			return answerLacking(document);
		}
	};
	const contradicts = (days: Days): boolean => {
		if (++together > most.together) throw tooMany();
		try {
			refuseContradictions(withDays(given, days));
			return false;
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			refusal ??= error;
			return true;
		}
	};
	const outcomeOf = (days: Days): Outcome | undefined => {
		const key = [...days.values()].join();
		if (!known.has(key)) known.set(key, contradicts(days) ? undefined : tried(days));
		return known.get(key);
	};
	/** What an answer is denied for counts as an answer, but where the case contradicts these days. */
	const tried = (days: Days): Outcome | undefined => {
		try {
			const result = solved(withDays(given, days));
			return { days, result, numbers: numbersWithoutDays(result) };
		} catch (error) {
			if (!(error instanceof InputError) || error.code === 'facts-missing') throw error;
			refusal ??= error;
			return error.code === 'disagrees' ? undefined : { days, error, numbers: `${error.code} ${error.path}` };
		}
	};
	return {
		contradicts,
		outcomeOf,
		outcomes: () => [...known.values()].filter((outcome): outcome is Outcome => outcome !== undefined),
		refusal: () => refusal ?? tooMany(),
	};
}
