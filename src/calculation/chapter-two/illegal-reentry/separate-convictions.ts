// How many convictions stand apart.
import { factOf } from '../../criminal-history/facts.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import type { PriorFacts } from './prior-facts.ts';

/** How many convictions stand apart, where a guideline asks for more than one: those of one single sentence are one. */
export function countSeparate(matching: readonly ScoredPrior[], { guideline, readings }: PriorFacts): number {
	const rule = guideline.priors?.separateConvictions;
	if (rule === undefined) return matching.length;
	const groups = new Set(matching.map(({ prior, group }) => group ?? prior)).size;
	if (rule.convictions === 'unrelated' || groups === matching.length || matching.length < 2) return groups;
	return readings.other('three-convictions') ? groups : occasions(matching);
}

/** Convictions of different groups, or of different days. */
function occasions(matching: readonly ScoredPrior[]): number {
	const asked = {
		question: 'When was the offense committed?',
		problem: 'It decides whether the misdemeanors were committed on one occasion',
	};
	const keys = matching.map(
		({ prior, group }) => `${group?.[0]?.id ?? prior.id}|${factOf(prior, 'conductFrom', asked)}`,
	);
	return new Set(keys).size;
}
