// Career offenders in the Commission's datafile.
import { deriveRange } from '../../../calculation/range/guideline-range.ts';
import { plusTerm, rangeOfAllCounts, rangeOfOnlyCounts } from '../../../calculation/total-range/total-range.ts';
import { provisionsOf } from '../../../law/editions.ts';
import type { Law, Provisions } from '../../../law/schema.ts';
import { rangeInWords } from '../../../result/range-words.ts';
import { isSame } from '../../../result/ranges.ts';
import type { Range, Result, TotalRange } from '../../../result/result.ts';
import type { Row } from './codes.ts';
import { firearmTerms, hasFirearmCount, identityTerm, limitIn, minimumOfOthers } from './consecutive-terms.ts';

export const isCareer = (row: Row): boolean => row['CAROFFAP'] === '1';

/** Whether §4B1.1(c) has a range for all counts of the row: no term then runs after it. */
export const hasTotal = (row: Row, { '4B1.1': { firearmRanges } }: Provisions): boolean =>
	isCareer(row) && hasFirearmCount(row) && firearmRanges !== undefined;

/** The ranges that §4B1.1 may give a row: category VI, or with a count under § 924(c) the range for all counts. */
export function careerRanges(row: Row, result: Result, law: Law): Range[] {
	const provisions = provisionsOf(law, result.edition.effectiveDate);
	const rule = provisions['4B1.1'];
	if (hasTotal(row, provisions)) {
		const totals = totalsOf(row, result, provisions, law);
		return totals.flatMap((total) => [total, plusTerm(total, identityTerm(row))]);
	}
	const limits = { minimum: minimumOfOthers(row), maximum: limitIn(row, 'STATMAX') };
	const { cell, range } = deriveRange(provisions, result.offenseLevel.total, rule.category, limits);
	return [cell, range];
}

/** The result with the range for all counts of §4B1.1(c), where the row decides it; else a warning that it does not. */
export function withCareerTotal(row: Row, result: Result, law: Law): Result {
	const provisions = provisionsOf(law, result.edition.effectiveDate);
	if (!hasTotal(row, provisions)) return result;
	const [first, ...others] = totalsOf(row, result, provisions, law);
	if (first !== undefined && others.every((other) => isSame(first, other))) return { ...result, totalRange: first };
	const possible = [
		...new Set([first, ...others].map((total) => (total ? rangeInWords(total) : 'one that cannot be computed'))),
	];
	const message = `A career offender with a count under 18 U.S.C. § 924(c) has one range for all counts (§4B1.1(c)), but the row does not say which: ${possible.join(', or ')}. Give the levels of acceptance (ACCTRESP) and the term (GUNMIN1), and check whether there is another count.`;
	return { ...result, warnings: [...result.warnings, { code: 'career-offender-firearm', message }] };
}

/** Every range for all counts that the row leaves possible: by acceptance, by term, with another count or without. */
function totalsOf(row: Row, result: Result, provisions: Provisions, law: Law): TotalRange[] {
	const terms = firearmTerms(row, law);
	const rows = provisions['4B1.1'].firearmRanges?.rows ?? [];
	const accepted = acceptanceOf(row);
	const acceptances = rows.map(({ acceptanceLevels }) => acceptanceLevels);
	const possible = acceptances.includes(accepted) ? [accepted] : acceptances;
	const minimum = minimumOfOthers(row);
	return terms.flatMap((term) =>
		possible.flatMap((acceptance) => {
			const counts = { term, acceptance };
			const others = othersOf(result, provisions).map((range) =>
				rangeOfAllCounts(provisions, counts, { range, provisions: [], minimum }),
			);
			return [...others, ...(minimum === undefined ? [rangeOfOnlyCounts(provisions, counts)] : [])];
		}),
	);
}

/** The range of the other counts: as the row has its category, and in category VI. */
function othersOf({ offenseLevel, criminalHistoryCategory, guidelineRange }: Result, provisions: Provisions): Range[] {
	const { category } = provisions['4B1.1'];
	if (criminalHistoryCategory === category) return [guidelineRange];
	return [guidelineRange, deriveRange(provisions, offenseLevel.total, category, {}).range];
}

/** The levels of acceptance, which files may write as what they subtract; NaN where the row has none that are a number. */
const acceptanceOf = (row: Row): number => Math.abs(Number.parseFloat(row['ACCTRESP'] ?? ''));
