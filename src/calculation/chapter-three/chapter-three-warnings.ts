// The warnings of Chapter Three, early disposition among them.
import type { FastTrack, Warning } from '../../result/result.ts';
import type { Worked } from '../range/with-levels.ts';
import type { Context } from '../steps/context.ts';
import { outcomeOrQuestion } from '../steps/open-questions.ts';
import { acceptanceMotionWarnings } from './acceptance-motion.ts';
import { adjustmentWarnings } from './adjustment-warnings.ts';
import { fastTrackPolicyWarnings, spanOf } from './fast-track-policy.ts';

/** A case with its range, and what a fast-track reduction makes of it. */
interface Found extends Worked, Pick<Context, 'edition' | 'until'> {
	fastTrack: FastTrack;
}

/** What Chapter Three warns of, and early disposition programs wherever they stand. */
export const chapterThreeWarnings = (found: Found): Warning[] => [
	...adjustmentWarnings(found.document, found.provisions, (other) =>
		outcomeOrQuestion(() => found.inThisEdition(other), other),
	),
	...acceptanceMotionWarnings(found),
	...fastTrackWarnings(found),
];

function fastTrackWarnings(found: Found): Warning[] {
	const { document, provisions, edition, until, derived, fastTrack, inThisEdition } = found;
	const rule = provisions['early-disposition'];
	if (!rule.inForce) return [];
	const isCounted = rule.kind === 'adjustment' && fastTrack.levels > 0;
	const rangeWithout = () =>
		isCounted ? inThisEdition({ ...document, fastTrackLevels: 0 }).guidelineRange : derived.range;
	return fastTrackPolicyWarnings(document, rule, spanOf(document, edition.effectiveDate, until), {
		fastTrack,
		rangeWithout,
	});
}
