import type { Category } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { editionOn, provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { deriveRange, endsOf, isLower, type Range, type StatutoryLimits } from '../range/chapter-five.ts';
import type { Result } from '../result.ts';
import type { Readings } from '../steps/readings.ts';
import { editionWarnings, type Warning } from '../warnings.ts';
import { amendedCase, amendedCategory, refuseImpossibleOrder, refuseRaised } from './amended-case.ts';
import { amendmentsOf } from './covered-amendments.ts';
import { drugChangeOf } from './drug-change.ts';
import type { Reduction, ReductionRule } from './found.ts';
import { amendmentWarnings } from './reduction-amendments.ts';
import { displacedRefusals, ignoresStatutes } from './reduction-authority.ts';
import { comparableUnknownWarning, extentOf, type Ranges } from './reduction-extent.ts';
import { groundsOf } from './reduction-grounds.ts';
import { totalsOf } from './reduction-totals.ts';
import { reductionWarnings } from './reduction-warnings.ts';
import { withStatusAmended } from './status-points-amended.ts';

/** What the reduction takes from the calculation of the case as sentenced. */
interface Sentencing {
	stated: StatutoryLimits;
	readings: Readings;
	calculateUnder: (document: CaseDocument, amended?: Amended) => Result;
}

/** What an amended case has in place of what the Manual of the sentence makes of it. */
export interface Amended {
	/** The category of the points as amended. */
	category?: Category | undefined;
	/** By how many levels amendments change that of the drugs. */
	drugLevels?: number | undefined;
}

type Given = NonNullable<CaseDocument['reduction']>;

/**
 * The reduction that the case asks for; undefined where it asks for none. `calculateUnder` works out a case in the
 * edition of the sentence, also with the category of the points as amended: one that a provision commands stays. Throws
 * InputError where a fact is missing that the policy statement of that day asks for, or the change given raises a range.
 */
export function reductionOf(
	document: CaseDocument,
	law: Law,
	{ stated, readings, calculateUnder }: Sentencing,
): { reduction: Reduction; warnings: Warning[] } | undefined {
	const { reduction: claimed, ...sentenced } = document;
	if (claimed === undefined) return undefined;
	refuseImpossibleOrder(document, claimed);
	const order = editionOn(law, claimed.orderDate, 'in force on the day of the order', '/reduction/orderDate');
	const rule = ruleOf(law, order.effectiveDate);
	const amendments = amendmentsOf(claimed.amendment, law, order.effectiveDate);
	const asSentenced = calculateUnder(sentenced);
	const given = withStatusAmended(claimed, amendments, asSentenced, law);
	const groundsOfList = groundsOf(document, rule, amendments, { asSentenced, law, readings });
	if (rule.amendedRange.onlyListedAmendments) refuseRaised(sentenced, given, asSentenced);
	const provisions = provisionsOf(law, asSentenced.edition.effectiveDate);
	const drugLevels = groundsOfList.reaches ? drugChangeOf(document, amendments, law) : undefined;
	const changed = (change: Given) =>
		calculateUnder(amendedCase(sentenced, change, amendments, drugLevels), {
			category: amendedCategory(change, provisions),
			drugLevels,
		});
	const asAmended = groundsOfList.reaches ? changed(given) : asSentenced;
	const limits = limitsOf(document, stated, asSentenced);
	const category = asAmended.criminalHistoryCategory;
	const totals = totalsOf(asSentenced, document, limits.minimum, {
		sentenced: (changes) => calculateUnder({ ...withoutRelief(sentenced), ...changes }),
		amended: (changes, of) => {
			const relieved = { ...withoutRelief(sentenced), ...changes };
			const other = groundsOfList.reaches ? amendedCase(relieved, given, amendments, drugLevels) : relieved;
			const category = of === 'amended' ? amendedCategory(given, provisions) : undefined;
			return calculateUnder(other, { category, drugLevels });
		},
	});
	const original = deriveRange(provisions, asSentenced.offenseLevel.total, asSentenced.criminalHistoryCategory, limits);
	const displaced = totals ? [] : displacedRefusals(document, rule, groundsOfList, limits.minimum, original, readings);
	const grounds = { ...groundsOfList, refusals: [...groundsOfList.refusals, ...displaced] };
	const amended = deriveRange(provisions, asAmended.offenseLevel.total, category, limits);
	const tableRange = endsOf(amended.decidingCell);
	const minimum = totals?.minimum ?? limits.minimum;
	const originalRange = totals?.original(false) ?? original.range;
	const withStatutes = {
		minimum,
		original: originalRange,
		amended: totals?.amended(false) ?? amended.range,
		tableRange: totals?.amended(true) ?? tableRange,
	};
	const ignored = ignoresStatutes(document, rule, grounds, withStatutes, readings);
	const rangeAt = (level: number, at: Category): Range => {
		const { decidingCell, range } = deriveRange(provisions, level, at, limits);
		return ignored ? endsOf(decidingCell) : range;
	};
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
	const extent = extentOf(document, rule, amendments, ranges, grounds);
	const rangeOf = ({ offenseLevel, criminalHistoryCategory, totalRange }: Result) =>
		totals && totalRange ? endsOf(totalRange) : rangeAt(offenseLevel.total, criminalHistoryCategory);
	/** The range with the category as sentenced; an amendment that asks for no points does not reach these. */
	const alone = () => {
		if (amendments.every(({ adds }) => adds !== undefined)) return originalRange;
		return totals?.alone() ?? rangeAt(asAmended.offenseLevel.total, asSentenced.criminalHistoryCategory);
	};
	const rangeOfChange = (change: Given) => rangeOf(change === given ? asAmended : changed(change));
	const reached = { asSentenced, asAmended, rule, alone, rangeOfChange };
	const rangeAtLevel = totals ? undefined : (level: number) => rangeAt(level, category);
	return {
		reduction: {
			provision: rule.provision,
			policyStatementOf: order.effectiveDate,
			orderDate: given.orderDate,
			amendment: amendments[0] ?? null,
			amendments,
			originalRange,
			amended: { offenseLevel: asAmended.offenseLevel.total, criminalHistoryCategory: category, tableRange, range },
			lowersRange: isLowered,
			...extent,
		},
		warnings: [
			...(asSentenced.edition.verified ? editionWarnings(order, law) : []),
			...(grounds.warnings ?? []),
			...(grounds.reaches ? amendmentWarnings(document, law, amendments, reached) : []),
			...reductionWarnings(given, rule, { asSentenced, asAmended }, rangeAtLevel),
			...comparableUnknownWarning(document, rule, ranges, extent),
		],
	};
}

function ruleOf(law: Law, effectiveDate: string): ReductionRule {
	const rule = provisionsOf(law, effectiveDate)['1B1.10'];
	if (rule.inForce) return rule;
	throw new InputError(
		'reduction-not-in-force',
		'/reduction/orderDate',
		`${rule.provision} begins ${longDate(rule.begins)}; give a later day`,
	);
}

/** A minimum that the safety valve lifted never entered the range; one that only substantial assistance pierces did. */
function limitsOf(document: CaseDocument, stated: StatutoryLimits, { relief }: Result): StatutoryLimits {
	const lifted = relief?.granted === true && document.statutoryMinimumRelief !== 'substantial-assistance';
	return {
		...stated,
		minimum: lifted ? relief.stillBinds?.minimumMonths : stated.minimum,
		leastRange: relief?.leastRange,
	};
}

function withoutRelief({ statutoryMinimumRelief: _, ...document }: CaseDocument): CaseDocument {
	return document;
}
