/** The safety valve (18 U.S.C. § 3553(f), §5C1.2) and substantial assistance (18 U.S.C. § 3553(e)). */

import { safetyValveFloor } from '../after/index.ts';
import { minimumOf, type Punished } from '../counts/counts.ts';
import type { Months } from '../counts/months.ts';

export type SafetyValve = {
	convictedOn?: string;
	criminalHistoryPoints: number;
	pointsFromOnePointOffenses: number;
	threePointOffense: boolean;
	twoPointViolentOffense: boolean;
	violenceOrWeapon: boolean;
	deathOrSeriousInjury: boolean;
	leaderOrContinuingEnterprise: boolean;
	truthfulDisclosure: boolean;
};

/** §5C1.2 is effective September 23, 1994 (amendment 509). */
export const SAFETY_VALVE_FROM = '1994-09-23';

/** Pub. L. 115-391 § 402(b): the new criterion is for a conviction entered on or after December 21, 2018. */
export const FIRST_STEP = '2018-12-21';

/** § 3553(f)(1): any of (A), (B) and (C) disqualifies (Pulsifer v. United States, 601 U.S. 124 (2024)). */
function meetsFirst(answers: SafetyValve, convictedOn: string): boolean {
	// Before it: "the defendant does not have more than 1 criminal history point" (§5C1.2(a)(1) in the Manual of 2016).
	if (convictedOn < FIRST_STEP) return answers.criminalHistoryPoints <= 1;
	const counted = answers.criminalHistoryPoints - answers.pointsFromOnePointOffenses;
	return counted <= 4 && !answers.threePointOffense && !answers.twoPointViolentOffense;
}

/** § 3553(f)(1) to (5). A sentence imposed before December 21, 2018 has a conviction before it. */
function meetsCriteria(answers: SafetyValve, sentencingDate?: string): boolean {
	return (
		meetsFirst(answers, answers.convictedOn ?? sentencingDate ?? '') &&
		!answers.violenceOrWeapon &&
		!answers.deathOrSeriousInjury &&
		!answers.leaderOrContinuingEnterprise &&
		answers.truthfulDisclosure
	);
}

/** "an offense under" 21 U.S.C. §§ 841, 844, 846, 960, 963. */
export const isCovered = ({ id }: Punished): boolean => /^21:(841|844|846|960|963)/.test(id);

export type Relief = {
	/** The greatest minimum that still binds. */
	minimum: Months;
	/** Whether a minimum was lifted, and none binds. */
	isRelieved: boolean;
	leastLevel: number | undefined;
	hasLeastRange: boolean;
};

const isNothing = (months: Months): boolean => months === 0;

/** § 3553(e): "below a level established by statute as a minimum sentence", whatever the statute. */
function bySubstantialAssistance(minimum: Months): Pick<Relief, 'minimum' | 'isRelieved'> {
	return { minimum: 0, isRelieved: !isNothing(minimum) };
}

const withoutRelief = (minimum: Months): Relief => ({
	minimum,
	isRelieved: false,
	leastLevel: undefined,
	hasLeastRange: false,
});

/**
 * § 3553(f): "without regard to any statutory minimum sentence", in the case of an offense under the sections covered; the
 * minimum of another count still binds. §5C1.2(b) is for one "who meets the criteria set forth in subsection (a)", which
 * until November 1, 2023 asked for no more than one point, also after the statute had changed.
 */
function bySafetyValve(manual: string, lifted: Months, others: Months, hasMorePoints: boolean): Relief {
	const floor = safetyValveFloor(manual, lifted);
	const leastLevel = floor !== null && 'level' in floor && !hasMorePoints ? floor.level : undefined;
	return {
		minimum: others,
		isRelieved: !isNothing(lifted) && isNothing(others),
		leastLevel,
		hasLeastRange: floor !== null && 'range' in floor,
	};
}

/** What the valve lifts of several counts, and what it does not. */
function parted(counts: readonly Punished[]): { lifted: Months; others: Months } {
	const [lifted, others] = [counts.filter(isCovered), counts.filter((count) => !isCovered(count))];
	return { lifted: minimumOf(lifted), others: minimumOf(others) };
}

export type ReliefAsked = {
	edition?: string;
	sentencingDate?: string;
	statutoryMinimumMonths?: Months;
	statutoryMinimumRelief?: 'safety-valve' | 'substantial-assistance';
	safetyValve?: SafetyValve;
};

/** Before September 23, 1994 a safety valve that has a minimum to lift is rejected. */
export function isSafetyValveInForce(asked: ReliefAsked): boolean {
	const isAsked = asked.safetyValve !== undefined || asked.statutoryMinimumRelief === 'safety-valve';
	const hasMinimum = asked.statutoryMinimumMonths !== undefined;
	return !(isAsked && hasMinimum && (asked.edition ?? asked.sentencingDate ?? '') < SAFETY_VALVE_FROM);
}

/** What is left of the minimums of the counts, or of the one that is stated. */
export function reliefFor(
	asked: ReliefAsked,
	manual: string,
	counts: readonly Punished[] | undefined,
	hasMorePoints: boolean,
): Relief {
	const { safetyValve, statutoryMinimumMonths = 0, statutoryMinimumRelief, sentencingDate } = asked;
	const { lifted, others } = counts ? parted(counts) : { lifted: statutoryMinimumMonths, others: 0 as const };
	const all = counts ? minimumOf(counts) : statutoryMinimumMonths;
	const isGranted =
		statutoryMinimumRelief === 'safety-valve' || (safetyValve && meetsCriteria(safetyValve, sentencingDate));
	const valve = isGranted ? bySafetyValve(manual, lifted, others, hasMorePoints) : withoutRelief(all);
	// §5C1.2(b) is for one who meets the criteria, also where assistance lifts what the valve does not.
	return statutoryMinimumRelief === 'substantial-assistance' ? { ...valve, ...bySubstantialAssistance(all) } : valve;
}
