// What the priors make of the first criterion of the safety valve.
import { longDate } from '../../case/dates.ts';
import { disagreement } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Range, Relief, Warning } from '../../result/result.ts';
import type { ScoredHistory } from '../criminal-history/criminal-history.ts';
import type { ScoredPrior } from '../criminal-history/points.ts';
import { isSentencedBefore } from '../statutes/statutes.ts';
import { priorName } from '../steps/fact-names.ts';
import type { Readings } from '../steps/readings.ts';

/** What the priors of a case make of the first criterion of the safety valve, which goes by the points of each offense. */

type Rule = Extract<Provisions['5C1.2'], { inForce: true }>;
type ByOffense = NonNullable<Rule['history'][number]['byOffense']>;

const byOffenseOf = ({ history }: Rule) => history.find(({ byOffense }) => byOffense !== undefined);

/** A prior whose own sentence scores under §4A1.1, alone or one after the other with those of its group. */
const scores = ({ points, carries, violencePoint }: ScoredPrior): boolean => (points > 0 || carries) && !violencePoint;

/** Its points stand, and are those that its sentence has alone. */
const hasAlone = (each: ScoredPrior, points: number): boolean =>
	scores(each) && each.points === points && each.alone().points === points;

/** Its points are so many, in its group or alone. */
const mayHave = (each: ScoredPrior, points: number): boolean =>
	scores(each) && (each.points === points || each.alone().points === points);

/**
 * The points that result from 1-point offenses: at least those of single sentences of one point. Whether points of a crime
 * of violence within a single sentence, of short terms in a row, or for status or recency result from one may be argued.
 */
export function pointsOfOnePointOffenses(
	{ scored, history }: ScoredHistory,
	{ excludedPoints }: ByOffense,
): { least: number; most: number } {
	const sum = (some: readonly ScoredPrior[]) => some.reduce((total, { points }) => total + points, 0);
	const ofOne = scored.filter((each) => scores(each) && each.points === excludedPoints);
	const arguable = scored.filter(
		(each) =>
			each.violencePoint || (scores(each) && each.points > excludedPoints && each.alone().points <= excludedPoints),
	);
	const least = sum(ofOne);
	const after = least > 0 ? history.status.points + (history.recency?.points ?? 0) : 0;
	return { least, most: least + sum(arguable) + after };
}

/**
 * Answers on criminal history that the points of the priors contradict are refused; where an open question bears on the
 * points they may be others, and the warnings say so. Throws InputError `disagrees`.
 */
export function refuseOtherPriors(
	{ safetyValve }: CaseDocument,
	found: ScoredHistory | undefined,
	provisions: Provisions,
	readings: Readings,
): void {
	if (safetyValve === undefined || found === undefined || readings.raised.size > 0) return;
	const rule = provisions['5C1.2'];
	const byOffense = rule.inForce ? byOffenseOf(rule)?.byOffense : undefined;
	if (byOffense === undefined) return;
	const { threePointOffense, twoPointViolentOffense, pointsFromOnePointOffenses } = safetyValve;
	const { barredPoints, violent } = byOffense;
	const { scored } = found;
	const refuse = (key: string, words: string): never => {
		throw disagreement(`/safetyValve/${key}`, `${words} in this edition`);
	};
	const none = (points: number) => `true contradicts the priors: none of them has ${points} points`;
	const barred = scored.find((each) => hasAlone(each, barredPoints));
	if (threePointOffense === false && barred) {
		const { prior, points, provision } = barred;
		refuse(
			'threePointOffense',
			`false does not agree with prior ${prior.id}, which has ${points} points under ${provision}`,
		);
	}
	const isSettled = scored.every(({ points }) => points > 0);
	if (threePointOffense && isSettled && !scored.some((each) => mayHave(each, barredPoints))) {
		refuse('threePointOffense', none(barredPoints));
	}
	if (twoPointViolentOffense && isSettled && !scored.some((each) => mayHave(each, violent.barredPoints))) {
		refuse('twoPointViolentOffense', none(violent.barredPoints));
	}
	const { least, most } = pointsOfOnePointOffenses(found, byOffense);
	const ofOne = pointsFromOnePointOffenses ?? least;
	if (ofOne >= least && ofOne <= most) return;
	const ofPriors = least === most ? `${least}` : `${least} to ${most}`;
	refuse(
		'pointsFromOnePointOffenses',
		`${ofOne} contradicts the priors: their points from 1-point offenses are ${ofPriors}`,
	);
}

/** What relief by the safety valve rests on, and its range in months with it and with the minimum. */
interface Granted {
	document: CaseDocument;
	provisions: Provisions;
	history: ScoredHistory | undefined;
	relief: Relief | undefined;
	range: Range;
	rangeWithMinimum: () => Range;
	/** The day on which the edition was superseded. */
	until: () => string | undefined;
}

/** Priors that bar the relief that is granted, or may: stated relief and answers are taken at their word. */
export function priorsWarnings(claim: Granted): Warning[] {
	const { document, provisions, history: found, relief, range, rangeWithMinimum, until } = claim;
	if (!found || relief?.kind !== 'safety-valve' || !relief.granted) return [];
	const rule = provisions['5C1.2'];
	const criterion = rule.inForce ? byOffenseOf(rule) : undefined;
	if (!criterion?.byOffense) return [];
	const { convictionsFrom: from = '', byOffense, provision, words, maximumPoints } = criterion;
	const convictedOn = document.safetyValve?.convictedOn;
	if (isSentencedBefore(from, document, until) || (convictedOn ?? from) < from) return [];
	const { barredPoints, violent } = byOffense;
	const minimum = () => `the minimum binds, and the range is ${rangeInWords(rangeWithMinimum())}`;
	const asHere = `as shown: ${rangeInWords(range)}`;
	const remedy = document.safetyValve ? 'Check the answers on the safety valve' : 'Answer the safety-valve criteria';
	const warning = (message: string): Warning => ({
		code: 'safety-valve-priors',
		message: `The case applies the safety valve, but ${message}. ${remedy}.`,
	});
	const named = (some: readonly ScoredPrior[]) => some.map(({ prior }) => priorName(prior.id, document)).join(', ');
	const asked = `${provision}, for convictions from ${longDate(from)}, requires ${words}`;
	const barring = found.scored.filter((each) => scores(each) && each.points >= barredPoints);
	const surely = barring.filter((each) => hasAlone(each, barredPoints));
	const inRow = barring.filter((each) => !surely.includes(each));
	const has = (some: readonly ScoredPrior[]) =>
		`${some.length === 1 ? 'has' : 'have'} ${barredPoints} points under ${some[0]?.provision}`;
	const barred =
		surely.length > 0
			? [warning(`${named(surely)} ${has(surely)}, and ${asked}. Then ${minimum()}, not ${rangeInWords(range)}`)]
			: inRow.length > 0
				? [
						warning(
							`${named(inRow)} ${has(inRow)}, and ${asked}. If consecutive terms make such an offense, ${minimum()}; if not, ${asHere}`,
						),
					]
				: [];
	const violentPriors = document.safetyValve?.twoPointViolentOffense
		? []
		: found.scored.filter(
				(each) =>
					mayHave(each, violent.barredPoints) && each.prior.given.kinds?.some((kind) => violent.kinds.includes(kind)),
			);
	const doubted =
		violentPriors.length === 0
			? []
			: [
					warning(
						`the case calls ${named(violentPriors)} a crime of violence with ${violent.barredPoints} points. ${provision} bars a prior ${violent.barredPoints}-point violent offense, which means ${violent.words} (${violent.provision}), not a crime of violence as the guidelines define it. If one is such an offense, ${minimum()}; if none, ${asHere}`,
					),
				];
	const { least } = pointsOfOnePointOffenses(found, byOffense);
	const claimed = document.safetyValve?.pointsFromOnePointOffenses ?? least;
	const left = found.history.points - least;
	if (claimed === least || left <= maximumPoints) return [...barred, ...doubted];
	const argued = `it says that ${claimed} of ${found.history.points} criminal history points come from 1-point offenses, while single sentences of 1 point give only ${least}. It can be argued that points for status, recency, violence within a single sentence, or consecutive terms also come from them. If not, ${left} points remain, ${provision} allows ${maximumPoints}, and ${minimum()}. If so, ${asHere}`;
	return [...barred, ...doubted, warning(argued)];
}
