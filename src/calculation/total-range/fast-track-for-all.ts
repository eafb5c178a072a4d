// What a fast-track reduction does to the range for all counts.
import type { Category } from '../../case/category.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { endsOf } from '../../result/ranges.ts';
import type { FastTrack, Range } from '../../result/result.ts';
import type { PartB } from '../chapter-four/part-b-found.ts';
import { fastTrackOf } from '../chapter-three/early-disposition.ts';
import { type DerivedRange, deriveRange, type StatutoryLimits } from '../range/guideline-range.ts';
import type { Context } from '../steps/context.ts';
import type { TotalFound } from './total-outcomes.ts';

/** The case before any fast-track reduction. */
interface Found extends Pick<Context, 'document' | 'provisions'> {
	level: { withoutFastTrack: number; partB: PartB };
	category: Category;
	limits: StatutoryLimits;
	total: TotalFound;
}

/** What a fast-track reduction is worth (§5K3.1, §3F1.1), for the counts of the range and for all counts. */
export function fastTrackFound(found: Found): FastTrack {
	const { provisions, level, category, limits, total } = found;
	const start = { levelWithout: level.withoutFastTrack, category, limits, least: level.partB.least };
	const rangeAt = (at: number) => deriveRange(provisions, at, category, limits);
	return fastTrackForAll(fastTrackOf(found, start), total, rangeAt);
}

/**
 * What a fast-track reduction makes of a case whose range for all counts is that of §4B1.1(c): its outcomes are those of the
 * other counts. An adjustment moves the range for all counts as far as theirs is part of it; a departure starts from it.
 */
function fastTrackForAll(
	fastTrack: FastTrack,
	{ totalRange, beside, firearm }: TotalFound,
	rangeAt: (level: number) => DerivedRange,
): FastTrack {
	if (!fastTrack.available || totalRange === undefined || firearm.length === 0) return fastTrack;
	const { explanation, kind, levels } = fastTrack;
	const here = rangeInWords(totalRange);
	if (beside === undefined) {
		return {
			...fastTrack,
			explanation: `${explanation} The range for all counts, ${here}, does not depend on an offense level.`,
		};
	}
	if (kind === 'departure') {
		const words = `These are the ranges for the other counts alone. The range for all counts, ${here}, does not come from the offense level shown. The background to §4B1.1 says which category VI levels its table matches.`;
		return { ...fastTrack, explanation: `${explanation} ${words}` };
	}
	const outcomes = fastTrack.outcomes.map((outcome) => ({
		...outcome,
		totalRange: endsOf(beside(rangeAt(outcome.offenseLevel))),
	}));
	const shown = (outcomes.find((outcome) => outcome.levels === levels) ?? outcomes.at(-1))?.totalRange as Range;
	const isSame = rangeInWords(shown) === here;
	const becomes = `the range ${isSame ? `stays ${here}` : `falls from ${here} to ${rangeInWords(shown)}`}`;
	return {
		...fastTrack,
		outcomes,
		explanation: `${explanation} That is for the other counts. For all counts, ${becomes}.`,
	};
}
