// The criminal history points that an enhancement shows.
import { toCategory } from '../../../case/category.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import { rowsOf } from '../../../law/guidelines.ts';
import type { Provisions } from '../../../law/schema.ts';
import type { Result, Warning } from '../../../result/result.ts';
import { outcomeOrQuestion } from '../../steps/open-questions.ts';
import { givenEnhancement } from '../named-rows.ts';

/** What an increase that the case names shows of the criminal history points. */
interface ShownPoints {
	/** The characteristic, as the Manual writes it. */
	increase: string;
	/** The fewest points that it takes. */
	points: number;
	/** Where §4A1.1 gives them. */
	provision: string;
	/** What lets the guideline count only sentences that receive points. */
	rule: string;
}

/**
 * The most points that any one increase takes which the case names and whose convictions must receive points, or are
 * said to. They are not added: the convictions behind two increases may be one single sentence (§4A1.2(a)(2)).
 * Undefined where there is no such increase.
 */
export function pointsOfIncreases(document: CaseDocument, provisions: Provisions): ShownPoints | undefined {
	if (document.enhancements === undefined) return undefined;
	const guideline = provisions.guideline(document.guideline);
	const rule = guideline?.priors?.pointsRule;
	if (guideline === undefined || rule === undefined) return undefined;
	let most: ShownPoints | undefined;
	for (const given of document.enhancements) {
		const { id, receivesPoints } = givenEnhancement(given);
		for (const { id: known, leastPoints, points } of rowsOf(guideline)) {
			if (known !== id || leastPoints === undefined || leastPoints.points <= (most?.points ?? 0)) continue;
			if (receivesPoints ?? points === 'required')
				most = { increase: `${guideline.provision}${id}`, ...leastPoints, rule: rule.provision };
		}
	}
	return most;
}

/**
 * Points, or a category, too low for an increase that the case names: which of the two is wrong the case does not say,
 * so it is worked out as given, with both outcomes in the warning. Where dates of removal are given the increase is drawn
 * from the same priors as the points.
 */
export function increaseWarnings(
	document: CaseDocument,
	provisions: Provisions,
	inThisEdition: (other: CaseDocument) => Result,
): Warning[] {
	const { criminalHistoryPoints: points, removalOrders, removals } = document;
	if (removalOrders !== undefined || removals !== undefined) return [];
	const category = document.criminalHistoryCategory && toCategory(document.criminalHistoryCategory);
	const rows = provisions['sentencing-table'].criminalHistoryCategories;
	const most = points ?? rows.find((row) => row.category === category)?.maximumPoints ?? Infinity;
	if (most === Infinity) return [];
	const shown = pointsOfIncreases(document, provisions);
	if (shown === undefined || most >= shown.points) return [];
	const { criminalHistoryCategory: _, priors: __, ...rest } = document;
	const standing = outcomeOrQuestion(() => inThisEdition({ ...rest, criminalHistoryPoints: shown.points }), document);
	const fallen = outcomeOrQuestion(() => inThisEdition(withoutPoints(document, most, provisions)), document);
	const isCategory = points === undefined;
	const given = isCategory ? `CATEGORY ${category}, AT MOST ${inPoints(most)}` : inPoints(most);
	const why = `it requires convictions that receive criminal history points (${shown.rule}), and those receive at least that many (${shown.provision})`;
	const outcomes = `If the enhancement is right, with the fewest points it requires: ${standing}. If the ${isCategory ? 'category is' : 'points are'} right and no other enhancement replaces it: ${fallen}`;
	const message = `THE CASE GIVES ${given}, BUT ${shown.increase} REQUIRES AT LEAST ${inPoints(shown.points)}: ${why}. One of the two is wrong. ${outcomes}. Correct ${isCategory ? 'the category' : 'the points'} or the enhancement.`;
	return [{ code: 'points-below-increase', message }];
}

const inPoints = (points: number): string => `${points} ${points === 1 ? 'POINT' : 'POINTS'}`;

/**
 * The case with each increase that takes more points than there are as one whose conviction receives none, and acceptance
 * as far as the lower level allows.
 */
function withoutPoints(document: CaseDocument, most: number, provisions: Provisions): CaseDocument {
	const enhancements = document.enhancements?.map((given) => {
		const shown = pointsOfIncreases({ ...document, enhancements: [given] }, provisions);
		if (shown === undefined || shown.points <= most) return given;
		return { id: givenEnhancement(given).id, receivesPoints: false };
	});
	const { acceptance = 0 } = document;
	const hasThird = acceptance !== 'full' && acceptance > provisions['3E1.1'].decrease.levels;
	return { ...document, ...(hasThird && { acceptance: 'full' as const }), ...(enhancements && { enhancements }) };
}
