import { toCategory } from '../case/category.ts';
import { longDate } from '../case/dates.ts';
import { InputError } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import type { Range } from './chapter-five.ts';
import { rangeInWords } from './range-words.ts';
import type { Relief } from './relief.ts';
import type { StatuteOfConviction } from './statutes.ts';
import type { Warning } from './warnings.ts';

/** One criterion of the safety valve, and whether the case meets it. */
export interface Criterion {
	provision: string;
	description: string;
	met: boolean;
}

type Answers = NonNullable<CaseDocument['safetyValve']>;
type Rule = Extract<Provisions['5C1.2'], { inForce: true }>;
type HistoryCriterion = Rule['history'][number];

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
	const points = answer(document, 'criminalHistoryPoints', 'how many criminal history points are there in all?');
	const excluded = criterion.excludesOnePointOffenses
		? answer(
				document,
				'pointsFromOnePointOffenses',
				'how many of the criminal history points come from 1-point offenses?',
			)
		: 0;
	const threePoints =
		criterion.barsThreePointOffense && answer(document, 'threePointOffense', 'is there a prior 3-point offense?');
	const violent =
		criterion.barsTwoPointViolentOffense &&
		answer(document, 'twoPointViolentOffense', 'is there a prior 2-point violent offense?');
	return {
		provision: criterion.provision,
		description: criterion.words,
		met: points - excluded <= criterion.maximumPoints && !threePoints && !violent,
	};
}

/** The version of the first criterion that governs, by the day of conviction. */
function criterionOfDay(document: CaseDocument, { history }: Rule): HistoryCriterion {
	const later = history.find((criterion) => criterion.convictionsFrom !== undefined);
	const earlier = history.find((criterion) => criterion.convictionsFrom === undefined);
	const from = later?.convictionsFrom ?? '';
	const convictedOn = document.safetyValve?.convictedOn;
	const sentencedBefore = document.sentencingDate !== undefined && document.sentencingDate < from;
	if (convictedOn === undefined && !sentencedBefore) {
		throw new InputError(
			'facts-missing',
			'/safetyValve/convictedOn',
			`on what day was the conviction entered? The first criterion changed on ${longDate(from)}; give convictedOn`,
		);
	}
	return (sentencedBefore || (convictedOn as string) < from ? earlier : later) as HistoryCriterion;
}

function answer<Key extends keyof Answers>(
	document: CaseDocument,
	key: Key,
	question: string,
): NonNullable<Answers[Key]> {
	const ofCase = key === 'criminalHistoryPoints' ? document.criminalHistoryPoints : undefined;
	const value = document.safetyValve?.[key] ?? ofCase;
	if (value !== undefined) return value as NonNullable<Answers[Key]>;
	throw new InputError(
		'facts-missing',
		`/safetyValve/${key}`,
		`${question} The safety valve of this case turns on it; give ${key}`,
	);
}

/**
 * Relief that the case states without its criteria is taken at its word. Where the points of the case are more than the
 * first criterion allowed at the time of the sentence, the reader is told.
 */
export function statedReliefWarnings(document: CaseDocument, provisions: Provisions, edition: string): Warning[] {
	const rule = provisions['5C1.2'];
	const isStated = document.statutoryMinimumRelief === 'safety-valve' && document.safetyValve === undefined;
	if (!isStated || !rule.inForce) return [];
	return [...deathWarnings(document, rule), ...pointsWarnings(document, provisions, rule, edition)];
}

/** A count that rests on a death stands beside relief that asks for none. */
function deathWarnings({ statutes = [] }: CaseDocument, { otherCriteria }: Rule): Warning[] {
	if (!statutes.some((one) => typeof one !== 'string' && one.circumstance?.startsWith('death'))) return [];
	const { provision, words } = otherCriteria.deathOrSeriousInjury;
	const message = `the safety valve is said to apply, but a count of conviction rests on a death, and ${provision} asks for ${words}. Answer the criteria in safetyValve`;
	return [{ code: 'safety-valve-death', message }];
}

function pointsWarnings(document: CaseDocument, provisions: Provisions, rule: Rule, edition: string): Warning[] {
	const points = leastPointsOf(document, provisions);
	const later = rule.history.find((criterion) => criterion.convictionsFrom !== undefined);
	const earlier = rule.history.find((criterion) => criterion.convictionsFrom === undefined);
	const from = later?.convictionsFrom ?? '';
	if (!earlier || (document.sentencingDate ?? edition) >= from || points <= earlier.maximumPoints) return [];
	const message = `the safety valve is said to apply, but there are at least ${points} criminal history points, and ${earlier.provision} asked for ${earlier.words} of those convicted before ${longDate(from)}. Answer the criteria in safetyValve`;
	return [{ code: 'safety-valve-points', message }];
}

/** The points of the case, or the fewest of its category. */
function leastPointsOf(document: CaseDocument, { 'sentencing-table': table }: Provisions): number {
	const { criminalHistoryPoints, criminalHistoryCategory } = document;
	if (criminalHistoryPoints !== undefined || criminalHistoryCategory === undefined) return criminalHistoryPoints ?? 0;
	const category = toCategory(criminalHistoryCategory);
	return table.criminalHistoryCategories.find((row) => row.category === category)?.minimumPoints ?? 0;
}

/**
 * A conviction for a firearm in a drug offense stands beside the answer that there was none. `rangeWithMinimum` gives the
 * range where the statutory minimum binds, in months.
 */
export function firearmWarnings(
	relief: Relief | undefined,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
	rangeWithMinimum: () => Range,
): Warning[] {
	const rule = provisions['5C1.2'];
	if (!rule.inForce || relief?.kind !== 'safety-valve' || !relief.granted) return [];
	const armed = statutes.find(({ provision }) => rule.firearmStatutes.some((one) => provision.startsWith(one)));
	if (!armed) return [];
	const { provision, words } = rule.otherCriteria.violenceOrWeapon;
	const message = `the safety valve stands beside a count under ${armed.provision}: where the firearm went with the offense that carries the minimum, ${provision} is not met (${words}), the minimum binds, and the range is ${rangeInWords(rangeWithMinimum())}`;
	return [{ code: 'safety-valve-firearm', message }];
}
