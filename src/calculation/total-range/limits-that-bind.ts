// The limits that bind the range: those of the statutes, beside any relief, and what takes the place of every range.
import type { Relief } from '../../result/result.ts';
import type { FirearmOffender } from '../chapter-four/part-b-found.ts';
import type { StatutoryLimits } from '../range/guideline-range.ts';
import { minimumBeside } from '../relief/relief.ts';
import type { Penalties } from '../statutes/penalties.ts';
import type { Context } from '../steps/context.ts';
import { refuseMissingLevel, setTermOf } from './set-term.ts';

/**
 * The statutory limits that bind beside any relief, and what takes the place of every range, in months. Throws InputError
 * where the case gives no offense level and needs one.
 */
export function limitsThatBind(
	{ document, provisions }: Pick<Context, 'document' | 'provisions'>,
	penalties: Penalties,
	relief: Relief | undefined,
	firearm: FirearmOffender | undefined,
): StatutoryLimits {
	const setTerm = setTermOf(document, provisions, penalties.setTerm, firearm);
	refuseMissingLevel(document, setTerm);
	const minimum = minimumBeside(relief, penalties);
	return { minimum, maximum: penalties.limits.maximum, leastRange: relief?.leastRange, setTerm };
}
