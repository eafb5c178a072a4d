// Warnings about the amendments that a reduction rests on.
import { categories } from '../../case/category.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Amendment, Range, Result, Warning } from '../../result/result.ts';
import { capitalized } from '../steps/sentence.ts';
import { namesOf } from './amended-case.ts';
import { levelsWarnings } from './reduction-levels.ts';
import type { ReductionRule } from './reduction-rule.ts';

type Given = NonNullable<CaseDocument['reduction']>;

/** The case before and after the amendments, and the ranges of other changes. Months. */
export interface Reached {
	asSentenced: Result;
	asAmended: Result;
	rule: ReductionRule;
	/** The amended range where the amendments are all that changes. */
	alone: () => Range;
	rangeOfChange: (change: Given) => Range;
}

/** What the amendments claimed cannot bear: a change that none of them makes, or one that was held invalid. */
export function amendmentWarnings(
	document: CaseDocument,
	law: Law,
	amendments: readonly Amendment[],
	reached: Reached,
): Warning[] {
	if (amendments.length === 0 || document.reduction === undefined) return [];
	const lists = law.tables['covered-amendments'];
	const invalid = lists
		.flatMap(({ heldInvalid = [] }) => heldInvalid)
		.filter(({ id }) => amendments.some((amendment) => amendment.id === id));
	const isOfLevel = ({ id }: Amendment) => lists.some(({ ofOffenseLevel = [] }) => ofOffenseLevel.includes(id));
	const status = amendments.find(({ id }) => lists.some(({ ofStatusPoints }) => ofStatusPoints === id));
	const others = amendments.filter((one) => one !== status);
	return [
		...invalid.map(({ id, words, authority }) => ({
			code: 'amendment-held-invalid' as const,
			message: `Amendment ${id} was ${words} (${authority}). Leave it out, and use the amended range without it.`,
		})),
		...(status && others.every(isOfLevel) ? beyondStatusPoints(document, law, { status, others }, reached) : []),
		...(status === undefined && others.every(isOfLevel) ? beyondOffenseLevel(document, amendments, reached) : []),
		...(others.length === 0 ? [] : levelsWarnings(document.reduction, document, others, reached)),
	];
}

/** Points or a category that change beside amendments of the offense level: another listed one must change them. */
function beyondOffenseLevel(
	{ reduction, criminalHistoryPoints }: CaseDocument,
	amendments: readonly Amendment[],
	{ asSentenced, asAmended, rule, alone }: Reached,
): Warning[] {
	const { onlyListedAmendments, provision } = rule.amendedRange;
	const points = asSentenced.criminalHistory?.points ?? criminalHistoryPoints;
	const amended = reduction?.criminalHistoryPoints;
	const differs = points !== undefined && amended !== undefined && points !== amended;
	const { criminalHistoryCategory: category } = asSentenced;
	if (!onlyListedAmendments || (!differs && category === asAmended.criminalHistoryCategory)) return [];
	const what = amendments.map(({ name, changes = 'the offense level' }) => `${name} changes ${changes}`).join(', ');
	const message = `${capitalized(what)}, but not criminal history points or the category. With ${amendments.length === 1 ? 'it' : 'them'} alone, the amended range is ${rangeInWords(alone())}, because all other decisions stay the same (${provision}). The change given counts only if another listed amendment makes it. Name that amendment too.`;
	return [{ code: 'reduction-not-of-amendment', message }];
}

/** What the case changes beyond the status points, where one of the amendments changes those and no other touches points. */
function beyondStatusPoints(
	document: CaseDocument,
	law: Law,
	{ status, others }: { status: Amendment; others: readonly Amendment[] },
	reached: Reached,
): Warning[] {
	const wrong = wrongChange(document, law, { status, isAlone: others.length === 0 }, reached);
	if (wrong === undefined) return [];
	const among =
		others.length === 0 ? `${status.name} changes` : `of ${namesOf([status, ...others])}, the first changes`;
	const message = `${capitalized(among)} only the status points, but ${wrong}. The amended range shown assumes a change that this amendment does not make. Correct the change.`;
	return [{ code: 'reduction-not-of-amendment', message }];
}

/** The change that the amendment of the status points cannot make, in words; undefined where nothing is seen to be one. */
function wrongChange(
	{ reduction: given = { orderDate: '' }, criminalHistoryPoints }: CaseDocument,
	law: Law,
	{ status: { inManualSince }, isAlone }: { status: Amendment; isAlone: boolean },
	{ asSentenced, asAmended }: Reached,
): string | undefined {
	const { levels = 0, baseOffenseLevel, criminalHistoryPoints: amended } = given;
	if (isAlone && (levels !== 0 || baseOffenseLevel !== undefined)) return 'the case gives a change of offense level';
	const { status: before, recency } = provisionsOf(law, asSentenced.edition.effectiveDate)['4A1.1'];
	const after = provisionsOf(law, inManualSince)['4A1.1'].status;
	const points = asSentenced.criminalHistory?.points ?? criminalHistoryPoints;
	if (points !== undefined && amended !== undefined) {
		const without = points - before.points;
		const exact = without >= after.fromPoints ? without + after.points : without;
		// Points for recency turned on those of status, so either change may be meant beside them.
		const possible = recency.inForce ? [without, without + after.points] : [exact];
		if (without >= 0 && possible.includes(amended)) return undefined;
		const words =
			without < 0
				? `${points === 1 ? 'leaves' : 'leave'} no status points`
				: `${points === 1 ? 'leaves' : 'leave'} ${without} without the status points`;
		return `${points === 1 ? '1 point' : `${points} points`} ${words}, so the amended points are not ${amended}${without < 0 ? '' : ` but ${possible.join(' or ')}`} (${after.provision})`;
	}
	const [from, to] = [asSentenced.criminalHistoryCategory, asAmended.criminalHistoryCategory];
	const fallen = categories.indexOf(from) - categories.indexOf(to);
	if (fallen === 0 || fallen === 1) return undefined;
	return `a change of ${before.points} points cannot turn category ${from} into ${to}`;
}
