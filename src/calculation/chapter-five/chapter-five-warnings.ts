// The warnings of Chapter Five beside the range.
import type { Result, Warning } from '../../result/result.ts';
import type { StatutoryLimits } from '../range/guideline-range.ts';
import type { ReliefFound } from '../relief/relief.ts';
import type { Penalties } from '../statutes/penalties.ts';
import type { Context } from '../steps/context.ts';
import type { TotalFound } from '../total-range/total-outcomes.ts';
import { openClassWarnings } from './open-class.ts';
import { openReleaseWarnings } from './release-fact.ts';
import { sentenceLimitWarnings } from './sentence-limits.ts';
import { optionWarnings } from './sentencing-options.ts';

/** A case with its range, and what that decides. */
interface Found extends Pick<Context, 'document' | 'provisions' | 'edition'> {
	penalties: Penalties;
	/** Those that bind beside the relief. */
	limits: StatutoryLimits;
	relief: ReliefFound;
	total: TotalFound;
	after: Pick<Result, 'sentencingOptions'>;
}

/** What Chapter Five warns of beside the range; of the options only where the range has a level. */
export function chapterFiveWarnings(found: Found): Warning[] {
	const { document, limits, after, total, edition } = found;
	const penalties = { ...found.penalties, limits };
	const grounds = { ...found, penalties, day: edition.effectiveDate };
	return [
		...openClassWarnings(grounds),
		...openReleaseWarnings(grounds),
		...(limits.setTerm === undefined ? optionWarnings(after.sentencingOptions) : []),
		...sentenceLimitWarnings(document, limits, penalties.statutes, total),
	];
}
