// How unsettled questions are read in one run.
import type { OpenQuestion } from '../../result/warning-codes.ts';

/**
 * How open questions are read in one run of the calculation. Where the text is silent or courts are divided, the
 * calculation asks here which reading to take, and the question is noted: the case turns on it, or may.
 */
export interface Readings {
	/** The questions, and the ids of the priors they were asked of where they concern a prior alone. */
	readonly raised: ReadonlyMap<OpenQuestion, ReadonlySet<string>>;
	/** True where the other reading of the question, of a prior where it concerns one alone, is to be taken. */
	other(question: OpenQuestion, prior?: string): boolean;
}

/** Readings that take the first answer to every question but one. */
export function newReadings(turned?: OpenQuestion): Readings {
	const raised = new Map<OpenQuestion, Set<string>>();
	return {
		raised,
		other(question, prior) {
			const priors = raised.get(question) ?? new Set();
			raised.set(question, prior === undefined ? priors : priors.add(prior));
			return question === turned;
		},
	};
}
