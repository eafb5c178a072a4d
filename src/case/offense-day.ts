// The last day of the offense of conviction.
import type { CaseDocument } from './schema.ts';

/**
 * The last day of the offense of conviction: the one given, even if relevant conduct went on after it (§1B1.11, comment.
 * (n.2)); otherwise the end of the offense.
 */
export const offenseDayOf = ({ offenseDate, instantOffense }: CaseDocument): string | undefined =>
	offenseDate ?? instantOffense?.endedOn;
