// The prior felonies that a career offender needs (§4B1.2).
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { receivesPoints } from '../chapter-two/illegal-reentry/prior-sentence.ts';
import { all, convictedOn, gradeOf, isOfAdult, kindsOf, needed, type Prior } from '../criminal-history/facts.ts';
import type { ScoredPrior } from '../criminal-history/points.ts';
import type { Readings } from '../steps/readings.ts';

/** The ids of prior felonies, violent or for drugs, that are counted separately: one for each sentence that counts (§4B1.2). */
export function predicatesOf(
	scored: readonly ScoredPrior[],
	document: CaseDocument,
	provisions: Provisions,
	readings: Readings,
): string[] {
	const { grade, kinds } = provisions['4B1.1'].predicates;
	const isEarlier = (prior: Prior) =>
		convictedOn(prior) <=
		needed(document.instantOffense?.endedOn, '/instantOffense/endedOn', {
			question: 'When did the instant offense end?',
			problem: 'A prior conviction must come before it',
		});
	const found = scored.filter((each) =>
		all([
			() => receivesPoints(each, provisions, readings),
			() => kindsOf(each.prior).some((kind) => kinds.includes(kind)),
			() => gradeOf(each.prior, provisions, readings) === grade,
			() => isOfAdult(each.prior, provisions),
			() => isEarlier(each.prior),
		]),
	);
	const firstOfGroup = found.filter((each, index) => found.findIndex((other) => other.group === each.group) === index);
	return firstOfGroup.map(({ prior }) => prior.id);
}
