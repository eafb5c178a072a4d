import { InputError } from '../case/errors.ts';
import type { ScoredPrior } from './chapter-four.ts';
import { type Finding, isConviction, type ReentryFacts, receivesPoints } from './illegal-reentry.ts';
import { isTimely } from './timing.ts';

/** A prior on which no increase of §2L1.2 rests, and why. */
export interface UnusedPrior {
	id: string;
	reason: string;
}

/** The priors that were considered for §2L1.2 and raise nothing. */
export function unusedPriors(facts: ReentryFacts, findings: readonly Finding[]): UnusedPrior[] {
	const used = new Set(findings.flatMap(({ priors }) => priors));
	const conditions = facts.provisions['2L1.2'].characteristics.length;
	if (conditions === 0) return [];
	return (facts.scored ?? [])
		.filter(({ prior }) => !used.has(prior.id))
		.map((each) => ({ id: each.prior.id, reason: reasonFor(each, facts) }));
}

/** The first condition, in the order a reader asks, that no characteristic of the edition finds met. */
function reasonFor(scored: ScoredPrior, facts: ReentryFacts): string {
	const { document, provisions, readings } = facts;
	const { characteristics, underEighteen } = provisions['2L1.2'];
	const { age } = provisions['4A1.2'].underEighteen;
	const ageThen = scored.prior.given.ageAtOffense ?? age;
	if (underEighteen && ageThen < age && scored.prior.given.convictedAsAdult === false) {
		return `offense before the age of ${age}, without an adult conviction`;
	}
	const needsPoints = characteristics.every(({ points }) => points === 'required');
	if (needsPoints && !known(() => receivesPoints(scored, provisions, readings)))
		return 'it receives no criminal history points';
	const fitting = characteristics
		.flatMap(({ when }) => when)
		.filter(({ convictions = [] }) => convictions.some((each) => known(() => isConviction(scored, each, facts))));
	if (fitting.length === 0) return 'not of a kind, grade or length that counts';
	const timely = fitting.filter(({ timing }) => known(() => isTimely(timing, scored.prior, document, readings)));
	if (timely.length > 0) return `fewer than ${timely[0]?.count} such convictions`;
	return 'it does not come on the side of the order, removal or offense that counts';
}

/** A condition whose facts are not all known was not what decided. */
function known(condition: () => boolean): boolean {
	try {
		return condition();
	} catch (error) {
		if (error instanceof InputError) return true;
		throw error;
	}
}
