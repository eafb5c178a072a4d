// A term of imprisonment that the case does not tell, bounded.
import type { Prior } from './facts.ts';

/** The least that a term can be, and the most. */
export const [leastTerm, mostTerm] = ['0', 'life'] as const;

/** A prior with a term of imprisonment, where its own is not told. */
export const withTerm = (prior: Prior, untold: string): Prior => ({
	...prior,
	given: { ...prior.given, sentence: prior.given.sentence ?? untold },
});
