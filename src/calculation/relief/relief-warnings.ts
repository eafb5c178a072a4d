// The warnings about relief from a statutory minimum.
import type { FastTrack, Range, Warning } from '../../result/result.ts';
import type { ScoredHistory } from '../criminal-history/criminal-history.ts';
import { type DerivedRange, deriveRange } from '../range/guideline-range.ts';
import type { Worked } from '../range/with-levels.ts';
import type { Penalties } from '../statutes/penalties.ts';
import type { Context } from '../steps/context.ts';
import { decreaseWarnings } from './decrease-of-criteria.ts';
import { departureWarnings, outOfReachWarnings } from './least-level.ts';
import type { ReliefFound } from './relief.ts';
import { firearmWarnings, otherAnswersWarnings, statedReliefWarnings } from './safety-valve-doubts.ts';
import { priorsWarnings } from './safety-valve-priors.ts';
import { type PiercedMinimum, piercedWarnings, type RangeForAll } from './substantial-assistance.ts';

/** A case with its range and the relief that it has. */
interface Found extends Worked, Pick<Context, 'edition' | 'until'> {
	history: ScoredHistory | undefined;
	penalties: Penalties;
	relief: ReliefFound;
	derived: DerivedRange;
	pierced: PiercedMinimum | undefined;
	total: RangeForAll & Worked['total'];
	fastTrack: FastTrack;
}

/** What the relief from a statutory minimum warns of, where the range turns on it. */
export function reliefWarnings(found: Found): Warning[] {
	const { document, provisions, edition, until, history, penalties, level, category, derived, fastTrack } = found;
	const { relief } = found.relief;
	const { range } = derived;
	const rangeWithMinimum = (): Range => deriveRange(provisions, level.parts.total, category, penalties.limits).range;
	const claim = { document, provisions, relief, history, range, rangeWithMinimum, until, day: edition.effectiveDate };
	return [
		...leastLevelWarnings(found),
		...decreaseWarnings(found, relief),
		...piercedWarnings(found.pierced, range, found.total),
		...statedReliefWarnings(claim),
		...priorsWarnings(claim),
		...otherAnswersWarnings(claim),
		...firearmWarnings(claim, penalties.statutes),
		...departureWarnings(document, relief ?? {}, fastTrack),
	];
}

function leastLevelWarnings({ document, provisions, relief, level, category, penalties, limits }: Found): Warning[] {
	const rule = provisions['5C1.2'];
	if (!relief.isLeastOutOfReach || !rule.inForce) return [];
	const ranged = { level: level.parts.total, category, limits, stated: penalties.limits };
	return outOfReachWarnings(document, provisions, rule, ranged);
}
