// The criminal history points that the safety valve allows.
import { toCategory } from '../../case/category.ts';
import { disagreement } from '../../case/errors.ts';
import { namedUnder } from '../../case/named-counts.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { adjustmentsTaken } from '../chapter-three/named-adjustments.ts';
import { isSentencedBefore } from '../statutes/statutes.ts';

type Rule = Extract<Provisions['5C1.2'], { inForce: true }>;
/** The first criterion of the safety valve, as the law of one time has it. */
export type Criterion = Rule['history'][number];

/** The fewest and the most criminal history points that a case can have; null where there is no most. */
interface PointsBetween {
	least: number;
	most: number | null;
}

/** The fewest and the most criminal history points that the case can have. */
export function pointsBetween(
	{ safetyValve, criminalHistoryPoints, criminalHistoryCategory, careerOffender }: CaseDocument,
	provisions: Provisions,
): PointsBetween {
	const points = safetyValve?.criminalHistoryPoints ?? criminalHistoryPoints;
	if (points !== undefined) return { least: points, most: points };
	const category = criminalHistoryCategory === undefined ? undefined : toCategory(criminalHistoryCategory);
	const { predicates, category: ofCareer } = provisions['4B1.1'];
	// That category says nothing of points; each of the prior sentences that it takes has at least one.
	if (careerOffender !== undefined && category === ofCareer) return { least: predicates.number, most: null };
	const rows = provisions['sentencing-table'].criminalHistoryCategories;
	const row = rows.find((one) => one.category === category);
	return row ? { least: row.minimumPoints, most: row.maximumPoints } : { least: 0, most: null };
}

export const pointsInWords = ({ least, most }: PointsBetween): string => {
	if (least === most) return `${least} criminal history ${least === 1 ? 'point' : 'points'}`;
	return most === null ? `at least ${least} criminal history points` : `${least} to ${most} criminal history points`;
};

/** The two texts of the first criterion (18 U.S.C. § 3553(f)(1)), and the day of conviction from which the later one governs. */
export function criteriaOfHistory({ history }: Rule): { earlier: Criterion; later: Criterion; from: string } {
	const later = history.find(({ convictionsFrom }) => convictionsFrom !== undefined);
	const earlier = history.find(({ convictionsFrom }) => convictionsFrom === undefined);
	if (!earlier || !later?.convictionsFrom) throw new RangeError('the first criterion of § 3553(f) has two texts');
	return { earlier, later, from: later.convictionsFrom };
}

/**
 * The first criterion as it stood before the later law, where the dates of the case, or its edition, leave no conviction
 * under that one; undefined where they do.
 */
export function onlyEarlierCriterion(
	document: CaseDocument,
	rule: Rule,
	until: () => string | undefined,
): Criterion | undefined {
	const { earlier, from } = criteriaOfHistory(rule);
	const convictedOn = document.safetyValve?.convictedOn;
	const isBefore = convictedOn === undefined ? isSentencedBefore(from, document, until) : convictedOn < from;
	return isBefore ? earlier : undefined;
}

/**
 * Rejects relief by the safety valve that is stated beside more points, as any open question is read, than its first
 * criterion allowed where it alone can govern. A downward departure to category I does not change that (§5C1.2, comment. (n.1)). Throws InputError `disagrees`.
 */
export function rejectTooManyPoints(
	document: CaseDocument,
	provisions: Provisions,
	criterion: Criterion | undefined,
	fewest: (points: number) => number,
): void {
	if (criterion === undefined || isCategoryCommanded(document, provisions)) return;
	const points = pointsBetween(document, provisions);
	if (points.least <= criterion.maximumPoints || fewest(points.least) <= criterion.maximumPoints) return;
	const { criminalHistoryCategory: category } = document;
	const has = category === undefined ? '' : `category ${toCategory(category)} is `;
	throw disagreement(
		'/statutoryMinimumRelief',
		`the safety valve is not available with this criminal history: ${has}${pointsInWords(points)}, but ${criterion.provision} requires ${criterion.words}`,
		'Leave the relief out, correct the criminal history, or, if the sentence came later, give the sentencing date',
	);
}

/** Whether the category may be one that a provision commands whatever the points: then it tells nothing of them. */
function isCategoryCommanded(document: CaseDocument, provisions: Provisions): boolean {
	const { safetyValve, criminalHistoryPoints } = document;
	if (safetyValve?.criminalHistoryPoints !== undefined || criminalHistoryPoints !== undefined) return false;
	const armed = provisions['4B1.4'];
	if (armed.inForce && namedUnder(document, [armed.statute]) !== undefined) return true;
	const commanding = provisions['chapter-three'].adjustments.filter(({ category }) => category !== undefined);
	return adjustmentsTaken(document).some(
		(one) => namesSection(one, armed.provision) || commanding.some(({ id }) => namesSection(one, id)),
	);
}
