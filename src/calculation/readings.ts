import type { OpenQuestion } from './warnings.ts';

/**
 * How open questions are read in one run of the calculation. Where the text is silent or courts are divided, the
 * calculation asks here which reading to take, and the question is noted: the case turns on it, or may.
 */
export interface Readings {
	readonly raised: ReadonlySet<OpenQuestion>;
	/** True where the other reading of the question is to be taken. */
	other(question: OpenQuestion): boolean;
}

/** Readings that take the first answer to every question but one. */
export function newReadings(turned?: OpenQuestion): Readings {
	const raised = new Set<OpenQuestion>();
	return {
		raised,
		other(question) {
			raised.add(question);
			return question === turned;
		},
	};
}
