// The offense as the user named it: by a statute, or by its guideline.
import { isReentry } from '../../case/reentry.ts';
import type { Context, Value } from './question.ts';

/** The answer that leads to facts in place of conclusions. */
export const fromFacts = 'facts';

/** The guideline of reentry, whose enhancements turn on priors and removals. */
export const reentry = '2L1.2';

/** An offense that was named by its statute: the sections, of an attempt or a conspiracy with its object after it. */
export interface NamedOffense {
	sections: string[];
	circumstance?: string | undefined;
	/** As it stands in the answer. */
	statute: string;
}

/** The statute in an answer; undefined where it names none. */
export function namedOffense(value: Value | undefined): NamedOffense | undefined {
	if (typeof value !== 'object' || value === null || !('statute' in value)) return undefined;
	const { statute, circumstance } = value as { statute: unknown; circumstance?: string };
	return typeof statute === 'string' ? { statute, sections: statute.split(','), circumstance } : undefined;
}

/** Whether the enhancements and the criminal history of a reentry case are drawn from facts. */
export function isDrawnFromFacts({ known, answers }: Pick<Context, 'known' | 'answers'>): boolean {
	const { guideline } = answers;
	if (namedOffense(guideline) === undefined) return guideline === fromFacts;
	return isReentry(known) && answers['reentryBy'] === fromFacts;
}
