// The range with the terms that run after it.
import type { Range, StatuteOfConviction, TotalRange } from '../../result/result.ts';
import { type ConsecutiveTerm, consecutiveTermOf } from '../statutes/consecutive-terms.ts';
import { plusTerm } from './total-range.ts';

interface Answered {
	guidelineRange: Range;
	guidelineSentence?: unknown;
	totalRange?: TotalRange;
	statutes?: readonly StatuteOfConviction[];
}

/**
 * The terms that run after the range that the court starts from: all but those that the range for all counts has in it;
 * none where they are the guideline sentence themselves.
 */
export const termsApart = ({
	statutes = [],
	guidelineSentence,
	totalRange,
}: Pick<Answered, 'statutes' | 'guidelineSentence' | 'totalRange'>): ConsecutiveTerm | undefined =>
	guidelineSentence !== undefined && totalRange === undefined
		? undefined
		: consecutiveTermOf(statutes.filter(({ inTotalRange }) => inTotalRange !== true));

/** What all counts come to at the least and at the most of the range, with the least that the terms after it require, in months. */
export const wholeRange = (result: Answered): Range =>
	plusTerm(result.totalRange ?? result.guidelineRange, termsApart(result)?.leastMonths ?? 0);
