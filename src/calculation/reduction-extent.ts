import { InputError } from '../case/errors.ts';
import { compareMonths, type Months } from '../case/months.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import { isLower, type Range } from './chapter-five.ts';
import type { Amendment } from './covered-amendments.ts';
import { assisted, hasAuthority, statedAssistance } from './reduction-authority.ts';
import type { Grounds } from './reduction-grounds.ts';

export type ReductionRule = Extract<Provisions['1B1.10'], { inForce: true }>;

/** How far a sentence may fall, and why. Terms in months. */
export interface Extent {
	/** True where the policy statement allows a lower term at all. */
	authorized: boolean;
	reasons: { provision: string; description: string }[];
	/** The lowest term, where a reduction is authorized and the policy statement sets one. */
	lowestTermMonths?: Months;
}

/** The ranges that §1B1.10 compares; the cells are those of the table, before §5G1.1. */
export interface Ranges {
	original: Range;
	amended: Range;
	originalCell: Range;
	amendedCell: Range;
	/** The statutory minimum that no safety valve lifted, and the statute that alone lets a sentence go below it. */
	statutoryMinimum?: { months: Months; provision: string };
}

/** Whether the policy statement of the day authorizes a reduction, and down to what term. */
export function extentOf(
	document: CaseDocument,
	rule: ReductionRule,
	amendment: Amendment | undefined,
	ranges: Ranges,
	grounds: Grounds,
): Extent {
	if (!grounds.reaches) return { authorized: false, reasons: grounds.refusals };
	const sentence = sentenceOf(document);
	const refusals = [...grounds.refusals, ...rangeRefusals(rule, ranges)];
	const isDecided = refusals.length > 0 && compareMonths(sentence, ranges.original.minimumMonths) < 0;
	const bounds = isDecided ? [] : boundsOf(document, rule, ranges, sentence);
	const lowest = bounds.reduce<Bound | undefined>(
		(most, bound) => (most === undefined || compareMonths(bound.months, most.months) > 0 ? bound : most),
		undefined,
	);
	const noRoom = lowest !== undefined && compareMonths(lowest.months, sentence) >= 0;
	if (noRoom) refusals.push(noRoomReason(lowest, sentence));
	if (refusals.length > 0) return { authorized: false, reasons: refusals };
	const description = `${amendment?.name} is listed in ${rule.list} and lowers the range`;
	const reasons = [
		{ provision: rule.authority, description },
		...bounds.map(reasonOf),
		...varianceReason(document, rule, ranges, sentence),
	];
	return { authorized: true, reasons, ...(lowest === undefined ? {} : { lowestTermMonths: lowest.months }) };
}

const reasonOf = ({ provision, description }: Bound) => ({ provision, description });

const noRoomReason = ({ provision, months }: Bound, sentence: Months) => ({
	provision,
	description: `the term may not fall below ${inMonths(months)}, and the sentence is ${inMonths(sentence)}`,
});

/** What the statement says of a sentence below the range by variance; silent where assistance explains the sentence. */
function varianceReason(
	document: CaseDocument,
	{ comparableReduction }: ReductionRule,
	{ original }: Ranges,
	sentence: Months,
): Extent['reasons'] {
	const provision = comparableReduction?.afterVariance;
	if (!provision || statedAssistance(document) === true || compareMonths(sentence, original.minimumMonths) >= 0)
		return [];
	const description =
		'if the sentence was below the range under 18 U.S.C. § 3553(a) and United States v. Booker, a further reduction generally would not be appropriate';
	return [{ provision, description }];
}

function sentenceOf(document: CaseDocument): Months {
	if (document.sentenceImposedMonths !== undefined) return document.sentenceImposedMonths;
	throw new InputError(
		'facts-missing',
		'/sentenceImposedMonths',
		'what sentence was imposed? How far it can fall turns on it; give sentenceImposedMonths',
	);
}

function rangeRefusals(rule: ReductionRule, ranges: Ranges): Extent['reasons'] {
	const refusals: Extent['reasons'] = [];
	if (!isLower(ranges.amended, ranges.original)) {
		refusals.push({ provision: rule.notLowered, description: 'the guideline range is not lowered' });
	}
	const top = rule.topOfRange;
	if (top && dropOfTop(ranges) < top.leastDropMonths) {
		const description = `the top of the range falls by ${dropOfTop(ranges)} months, and ${top.leastDropMonths} are needed`;
		refusals.push({ provision: top.provision, description });
	}
	return refusals;
}

/** By how much the top of the cell falls; from life to a number, by more than any sentence. */
function dropOfTop({ originalCell, amendedCell }: Ranges): number {
	if (amendedCell.maximumMonths === 'life') return 0;
	return originalCell.maximumMonths === 'life'
		? Number.POSITIVE_INFINITY
		: originalCell.maximumMonths - amendedCell.maximumMonths;
}

interface Bound {
	provision: string;
	description: string;
	months: Months;
}

function boundsOf(document: CaseDocument, rule: ReductionRule, ranges: Ranges, sentence: Months): Bound[] {
	const bounds: Bound[] = [];
	const low = ranges.amended.minimumMonths;
	const comparable = comparableTerm(document, rule, ranges, sentence);
	if (comparable) bounds.push(comparable, ...statutoryBound(document, ranges, comparable, sentence));
	else if (rule.notBelowAmendedMinimum) {
		const description = `not below the amended minimum, ${inMonths(low)}`;
		bounds.push({ provision: rule.notBelowAmendedMinimum, description, months: low });
	}
	const drop = dropOfTop(ranges);
	if (rule.topOfRange && sentence !== 'life' && Number.isFinite(drop)) {
		const description = `not by more than the top of the range falls, ${inMonths(drop)}`;
		bounds.push({ provision: rule.topOfRange.provision, description, months: Math.max(sentence - drop, 0) });
	}
	const served = document.reduction?.timeServedMonths;
	if (rule.timeServed) {
		const description =
			served === undefined ? 'never below the time served' : `never below the time served, ${inMonths(served)}`;
		bounds.push({ provision: rule.timeServed, description, months: served ?? 0 });
	}
	return bounds;
}

/** Where the statutory minimum holds, no term is comparably less than it. */
function statutoryBound(
	document: CaseDocument,
	{ statutoryMinimum }: Ranges,
	comparable: Bound,
	sentence: Months,
): Bound[] {
	if (!statutoryMinimum || compareMonths(comparable.months, statutoryMinimum.months) >= 0) return [];
	if (hasAuthority(document, sentence, statutoryMinimum.months)) return [];
	const { months, provision } = statutoryMinimum;
	const description = `no motion gave authority to go below the statutory minimum of ${inMonths(months)}`;
	return [{ provision, description, months }];
}

/** The term as far below the amended minimum as the sentence was below the original one, where the edition allows it. */
function comparableTerm(
	document: CaseDocument,
	rule: ReductionRule,
	{ original, amended }: Ranges,
	sentence: Months,
): Bound | undefined {
	const allowed = rule.comparableReduction;
	if (!allowed || compareMonths(sentence, original.minimumMonths) >= 0) return undefined;
	if (allowed.only === 'substantial-assistance' && !assisted(document)) return undefined;
	const [from, to] = [original.minimumMonths, amended.minimumMonths];
	if (sentence === 'life' || from === 'life' || to === 'life' || from === 0) return undefined;
	const months = Math.round((to * sentence) / from);
	const percent = Math.round(100 - (100 * sentence) / from);
	const description = `the sentence was about ${percent} percent below the original minimum of ${inMonths(from)}; as far below the amended minimum of ${inMonths(to)} is ${inMonths(months)}`;
	return { provision: allowed.provision, description, months };
}

const inMonths = (months: Months): string => (months === 'life' ? 'life' : `${months} months`);
