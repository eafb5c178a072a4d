// The question for the day that decides, where a case gives a month or a year.
import { longDate } from '../../case/dates.ts';
import type { GivenDate } from '../../case/dates-of-case.ts';
import { factMissing, type InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Result } from '../../result/result.ts';
import { cutAtKnown } from './cut-days.ts';
import { leadOf, onWhatDay } from './day-question.ts';
import type { Days, Period, Sides } from './period.ts';
import { numbersWithoutDays } from './same-for-every-day.ts';
import type { Outcome } from './trials.ts';

interface Tried {
	given: CaseDocument;
	dates: readonly GivenDate[];
	periods: readonly Period[];
	sides: Sides;
	/** Days that are still to be tried. */
	left: Iterable<Days>;
	trials: { outcomeOf: (days: Days) => Outcome | undefined; outcomes: () => Outcome[] };
}

/** The question for the date that decides between two outcomes, with the day on which it does and what each side leads to. */
export function dayThatMatters(outcomes: readonly [Outcome, Outcome], tried: Tried): InputError {
	const { period, fixed } = decisiveOf(outcomes, tried);
	const turns = fixed === undefined ? [] : turnsOf(period, fixed, tried);
	const date = tried.dates.find(({ path }) => path === period.path) as GivenDate;
	const lead = leadOf(date, tried.given);
	const remedy = `Give the day in place of ${date.date}`;
	const [turn, ...more] = turns;
	if (turn === undefined) return factMissing(period.path, onWhatDay(lead), { remedy });
	if (more.length === 1 && dayBefore(period, more[0] as string) === turn) {
		return factMissing(period.path, `${lead} before ${longDate(turn)}, on that day, or after it?`, { remedy });
	}
	const again = more.length === 0 ? {} : { more: `The answer changes again on ${more.map(longDate).join(' and ')}` };
	const problem = more.length === 0 ? sidesInWords(period, turn, tried) : undefined;
	return factMissing(period.path, `${lead} before ${longDate(turn)}, or on or after it?`, {
		problem,
		remedy,
		...again,
	});
}

/** The question for the first of the days that are too many to be tried together. */
export function tooManyDays(given: CaseDocument, dates: readonly GivenDate[], periods: readonly Period[]): InputError {
	const [widest] = [...periods].sort((a, b) => b.cuts.length - a.cuts.length);
	const date = dates.find(({ path }) => path === widest?.path) as GivenDate;
	return factMissing(date.path, onWhatDay(leadOf(date, given)), {
		problem: 'The case gives too many months and years to try every day of all of them together',
		remedy: `Give the day, or the month, in place of ${date.date}`,
		values: { isTooMany: true },
	});
}

/** From one outcome to the other, a date at a time: the first that changes it, and the days of the others when it does. */
function decisiveOf(
	[from, to]: readonly [Outcome, Outcome],
	{ periods, trials }: Tried,
): { period: Period; fixed?: Days } {
	let left = periods.filter(({ path }) => from.days.get(path) !== to.days.get(path));
	let days = from.days;
	while (left.length > 1) {
		const step = left
			.map((period) => ({ period, outcome: trials.outcomeOf(withDay(days, period.path, to.days)) }))
			.find(({ outcome }) => outcome !== undefined);
		if (step?.outcome === undefined) return { period: left[0] as Period };
		if (step.outcome.numbers !== from.numbers) return { period: step.period, fixed: days };
		days = step.outcome.days;
		left = left.filter((period) => period !== step.period);
	}
	return { period: left[0] as Period, fixed: days };
}

/** The same days, in the same order, but for one that is taken from others. */
const withDay = (days: Days, path: string, others: Days): Days =>
	new Map([...days].map(([each, day]) => [each, each === path ? (others.get(path) as string) : day]));

/** The days of a period on which the outcome changes, the other dates fixed. */
function turnsOf(period: Period, fixed: Days, { sides, trials }: Tried): string[] {
	const others = new Map([...fixed].filter(([path]) => path !== period.path));
	const places = cutAtKnown(period, sides, others).cuts.filter((place) => place < period.days.length);
	const turns: string[] = [];
	let last: string | undefined;
	for (const place of [...places].sort((a, b) => a - b)) {
		const day = period.days[place] as string;
		const outcome = trials.outcomeOf(withDay(fixed, period.path, new Map([[period.path, day]])));
		if (outcome === undefined) continue;
		if (last !== undefined && last !== outcome.numbers) turns.push(day);
		last = outcome.numbers;
	}
	return turns;
}

const dayBefore = ({ days }: Period, day: string): string | undefined => days[days.indexOf(day) - 1];

/** What the days before and from a day on lead to, if that is one range each, whatever the other dates are. */
function sidesInWords(period: Period, turn: string, { left, trials }: Tried): string | undefined {
	for (const days of left) trials.outcomeOf(days);
	const sides = [true, false].map((isBefore) =>
		trials.outcomes().filter(({ days }) => (days.get(period.path) as string) < turn === isBefore),
	);
	const said = (say: (outcome: Outcome) => string) => sides.map((side) => [...new Set(side.map(say))]);
	const [[before = '', ...others] = [], [after = '', ...more] = []] = said(({ result }) =>
		result ? saidOf(result) : 'no answer',
	);
	if (others.length + more.length > 0 || before === '' || after === '') return undefined;
	if (before !== after) return `Before it: ${before}; on or after it: ${after}`;
	const [[rules, ...otherRules] = [], [sameRules] = []] = said(({ result }) => (result ? rulesOf(result) : ''));
	const differs = rules === sameRules && otherRules.length === 0 ? 'with other warnings' : 'not by the same rules';
	return `Either way ${before}, but ${differs}`;
}

const rulesOf = (result: Result): string => numbersWithoutDays({ ...result, warnings: [] });

function saidOf({
	guidelineRange,
	totalRange,
	offenseLevel,
	criminalHistory,
	criminalHistoryCategory,
}: Result): string {
	const points = criminalHistory === undefined ? '' : ` (${criminalHistory.points} points)`;
	return `${rangeInWords(totalRange ?? guidelineRange)}, level ${offenseLevel.total}, category ${criminalHistoryCategory}${points}`;
}
