import { type Category, categories } from '../../case/category.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Range } from '../range/chapter-five.ts';
import { rangeInWords } from '../range-words.ts';
import type { Result } from '../result.ts';
import type { Warning } from '../warnings.ts';
import type { Amendment } from './covered-amendments.ts';
import type { ReductionRule } from './reduction-extent.ts';

interface Reached {
	asSentenced: Result;
	/** The category as amended. */
	category: Category;
	rule: ReductionRule;
	/** The amended range where the amendment is all that changes. */
	alone: () => Range;
}

/** What the amendment claimed cannot bear: a change that it does not make, or its being held invalid. */
export function amendmentWarnings(
	document: CaseDocument,
	law: Law,
	amendment: Amendment | undefined,
	reached: Reached,
): Warning[] {
	if (amendment === undefined) return [];
	const lists = law.tables['covered-amendments'];
	const invalid = lists.flatMap(({ heldInvalid = [] }) => heldInvalid).find(({ id }) => id === amendment.id);
	const isOfStatus = lists.some(({ ofStatusPoints }) => ofStatusPoints === amendment.id);
	const wrong = isOfStatus ? beyondStatusPoints(document, law, amendment, reached) : undefined;
	return [
		...(invalid
			? [
					{
						code: 'amendment-held-invalid' as const,
						message: `${amendment.name}: ${invalid.words} (${invalid.authority})`,
					},
				]
			: []),
		...(wrong === undefined
			? []
			: [
					{
						code: 'reduction-not-of-amendment' as const,
						message: `${amendment.name} changes the status points alone, and ${wrong}. The answer supposes a change that this amendment does not make: correct it`,
					},
				]),
		...(lists.some(({ ofOffenseLevel = [] }) => ofOffenseLevel.includes(amendment.id))
			? beyondOffenseLevel(document, amendment, reached)
			: []),
	];
}

/** Points or a category that change beside an amendment of the offense level: another listed one must change them. */
function beyondOffenseLevel(
	{ reduction, criminalHistoryPoints }: CaseDocument,
	{ name, changes }: Amendment,
	{ asSentenced, category, rule, alone }: Reached,
): Warning[] {
	const { onlyListedAmendments, provision } = rule.amendedRange;
	const points = asSentenced.criminalHistory?.points ?? criminalHistoryPoints;
	const amended = reduction?.criminalHistoryPoints;
	const differs = points !== undefined && amended !== undefined && points !== amended;
	if (!onlyListedAmendments || (!differs && category === asSentenced.criminalHistoryCategory)) return [];
	const what = changes ?? 'the offense level';
	const message = `${name} changes ${what}, and neither criminal history points nor the category. With it alone the amended range is ${rangeInWords(alone())}: all other decisions stay as they were (${provision}). The change given stands only where another listed amendment makes it`;
	return [{ code: 'reduction-not-of-amendment', message }];
}

/** What the case changes beyond the status points, in words; undefined where nothing is seen to be. */
function beyondStatusPoints(
	{ reduction: given = { orderDate: '' }, criminalHistoryPoints }: CaseDocument,
	law: Law,
	{ inManualSince }: Amendment,
	{ asSentenced, category }: Reached,
): string | undefined {
	const { levels = 0, baseOffenseLevel, criminalHistoryPoints: amended } = given;
	if (levels !== 0 || baseOffenseLevel !== undefined) return 'a change of offense level is given';
	const { status: before, recency } = provisionsOf(law, asSentenced.edition.effectiveDate)['4A1.1'];
	const after = provisionsOf(law, inManualSince)['4A1.1'].status;
	const points = asSentenced.criminalHistory?.points ?? criminalHistoryPoints;
	if (points !== undefined && amended !== undefined) {
		const without = points - before.points;
		const exact = without >= after.fromPoints ? without + after.points : without;
		// Points for recency turned on those of status, so either change may be meant beside them.
		const possible = recency.inForce ? [without, without + after.points] : [exact];
		if (without >= 0 && possible.includes(amended)) return undefined;
		const words = without < 0 ? 'leave none for status' : `without those of status are ${without}`;
		return `${points} points ${words}, so the amended ones are not ${amended}${without < 0 ? '' : ` but ${possible.join(' or ')}`} (${after.provision})`;
	}
	const fallen = categories.indexOf(asSentenced.criminalHistoryCategory) - categories.indexOf(category);
	if (fallen === 0 || fallen === 1) return undefined;
	return `category ${asSentenced.criminalHistoryCategory} cannot become ${category} by ${before.points} points`;
}
