// The warnings of Chapter Four, Parts B and C.
import type { Warning } from '../../result/result.ts';
import type { ScoredHistory } from '../criminal-history/criminal-history.ts';
import type { Worked } from '../range/with-levels.ts';
import type { Penalties } from '../statutes/penalties.ts';
import { careerMaximumWarnings, careerPossessionWarnings } from './career-offender-maximum.ts';
import type { PartB } from './part-b-found.ts';
import { zeroPointNotRaised } from './zero-point-not-raised.ts';

/** A case with its history, its counts and its range. */
interface Found extends Worked {
	history: ScoredHistory | undefined;
	penalties: Penalties;
	level: Worked['level'] & { partB: PartB };
}

/** What Chapter Four, Parts B and C, warn of. */
export function chapterFourWarnings(found: Found): Warning[] {
	const { document, provisions, level, limits, history } = found;
	const { statutes } = found.penalties;
	return [
		...careerMaximumWarnings(document, provisions, level.partB, { total: level.parts.total, limits, statutes }),
		...careerPossessionWarnings(document, provisions, level.partB, statutes),
		...zeroPointNotRaised(found, history?.history),
	];
}
