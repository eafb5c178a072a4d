// The safety valve and its criteria (18 U.S.C. § 3553(f), §5C1.2).
import { longDate } from '../../case/dates.ts';
import { factMissing } from '../../case/errors.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import type { Criterion } from '../../result/result.ts';
import { criteriaOfHistory } from './points-allowed.ts';

type Answers = NonNullable<CaseDocument['safetyValve']>;
type Rule = Extract<Provisions['5C1.2'], { inForce: true }>;
type HistoryCriterion = Rule['history'][number];

/**
 * The provisions with the safety valve of the day of the sentence: 18 U.S.C. § 3553(f) goes by that day and stands beside
 * a Manual that is older than §5C1.2, without what §5C1.2(b) adds.
 */
export function withSafetyValveOf(
	sentencingDay: string | undefined,
	{ statutoryMinimumRelief, safetyValve }: CaseDocument,
	provisions: Provisions,
	law: Law,
): Provisions {
	if (statutoryMinimumRelief === undefined && safetyValve === undefined) return provisions;
	const { inForce, begins } = provisions['5C1.2'];
	if (inForce || sentencingDay === undefined || sentencingDay < begins) return provisions;
	const rule = provisionsOf(law, begins)['5C1.2'];
	if (!rule.inForce) return provisions;
	const { floor: _, ...statutory } = rule;
	const ofStatute: Rule = { ...statutory, provision: rule.statute };
	return Object.create(provisions, { '5C1.2': { value: ofStatute, enumerable: true } });
}

/**
 * The five criteria of 18 U.S.C. § 3553(f). The first is that of the day of conviction; each of its parts disqualifies
 * (Pulsifer v. United States). Throws InputError, naming the question, where the case lacks an answer.
 */
export function safetyValveCriteria(document: CaseDocument, rule: Rule): Criterion[] {
	const answers = document.safetyValve as Answers;
	const { violenceOrWeapon, deathOrSeriousInjury, leaderOrContinuingEnterprise, truthfulDisclosure } =
		rule.otherCriteria;
	const others = [
		[violenceOrWeapon, !answers.violenceOrWeapon],
		[deathOrSeriousInjury, !answers.deathOrSeriousInjury],
		[leaderOrContinuingEnterprise, !answers.leaderOrContinuingEnterprise],
		[truthfulDisclosure, answers.truthfulDisclosure],
	] as const;
	return [
		historyCriterion(document, rule),
		...others.map(([{ provision, words }, met]) => ({ provision, description: words, met })),
	];
}

function historyCriterion(document: CaseDocument, rule: Rule): Criterion {
	const criterion = criterionOfDay(document, rule);
	const points = answer(document, 'criminalHistoryPoints', 'How many criminal history points are there in all?');
	const isBarred = criterion.byOffense !== undefined && hasBarredOffense(document, points, criterion.byOffense);
	return {
		provision: criterion.provision,
		description: criterion.words,
		met: !isBarred && pointsCounted(document, points, criterion) <= criterion.maximumPoints,
	};
}

type ByOffense = NonNullable<HistoryCriterion['byOffense']>;

/** Whether there is a prior that bars by itself; asked for only where there are as many points as it has. */
function hasBarredOffense(document: CaseDocument, points: number, { barredPoints, violent }: ByOffense): boolean {
	const asks = (key: 'threePointOffense' | 'twoPointViolentOffense', least: number, question: string): boolean =>
		(points >= least || document.safetyValve?.[key] === true) && answer(document, key, question);
	return (
		asks('threePointOffense', barredPoints, 'Is there a prior 3-point offense?') ||
		asks('twoPointViolentOffense', violent.barredPoints, 'Is there a prior 2-point violent offense?')
	);
}

/** The points without those of 1-point offenses, where the criterion leaves these out and it matters. */
function pointsCounted(document: CaseDocument, points: number, { byOffense, maximumPoints }: HistoryCriterion): number {
	if (byOffense === undefined || points <= maximumPoints) return points;
	const question = 'How many of the criminal history points come from 1-point offenses?';
	return points - answer(document, 'pointsFromOnePointOffenses', question);
}

/** The version of the first criterion that governs, by the day of conviction. */
function criterionOfDay(document: CaseDocument, rule: Rule): HistoryCriterion {
	const { earlier, later, from } = criteriaOfHistory(rule);
	const convictedOn = document.safetyValve?.convictedOn;
	const sentencedBefore = document.sentencingDate !== undefined && document.sentencingDate < from;
	// Nobody is convicted before the offense.
	if (convictedOn === undefined && (offenseDayOf(document) ?? '') >= from) return later;
	if (convictedOn === undefined && !sentencedBefore) {
		throw factMissing('/safetyValve/convictedOn', {
			question: 'When was the conviction entered?',
			problem: `The first criterion changed on ${longDate(from)}`,
			remedy: 'give convictedOn',
		});
	}
	return sentencedBefore || (convictedOn as string) < from ? earlier : later;
}

function answer<Key extends keyof Answers>(
	document: CaseDocument,
	key: Key,
	question: string,
): NonNullable<Answers[Key]> {
	const ofCase = key === 'criminalHistoryPoints' ? document.criminalHistoryPoints : undefined;
	const value = document.safetyValve?.[key] ?? ofCase;
	if (value !== undefined) return value as NonNullable<Answers[Key]>;
	const problem = 'Whether the safety valve applies depends on it';
	throw factMissing(`/safetyValve/${key}`, { question, problem, remedy: `give ${key}` });
}
