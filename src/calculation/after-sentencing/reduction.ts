// A reduction after an amendment to the Manual (§1B1.10, 18 U.S.C. § 3582(c)(2)).
import type { CaseDocument } from '../../case/schema.ts';
import { endsOf } from '../../result/ranges.ts';
import type { Reduction, Result, Warning } from '../../result/result.ts';
import { editionWarnings } from '../which-manual/unverified-edition.ts';
import { amendmentWarnings, type Reached } from './reduction-amendments.ts';
import { type CalculateUnder, type ReductionCase, reductionCase, type Sentencing } from './reduction-case.ts';
import { comparableUnknownWarning, extentOf } from './reduction-extent.ts';
import { type RangesFound, rangesOf } from './reduction-ranges.ts';
import { reductionWarnings } from './reduction-warnings.ts';

/**
 * The reduction that the case asks for; undefined where it asks for none. `calculateUnder` works out a case in the
 * edition of the sentence, also with the category of the points as amended: one that a provision commands stays. Throws
 * InputError where a fact is missing that the policy statement of that day asks for, or the change given raises a range.
 */
export function reductionOf(
	context: Sentencing,
	calculateUnder: CalculateUnder,
): { reduction: Reduction; warnings: Warning[] } | undefined {
	const { document, law } = context;
	if (document.reduction === undefined) return undefined;
	const worked = reductionCase(document.reduction, context, calculateUnder);
	const { rule, order, given, amendments, asSentenced, asAmended, totals } = worked;
	const found = rangesOf(context, worked);
	const { ranges, grounds, rangeAt } = found;
	const category = asAmended.criminalHistoryCategory;
	const extent = extentOf({ document, rule, amendments }, ranges, grounds);
	const rangeAtLevel = totals ? undefined : (level: number) => rangeAt(level, category);
	return {
		reduction: {
			provision: rule.provision,
			policyStatementOf: order.effectiveDate,
			orderDate: given.orderDate,
			amendment: amendments[0] ?? null,
			amendments: [...amendments],
			originalRange: ranges.original,
			amended: {
				offenseLevel: asAmended.offenseLevel.total,
				criminalHistoryCategory: category,
				tableRange: found.tableRange,
				range: ranges.amended,
			},
			lowersRange: ranges.isLowered,
			...extent,
		},
		warnings: [
			...(asSentenced.edition.verified ? editionWarnings(order, law) : []),
			...(grounds.warnings ?? []),
			...(grounds.reaches ? amendmentWarnings(document, law, amendments, reachedBy(worked, found)) : []),
			...reductionWarnings(given, rule, { asSentenced, asAmended }, rangeAtLevel),
			...comparableUnknownWarning(document, rule, ranges, extent),
		],
	};
}

type Given = NonNullable<CaseDocument['reduction']>;

/** What the amendments reach, and what another change would. */
function reachedBy(worked: ReductionCase, { ranges, rangeAt }: RangesFound): Reached {
	const { rule, given, amendments, asSentenced, asAmended, changed, totals } = worked;
	const rangeOf = ({ offenseLevel, criminalHistoryCategory, totalRange }: Result) =>
		totals && totalRange ? endsOf(totalRange) : rangeAt(offenseLevel.total, criminalHistoryCategory);
	/** The range with the category as sentenced; an amendment that asks for no points does not reach these. */
	const alone = () => {
		if (amendments.every(({ adds }) => adds !== undefined)) return ranges.original;
		return totals?.alone() ?? rangeAt(asAmended.offenseLevel.total, asSentenced.criminalHistoryCategory);
	};
	const rangeOfChange = (change: Given) => rangeOf(change === given ? asAmended : changed(change));
	return { asSentenced, asAmended, rule, alone, rangeOfChange };
}
