// Whether a reduction is authorized, and down to what term (§1B1.10(a), (b)).
import { factMissing } from '../../case/errors.ts';
import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { statedAssistance } from '../../case/stated-assistance.ts';
import { key, said } from '../../case/wording.ts';
import type { Amendment, Extent, Range, Warning } from '../../result/result.ts';
import { namesOf } from './amended-case.ts';
import { assisted, hasAuthority, statedAuthority } from './reduction-authority.ts';
import type { Grounds } from './reduction-grounds.ts';
import type { ReductionRule } from './reduction-rule.ts';

/** The ranges that §1B1.10 compares; the cells are those of the table, before §5G1.1. */
export interface Ranges {
	original: Range;
	amended: Range;
	/** Whether the amendments lower the range, by the statutory minimum left in or out on both sides. */
	isLowered: boolean;
	originalCell: Range;
	amendedCell: Range;
	/** The statutory minimum that no safety valve lifted, and the statute that alone lets a sentence go below it. */
	statutoryMinimum?: { months: Months; provision: string };
}

/** Whether the policy statement of the day authorizes a reduction, and down to what term. */
export function extentOf(
	{ document, rule, amendments }: { document: CaseDocument; rule: ReductionRule; amendments: readonly Amendment[] },
	ranges: Ranges,
	grounds: Grounds,
): Extent {
	if (!grounds.reaches) return { authorized: false, reasons: grounds.refusals };
	const sentence = sentenceOf(document);
	const refusals = [...grounds.refusals, ...rangeRefusals(rule, ranges)];
	const served = servedBound(document, rule);
	const isServed = served?.months !== undefined && compareMonths(served.months, sentence) >= 0;
	const isDecided = refusals.length > 0 && compareMonths(sentence, ranges.original.minimumMonths) < 0;
	const bounds = isServed ? [served] : isDecided ? [] : boundsOf(document, rule, ranges, sentence);
	const lowest = longestOf(bounds.filter(hasMonths));
	const noRoom = lowest !== undefined && compareMonths(lowest.months, sentence) >= 0;
	if (noRoom) refusals.push(noRoomReason(lowest, sentence));
	if (refusals.length > 0) return { authorized: false, reasons: refusals };
	const several = amendments.length > 1;
	const description = `${namesOf(amendments)} ${several ? 'are' : 'is'} listed in ${rule.list} and ${several ? 'lower' : 'lowers'} the range`;
	const reasons = [
		{ provision: rule.authority, description },
		...bounds.map(reasonOf),
		...varianceReason(document, rule, ranges, sentence),
	];
	return { authorized: true, reasons, ...termsOf(bounds.filter(hasMonths), lowest) };
}

const longestOf = (bounds: readonly FoundBound[]): FoundBound | undefined =>
	bounds.reduce<FoundBound | undefined>(
		(most, bound) => (most === undefined || compareMonths(bound.months, most.months) > 0 ? bound : most),
		undefined,
	);

/** The floor, and the comparable term where no floor lies above it. */
function termsOf(
	bounds: readonly FoundBound[],
	lowest: FoundBound | undefined,
): Pick<Extent, 'lowestTermMonths' | 'comparableTermMonths'> {
	const floor = longestOf(bounds.filter(({ approximate }) => !approximate));
	return {
		...(floor === undefined ? {} : { lowestTermMonths: floor.months }),
		...(lowest?.approximate ? { comparableTermMonths: lowest.months } : {}),
	};
}

const hasMonths = (bound: Bound): bound is FoundBound => bound.months !== undefined;

const reasonOf = ({ provision, description }: Bound) => ({ provision, description });

function noRoomReason({ provision, months, approximate }: FoundBound, sentence: Months): Extent['reasons'][number] {
	const limit = approximate
		? `a comparable reduction would be to about ${inMonths(months)}`
		: `the term may not fall below ${inMonths(months)}`;
	return { provision, description: `${limit}, and the sentence is ${inMonths(sentence)}` };
}

/** What the statement says of a sentence below the range by variance; silent where assistance explains the sentence. */
function varianceReason(
	document: CaseDocument,
	{ comparableReduction }: ReductionRule,
	{ original }: Ranges,
	sentence: Months,
): Extent['reasons'] {
	if (!comparableReduction || statedAssistance(document) === true) return [];
	if (compareMonths(sentence, original.minimumMonths) >= 0) return [];
	const { afterVariance, only, provision } = comparableReduction;
	const ifVaried = 'if the sentence was a variance under 18 U.S.C. § 3553(a) and United States v. Booker';
	const further = `${ifVaried}, a further reduction generally would not be appropriate`;
	if (afterVariance) return [{ provision: afterVariance, description: further }];
	if (only !== 'departure') return [];
	return [{ provision, description: `${ifVaried}, this policy statement allows no term below the amended minimum` }];
}

/** Where a reduction is authorized below the amended minimum and life leaves nothing to measure how far by. */
export function comparableUnknownWarning(
	document: CaseDocument,
	{ comparableReduction }: ReductionRule,
	{ original, amended }: Ranges,
	{ authorized }: Extent,
): Warning[] {
	const sentence = document.sentenceImposedMonths;
	if (!authorized || !comparableReduction || original.minimumMonths !== 'life') return [];
	if (sentence === undefined || sentence === 'life') return [];
	if (comparableReduction.only === 'substantial-assistance' && !assisted(document)) return [];
	const message = `The original minimum is life and the sentence was ${inMonths(sentence)}. There is no percentage of life, so the program cannot calculate a term comparably less than the amended minimum of ${inMonths(amended.minimumMonths)} (${comparableReduction.provision}). A comparable term is below ${inMonths(amended.minimumMonths)}, and the court decides how far. Propose a term, with reasons.`;
	return [{ code: 'reduction-comparable-unknown', message }];
}

function sentenceOf(document: CaseDocument): Months {
	if (document.sentenceImposedMonths !== undefined) return document.sentenceImposedMonths;
	throw factMissing('/sentenceImposedMonths', {
		question: 'What sentence was imposed?',
		problem: 'The possible reduction depends on it',
		remedy: said`give ${key('sentenceImposedMonths')}`,
	});
}

function rangeRefusals(rule: ReductionRule, ranges: Ranges): Extent['reasons'] {
	const refusals: Extent['reasons'] = [];
	if (!ranges.isLowered) {
		refusals.push({ provision: rule.notLowered, description: 'the guideline range is not lowered' });
	}
	const top = rule.topOfRange;
	if (top && dropOfTop(ranges) < top.leastDropMonths) {
		const description = `the top of the range falls by ${inMonths(dropOfTop(ranges))}, but it must fall by at least ${top.leastDropMonths}`;
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
	/** Left out where the term cannot be known. */
	months?: Months;
	/** True where the term is about as far below the range as the sentence was, and no floor. */
	approximate?: true;
}

type FoundBound = Bound & { months: Months };

function boundsOf(document: CaseDocument, rule: ReductionRule, ranges: Ranges, sentence: Months): Bound[] {
	const bounds: Bound[] = [];
	const low = ranges.amended.minimumMonths;
	const comparable = comparableTerm(document, rule, ranges, sentence);
	if (comparable) bounds.push(...statutoryBound(document, ranges, comparable.months, sentence), comparable);
	else if (rule.notBelowAmendedMinimum) {
		const description = `not below the low end of the amended range, ${inMonths(low)}`;
		bounds.push({ provision: rule.notBelowAmendedMinimum, description, months: low });
	} else bounds.push(...statutoryBound(document, ranges, undefined, sentence));
	const drop = dropOfTop(ranges);
	if (rule.topOfRange && sentence !== 'life' && Number.isFinite(drop)) {
		const description = `by no more than the drop in the top of the range, ${inMonths(drop)}`;
		bounds.push({ provision: rule.topOfRange.provision, description, months: Math.max(sentence - drop, 0) });
	}
	const served = servedBound(document, rule);
	if (served) bounds.push(served);
	return bounds;
}

/** The time served, below which no term may fall. */
function servedBound({ reduction }: CaseDocument, { timeServed: provision }: ReductionRule): Bound | undefined {
	if (provision === undefined) return undefined;
	const served = reduction?.timeServedMonths;
	if (served === undefined) return { provision, description: 'never below the time served' };
	return { provision, description: `never below the time served, ${inMonths(served)}`, months: served };
}

/** Where the statutory minimum holds, no term is comparably less than it. */
function statutoryBound(
	document: CaseDocument,
	{ statutoryMinimum }: Ranges,
	comparable: Months | undefined,
	sentence: Months,
): Bound[] {
	if (!statutoryMinimum) return [];
	// The minimum is a floor also where the comparable term lies above it, if the case says that it holds.
	const isAbove = comparable !== undefined && compareMonths(comparable, statutoryMinimum.months) >= 0;
	const holds = statedAuthority(document, statutoryMinimum.months) === false || statedAssistance(document) === false;
	if (isAbove && !holds) return [];
	if (hasAuthority(document, sentence, statutoryMinimum.months)) return [];
	const { months, provision } = statutoryMinimum;
	const description = `no government motion authorized a sentence below the statutory minimum of ${inMonths(months)}`;
	return [{ provision, description, months }];
}

/**
 * The term as far below the amended minimum as the sentence was below the original one, where the edition allows it;
 * without months where the one or the other is life, of which there is no proportion.
 */
function comparableTerm(
	document: CaseDocument,
	rule: ReductionRule,
	{ original, amended }: Ranges,
	sentence: Months,
): Bound | undefined {
	const allowed = rule.comparableReduction;
	const [from, to] = [original.minimumMonths, amended.minimumMonths];
	if (!allowed || sentence === 'life' || compareMonths(sentence, from) >= 0) return undefined;
	if (allowed.only === 'substantial-assistance' && !assisted(document)) return undefined;
	const { provision } = allowed;
	if (from === 'life' || to === 'life') {
		const description = `the amended minimum of ${inMonths(to)} does not bind; there is no percentage of life, so the court decides what lower term is comparable`;
		return { provision, description };
	}
	const months = Math.round((to * sentence) / from);
	const percent = Math.round(100 - (100 * sentence) / from);
	const description = `the sentence was about ${percent} percent below the original minimum of ${inMonths(from)}; the same percentage below the amended minimum of ${inMonths(to)} is about ${inMonths(months)}, which may be appropriate but is not a floor`;
	return { provision, description, months, approximate: true };
}
