/** Random cases about the edges of the safety valve and of substantial assistance, in every edition. */

import { dayAfter, type Random } from '../random/random.ts';
import type { Count } from './counts/counts.ts';
import type { Months } from './counts/months.ts';
import { PENALTY_NAMES } from './counts/penalties.ts';
import { randomCount } from './counts-cases.ts';
import { EFFECTIVE_DATES } from './oracle.ts';
import type { Case } from './whole/case.ts';
import { FIRST_STEP, type SafetyValve } from './whole/relief.ts';

/** Not 0: of a minimum of none the program says that it is relieved, and of a statute without a minimum that it is not. */
const MINIMUMS: readonly Months[] = [1, 12, 24, 59, 60, 60, 61, 84, 120, 120, 180, 240, 'life'];
const COVERED = PENALTY_NAMES.filter((name) => /^21:(841|844|960)/.test(name) && !name.includes('death'));
const OTHERS = PENALTY_NAMES.filter((name) => !/death|924\(e\)|2119\(3\)|\(iv\)/.test(name));

/** The edition by its name, or by a day in it; the first criterion changed in the middle of one. */
function manualOf(random: Random, effectiveDate: string): Pick<Case, 'edition' | 'sentencingDate'> {
	if (random.often(50)) return { edition: effectiveDate };
	const next = EFFECTIVE_DATES[EFFECTIVE_DATES.indexOf(effectiveDate) + 1] ?? '2026-11-01';
	const days = (Date.parse(next) - Date.parse(effectiveDate)) / 86_400_000;
	const edges = [effectiveDate, dayAfter(next, -1), dayAfter(FIRST_STEP, -1), FIRST_STEP];
	const within = edges.filter((day) => day >= effectiveDate && day < next);
	return { sentencingDate: random.often(60) ? random.pick(within) : dayAfter(effectiveDate, random.below(days)) };
}

/** Priors of 1, 2 and 3 points, and points of no prior. */
export type PriorAnswers = Omit<SafetyValve, keyof ReturnType<typeof otherAnswers> | 'convictedOn'>;

export function record(random: Random): PriorAnswers {
	const priors = Array.from({ length: random.below(5) }, () => random.pick([1, 1, 2, 2, 3]));
	const points = priors.reduce((total, one) => total + one, random.pick([0, 0, 0, 1, 2]));
	return {
		criminalHistoryPoints: points,
		pointsFromOnePointOffenses: priors.filter((one) => one === 1).length,
		threePointOffense: priors.includes(3),
		twoPointViolentOffense: priors.includes(2) && random.often(25),
	};
}

function otherAnswers(random: Random) {
	return {
		violenceOrWeapon: random.often(6),
		deathOrSeriousInjury: random.often(6),
		leaderOrContinuingEnterprise: random.often(6),
		truthfulDisclosure: random.often(92),
	};
}

/** The day of the conviction: before the sentence, and on either side of the First Step Act where that can be. */
function convictedOn(random: Random, at: string, offenseDate: string): string {
	const days = [dayAfter(at, -200), dayAfter(at, -1), dayAfter(FIRST_STEP, -1), FIRST_STEP];
	return random.pick(days.filter((day) => day > offenseDate && day <= at).concat(at));
}

function countsOf(random: Random): Pick<Case, 'statutes' | 'offenseDate'> {
	const others = Array.from({ length: random.pick([0, 0, 1, 2]) }, () => randomCount(random, OTHERS));
	const covered = Array.from({ length: random.pick([1, 1, 2]) }, () => randomCount(random, COVERED));
	// A count under §§ 846 and 963 as randomCount draws it may rest on a death.
	const withoutDeath = [...covered, ...others].filter((count) => !JSON.stringify(count).includes('death'));
	const first = random.pick(COVERED).split(' ');
	const always = first[1] === undefined ? first[0] : { id: first[0], circumstance: first[1] };
	return {
		offenseDate: `${random.between(2019, 2022)}-0${random.between(1, 9)}-11`,
		statutes: [always as Count, ...withoutDeath],
	};
}

/**
 * Not drawn: answers that meet the criteria beside substantial assistance, where a count has a minimum that the valve does
 * not reach. The program then forgets the assistance, which lifts any minimum (18 U.S.C. § 3553(e)): with {"statutes":
 * ["21:841(b)(1)(B)", "18:2423(a)"], "statutoryMinimumRelief": "substantial-assistance"} at 22/I the range is 41 to 51
 * months, and 120 with `safetyValve` and nothing in its way.
 */
export function randomRelief(random: Random): Case {
	const effectiveDate = random.often(40)
		? random.pick(['1994-09-23', '1993-11-01', '2001-11-01', '2018-11-01', '2023-11-01', '2025-11-01'])
		: random.pick(EFFECTIVE_DATES);
	const withCounts = effectiveDate >= '2018-11-01' && random.often(60);
	const manual = withCounts ? { edition: effectiveDate } : manualOf(random, effectiveDate);
	const minimum = random.pick(MINIMUMS);
	const limits = withCounts
		? countsOf(random)
		: {
				...(random.often(95) ? { statutoryMinimumMonths: minimum } : {}),
				...(random.often(40) ? { statutoryMaximumMonths: minimum === 'life' ? minimum : minimum + 240 } : {}),
			};
	const at = withCounts ? '2024-06-01' : (manual.sentencingDate ?? dayAfter(effectiveDate, 60));
	const history = record(random);
	const kinds = ['answers', 'answers', 'valve', 'assistance', 'none'] as const;
	const kind = random.pick([...kinds, ...(withCounts ? [] : (['both'] as const))]);
	const isAsked = manual.edition !== undefined || at >= FIRST_STEP || random.often(30);
	const answers: SafetyValve = {
		...(isAsked ? { convictedOn: convictedOn(random, at, withCounts ? '2023-01-01' : '1900') } : {}),
		...history,
		...otherAnswers(random),
	};
	return {
		...manual,
		...limits,
		baseOffenseLevel: random.often(60) ? random.between(1, 20) : random.between(20, 43),
		acceptance: random.pick([0, 2, 'full'] as const),
		// Against docs/statutes-and-sentence.md, which has a warning there, the program rejects the word of one who has more
		// points than the old criterion allows: {"edition": "2010", "statutoryMinimumRelief": "safety-valve",
		// "criminalHistoryPoints": 2, ...}.
		criminalHistoryPoints: kind === 'valve' && at < FIRST_STEP ? random.below(2) : history.criminalHistoryPoints,
		fastTrackLevels: effectiveDate < '2003-10-27' ? 0 : random.pick([0, 0, 1, 2, 4]),
		...(kind === 'answers' || kind === 'both' ? { safetyValve: answers } : {}),
		...(kind === 'valve' ? { statutoryMinimumRelief: 'safety-valve' } : {}),
		...(kind === 'assistance' || kind === 'both' ? { statutoryMinimumRelief: 'substantial-assistance' } : {}),
	};
}
