/** §1B1.10: whether and how far an amended range lets a term be reduced, under the policy statement of the day of the order. */

import { coveredAmendments } from '../after/index.ts';
import { less, type Months } from '../counts/months.ts';
import { type Statute, underSection5G11 } from '../oracle.ts';
import type { Range } from '../sentencing-table.ts';

/** When each came into the Manual, by the dates printed under the amendments; 821 by its historical notes. */
const IN_MANUAL: Readonly<Record<string, string>> = {
	484: '1993-11-01',
	505: '1994-11-01',
	516: '1995-11-01',
	591: '2000-11-01',
	657: '2003-11-01',
	702: '2007-11-01',
	706: '2007-11-01',
	715: '2008-05-01',
	742: '2010-11-01',
	// Amendment 748 had put the same levels into the Manual of November 1, 2010
	'750A': '2010-11-01',
	'750B': '2011-11-01',
	782: '2014-11-01',
	'821A': '2023-11-01',
	'821B1': '2023-11-01',
};

/** "750 (parts A and C only)"; "821 (parts A and B, subpart 1 only ...)". */
const LISTED_PARTS = ['750A', '750C', '821A', '821B1'];

export const AMENDMENTS: readonly string[] = Object.keys(IN_MANUAL);
export const inManualSince = (id: string): string => IN_MANUAL[id] as string;

function listing(id: string, orderDate: string) {
	const isPart = !/^\d+$/.test(id);
	if (isPart && !LISTED_PARTS.includes(id)) return undefined;
	return coveredAmendments(orderDate).amendments.find(({ amendment }) => amendment === Number.parseInt(id, 10));
}

/** Listed on the day of the order, and not yet in the Manual of the sentence, so that the range "has subsequently been lowered". */
export const changesRange = (id: string, orderDate: string, edition: string): boolean =>
	listing(id, orderDate) !== undefined && edition < inManualSince(id);

/** (e)(1), (2). */
export const isTooEarly = (id: string, orderDate: string): boolean =>
	orderDate < (listing(id, orderDate)?.ordersEffectiveFrom ?? '');

export type Sentenced = {
	amendments: readonly string[];
	edition: string;
	orderDate: string;
	sentence: number;
	original: Range;
	amended: Range;
	minimum: Months;
	maximum: Months | undefined;
	hasAssistance: boolean;
	/** The motion gave authority to go below the statutory minimum (18 U.S.C. § 3553(e)). */
	hasAuthority: boolean;
	timeServed: number | undefined;
};

export type Reduction = {
	originalRange: Range;
	amendedRange: Range;
	lowersRange: boolean;
	isAuthorized: boolean;
	lowestTerm: Months | undefined;
	comparableTerm: number | undefined;
};

const isLower = (one: Range, other: Range): boolean =>
	less(one.minimumMonths, other.minimumMonths) || less(one.maximumMonths, other.maximumMonths);

/** What the policy statements of their days say. */
const HAS_FLOOR_FROM = '1997-11-01'; // amendment 548: the amended range "limit[s] the extent", but for a departure
const ASSISTANCE_ONLY_FROM = '2011-11-01'; // amendment 759
const WITHOUT_5G11_FROM = '2014-11-01'; // amendment 780
const HAS_NO_CAP_FROM = '1994-11-01'; // amendment 504 deletes (c)
const NEEDS_SIX_MONTHS_UNTIL = '1991-11-01'; // amendment 423

/** Whether the exception for a sentence below the range applies, so that the amended minimum is no floor. */
function isBelowByRight(sentenced: Sentenced, originalRange: Range): boolean {
	if (!less(sentenced.sentence, originalRange.minimumMonths)) return false;
	return sentenced.orderDate < ASSISTANCE_ONLY_FROM || sentenced.hasAssistance;
}

/** By how many months "the maximum of the guideline range ... (from Chapter Five, Part A) has been lowered"; from life, by any. */
function dropOf(original: Range, amended: Range): number {
	if (original.maximumMonths !== 'life') return original.maximumMonths - Number(amended.maximumMonths);
	return amended.maximumMonths === 'life' ? 0 : Number.POSITIVE_INFINITY;
}

/** The terms below which no reduction goes. */
function floorsOf(sentenced: Sentenced, originalRange: Range, amendedRange: Range): Months[] {
	const { orderDate, sentence, original, amended, minimum, hasAuthority, timeServed } = sentenced;
	const isBelow = isBelowByRight(sentenced, originalRange);
	const drop = dropOf(original, amended);
	return [
		...(orderDate >= HAS_FLOOR_FROM && !isBelow ? [amendedRange.minimumMonths] : []),
		...(orderDate < HAS_NO_CAP_FROM && Number.isFinite(drop) ? [Math.max(0, sentence - drop)] : []),
		...(less(0, minimum) && !hasAuthority ? [minimum] : []),
		// Amendment 548 too: "in no event ... less than the term of imprisonment the defendant has already served"
		...(timeServed !== undefined && orderDate >= HAS_FLOOR_FROM ? [timeServed] : []),
	];
}

/** As far below the amended minimum as the sentence was below the original one (note 3). */
function comparable(sentenced: Sentenced, originalRange: Range, amendedRange: Range): number | undefined {
	if (sentenced.orderDate < HAS_FLOOR_FROM || !isBelowByRight(sentenced, originalRange)) return undefined;
	// Of life no share can be told.
	if (originalRange.minimumMonths === 'life' || amendedRange.minimumMonths === 'life') return undefined;
	const share = sentenced.sentence / originalRange.minimumMonths;
	return Math.round(share * amendedRange.minimumMonths);
}

export function reductionOf(sentenced: Sentenced): Reduction {
	const { amendments, edition, orderDate, sentence, original, amended, minimum, maximum } = sentenced;
	const statute: Statute = { minimum: minimum === 0 ? undefined : minimum, maximum, relieved: false };
	const originalRange = underSection5G11(original, statute).range;
	const isWithout = sentenced.hasAuthority && less(0, minimum) && orderDate >= WITHOUT_5G11_FROM;
	const amendedRange = isWithout ? amended : underSection5G11(amended, statute).range;
	const changes = amendments.every((id) => changesRange(id, orderDate, edition));
	// (a)(2)(B): an amendment has to do it, not (c) alone
	const lowersRange = changes && isLower(amended, original) && isLower(amendedRange, originalRange);
	// Koons v. United States, 584 U.S. 700 (2018): the minimum took the place of the whole range
	const displaced = less(0, minimum) && less(original.maximumMonths, minimum);
	const floors = floorsOf(sentenced, originalRange, amendedRange);
	const comparableTerm = comparable(sentenced, originalRange, amendedRange);
	const isAuthorized =
		lowersRange &&
		// A reduction that is comparable has to be one.
		(comparableTerm ?? 0) < sentence &&
		!amendments.some((id) => isTooEarly(id, orderDate)) &&
		!displaced &&
		(orderDate >= NEEDS_SIX_MONTHS_UNTIL || dropOf(original, amended) >= 6) &&
		floors.every((floor) => less(floor, sentence));
	const lowestTerm = floors.length === 0 ? undefined : floors.reduce((most, one) => (less(most, one) ? one : most));
	return {
		originalRange,
		amendedRange,
		lowersRange,
		isAuthorized,
		lowestTerm,
		// One that would go below a floor is none.
		comparableTerm: floors.some((floor) => less(comparableTerm ?? 0, floor)) ? undefined : comparableTerm,
	};
}
