// The ranges that §1B1.10 compares, with and without the statutory minimum.
import type { Category } from '../../case/category.ts';
import { endsOf, isLower } from '../../result/ranges.ts';
import type { Range } from '../../result/result.ts';
import { deriveRange } from '../range/guideline-range.ts';
import { displacedRefusals, ignoresStatutes } from './reduction-authority.ts';
import type { ReductionCase, Sentencing } from './reduction-case.ts';
import type { Ranges } from './reduction-extent.ts';
import type { Grounds } from './reduction-grounds.ts';

/** What the ranges rest on, and what bars a reduction because of them. */
export interface RangesFound {
	ranges: Ranges;
	/** The cell of the amended case, before any statute. */
	tableRange: Range;
	grounds: Grounds;
	/** The range at another level and category, taken the same way. */
	rangeAt: (level: number, category: Category) => Range;
}

/** The original and the amended range, and whether the statutory minimum counts in the amended one (§1B1.10(c)). */
export function rangesOf(
	{ document, readings }: Sentencing,
	{ rule, grounds: ofList, provisions, asSentenced, asAmended, limits, totals }: ReductionCase,
): RangesFound {
	const asked = { document, rule, readings };
	const original = deriveRange(provisions, asSentenced.offenseLevel.total, asSentenced.criminalHistoryCategory, limits);
	const displaced = totals ? [] : displacedRefusals(asked, ofList, limits.minimum, original);
	const grounds = { ...ofList, refusals: [...ofList.refusals, ...displaced] };
	const amended = deriveRange(provisions, asAmended.offenseLevel.total, asAmended.criminalHistoryCategory, limits);
	const tableRange = endsOf(amended.decidingCell);
	const minimum = totals?.minimum ?? limits.minimum;
	const originalRange = totals?.original(false) ?? original.range;
	const withStatutes = {
		minimum,
		original: originalRange,
		amended: totals?.amended(false) ?? amended.range,
		tableRange: totals?.amended(true) ?? tableRange,
	};
	const ignored = ignoresStatutes(asked, grounds, withStatutes);
	const range = ignored ? withStatutes.tableRange : withStatutes.amended;
	const originalTable = totals?.original(true) ?? endsOf(original.decidingCell);
	// Leaving the statutory minimum out lowers no range by itself: the amendment must.
	const isLowered =
		isLower(range, originalRange) &&
		(!ignored || isLower(withStatutes.amended, originalRange) || isLower(withStatutes.tableRange, originalTable));
	const ranges: Ranges = {
		original: originalRange,
		amended: range,
		isLowered,
		originalCell: totals ? originalRange : original.cell,
		amendedCell: totals ? range : amended.cell,
		...(minimum === undefined ? {} : { statutoryMinimum: { months: minimum, provision: provisions['5K1.1'].statute } }),
	};
	const rangeAt = (level: number, category: Category): Range => {
		const { decidingCell, range: within } = deriveRange(provisions, level, category, limits);
		return ignored ? endsOf(decidingCell) : within;
	};
	return { ranges, tableRange, grounds, rangeAt };
}
