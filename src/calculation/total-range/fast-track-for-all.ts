import { rangeInWords } from '../../result/range-words.ts';
import { endsOf } from '../../result/ranges.ts';
import type { FastTrack, Range } from '../../result/result.ts';
import type { DerivedRange } from '../range/guideline-range.ts';
import type { TotalFound } from './total-outcomes.ts';

/**
 * What a fast-track reduction makes of a case whose range for all counts is that of §4B1.1(c): its outcomes are those of the
 * other counts. An adjustment moves the range for all counts as far as theirs is part of it; a departure starts from it.
 */
export function fastTrackForAll(
	fastTrack: FastTrack,
	{ totalRange, beside, firearm }: TotalFound,
	rangeAt: (level: number) => DerivedRange,
): FastTrack {
	if (!fastTrack.available || totalRange === undefined || firearm.length === 0) return fastTrack;
	const { explanation, kind, levels } = fastTrack;
	const here = rangeInWords(totalRange);
	if (beside === undefined) {
		return { ...fastTrack, explanation: `${explanation} The range for all counts, ${here}, goes by no offense level.` };
	}
	if (kind === 'departure') {
		const words = `These are the ranges of the other counts alone: the range for all counts, ${here}, is not read from the offense level shown. The background of §4B1.1 says to which levels of category VI its table corresponds.`;
		return { ...fastTrack, explanation: `${explanation} ${words}` };
	}
	const outcomes = fastTrack.outcomes.map((outcome) => ({
		...outcome,
		totalRange: endsOf(beside(rangeAt(outcome.offenseLevel))),
	}));
	const shown = (outcomes.find((outcome) => outcome.levels === levels) ?? outcomes.at(-1))?.totalRange as Range;
	const isSame = rangeInWords(shown) === here;
	const becomes = `the range for all counts ${isSame ? `stays ${here}` : `falls from ${here} to ${rangeInWords(shown)}`}`;
	return { ...fastTrack, outcomes, explanation: `${explanation} That is for the other counts; ${becomes}.` };
}
