// Warning: whether a fast-track program is open to the case.
import { namedUnder, namesStatutes } from '../../case/named-counts.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { FastTrack, Range, Warning } from '../../result/result.ts';
import { asSentence } from '../steps/sentence.ts';

type Rule = Extract<Provisions['early-disposition'], { inForce: true }>;

/** The days on which the sentence may have been imposed: one, or those on which an edition was in force. */
interface Span {
	from: string;
	/** The day on which the edition was superseded. */
	until: string | undefined;
}

/** What a fast-track reduction makes of the case, and the guideline range without one. Months. */
interface Outcome {
	fastTrack: FastTrack;
	rangeWithout: () => Range;
}

/**
 * Whether a fast-track program is open to the case at all, by the policy of the day: said where a reduction is requested
 * or counted, and of illegal reentry, where one is at hand, also where it is not. Names the ranges with it and without.
 */
export function fastTrackPolicyWarnings(document: CaseDocument, rule: Rule, span: Span, outcome: Outcome): Warning[] {
	const isReentry = isIllegalReentry(document, rule);
	const requested = document.fastTrackLevels ?? 0;
	if (requested === 0 && (!isReentry || document.reduction !== undefined)) return [];
	const all = policiesOf(rule, span).flatMap(({ reentry, other }) => (isReentry ? (reentry ?? []) : [other]));
	// What a later policy says again is said once.
	const said = all.filter((one) => !all.some((other) => other !== one && other.startsWith(one)));
	if (said.length === 0) return [];
	const levels = requested || rule.maximumLevels;
	const range = outcome.fastTrack.outcomes[levels - 1]?.range;
	const results = `With ${levels} ${levels === 1 ? 'level' : 'levels'} the range is ${range && rangeInWords(range)}; without a program it is ${rangeInWords(outcome.rangeWithout())}`;
	const ask = "Ask the U.S. Attorney's office whether the district has a program for this offense";
	if (isReentry) return [{ code: 'fast-track-policy', message: `${asSentence(said.join('; '))} ${results}. ${ask}.` }];
	const offense = namesStatutes(document)
		? 'the offense is not illegal reentry'
		: 'nothing in the case says that the offense is illegal reentry';
	const message = `The case assumes a fast-track reduction, but ${offense}. ${asSentence(said.join('; '))} ${results}. ${ask}.`;
	return [{ code: 'fast-track-not-illegal-reentry', message }];
}

/** Whether the case is one of illegal reentry, by its guideline or a count of conviction. */
function isIllegalReentry(document: CaseDocument, { reentry }: Rule): boolean {
	const { guideline, adjustments = [] } = document;
	if (guideline === reentry.guideline || namedUnder(document, reentry.statutes) !== undefined) return true;
	return adjustments.some(({ provision = '' }) => namesSection(provision, `§${reentry.guideline}`));
}

/** The policies of a span of days, oldest first. */
const policiesOf = ({ policies }: Rule, span: Span): Rule['policies'] =>
	policies.filter(
		({ from, until }) =>
			(until === undefined || span.from < until) &&
			(span.until === undefined || from < span.until || from <= span.from),
	);

/** The day of the sentence, or the days on which the edition of the case was in force. */
export const spanOf = (
	{ sentencingDate }: CaseDocument,
	effectiveDate: string,
	until: () => string | undefined,
): Span =>
	sentencingDate === undefined
		? { from: effectiveDate, until: until() }
		: { from: sentencingDate, until: sentencingDate };
