// How the range for all counts is put together (§4B1.1(c), §5G1.2).
import { InputError } from '../../case/errors.ts';
import { type Months, plusMonths } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import { readRange } from '../../law/sentencing-table.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { isLower } from '../../result/ranges.ts';
import type { Range, StatuteOfConviction, Step, TotalRange } from '../../result/result.ts';
import { withMinimum } from '../range/guideline-range.ts';
import { consecutiveTermOf } from '../statutes/consecutive-terms.ts';

/** The range of the other counts: the one to which the term is added, and whether there are any such counts. */
interface OtherCounts {
	range: Range;
	/** The provisions beyond the Sentencing Table that set it. */
	provisions: readonly string[];
	/** Their statutory minimum that binds beside any relief. */
	minimum: Months | undefined;
}

type FirearmRanges = NonNullable<Provisions['4B1.1']['firearmRanges']>;

/** What runs after every other term by the counts under 18 U.S.C. § 924(c) or § 929(a), in months at the least. */
export const firearmTerm = (firearm: readonly StatuteOfConviction[]): Months =>
	consecutiveTermOf(firearm)?.leastMonths ?? 0;

/** The range of the table of §4B1.1(c)(3) for so many levels of acceptance. */
function rangeOfTable({ rows, provision }: FirearmRanges, acceptance: number): Range {
	const row = rows.find(({ acceptanceLevels }) => acceptanceLevels === acceptance);
	if (!row) {
		throw new InputError(
			'acceptance-not-available',
			'/acceptance',
			`in this edition the table in ${provision} has no range for ${acceptance} levels of acceptance. Check the Manual`,
		);
	}
	return readRange(row.cell);
}

/** What the counts under 18 U.S.C. § 924(c) or § 929(a) require at the least, in months, and the levels of acceptance. */
interface FirearmCounts {
	term: Months;
	acceptance: number;
}

/** The range of a career offender with counts under 18 U.S.C. § 924(c) or § 929(a) and no other (§4B1.1(c)(1)). */
export function rangeOfOnlyCounts(provisions: Provisions, { term, acceptance }: FirearmCounts): TotalRange {
	const rule = rangesIn(provisions);
	const held = withMinimum(provisions, rangeOfTable(rule, acceptance), term);
	return { ...held.range, provisions: [rule.onlyCount, rule.provision, ...held.provisions] };
}

/**
 * The range of a career offender with such counts and others: theirs with the term added to both ends, or that of the
 * table, whichever has the greater minimum (§4B1.1(c)(2), comment. (n.3(B))).
 */
export function rangeOfAllCounts(
	provisions: Provisions,
	{ term, acceptance }: FirearmCounts,
	others: OtherCounts,
): TotalRange {
	const rule = rangesIn(provisions);
	const added = plusTerm(others.range, term);
	const ofTable = rangeOfTable(rule, acceptance);
	const isAdded = isLower(ofTable, added);
	const held = withMinimum(provisions, isAdded ? added : ofTable, plusMonths(others.minimum ?? 0, term));
	const by = isAdded ? [rule.termAdded, ...others.provisions] : [rule.ofTable, rule.provision];
	return { ...held.range, provisions: [...by, ...held.provisions] };
}

/** A range with a term added to both ends, in months. */
export const plusTerm = ({ minimumMonths, maximumMonths }: Range, term: Months): Range => ({
	minimumMonths: plusMonths(minimumMonths, term),
	maximumMonths: plusMonths(maximumMonths, term),
});

/** The comparison of §4B1.1(c)(2) as a line of the calculation, which changes no level. */
export function comparisonStep(
	provisions: Provisions,
	{ term, acceptance }: FirearmCounts,
	range: Range,
	offenseLevel: number,
): Step {
	const rule = rangesIn(provisions);
	const added = plusTerm(range, term);
	const ofTable = rangeOfTable(rule, acceptance);
	const description = `the range for all counts is the one with the higher low end. One is ${rangeInWords(added)}: ${rangeInWords(range)} for the other counts, before their statutory maximum, with ${rangeInWords({ minimumMonths: term, maximumMonths: term })} added to both ends (${rule.termAdded}). The other is ${rangeInWords(ofTable)}, from the table for ${acceptance} levels of acceptance (${rule.ofTable}, ${rule.provision})`;
	return { provision: rule.greater, description, levels: 0, offenseLevel, worksheet: 'D' };
}

function rangesIn({ '4B1.1': { firearmRanges } }: Provisions): FirearmRanges {
	if (!firearmRanges) throw new RangeError('the edition has no ranges of §4B1.1(c)');
	return firearmRanges;
}
