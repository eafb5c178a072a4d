// Terms of imprisonment that may be read in two ways.
import { dayAfter, isNoTime } from '../../case/durations.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import type { Readings } from '../steps/readings.ts';
import { addedTerms } from './facts.ts';

/**
 * The case as terms are read that do not fit what stands beside them: a term to be served beside probation or a suspended
 * sentence, of which no release is told (§4A1.2(a)(3), (b)(2)); and a release later than the whole term could have run.
 * What the case says is taken, and the other reading is an open question.
 */
export function withDoubtfulTerms(document: CaseDocument, readings: Readings): CaseDocument {
	const { priors } = document;
	if (!priors?.some((prior) => isUnserved(prior) || endOf(prior) !== undefined)) return document;
	const read = priors.map((prior, index): GivenPrior => {
		const id = prior.id ?? String(index + 1);
		if (isUnserved(prior)) {
			return readings.other('term-not-served', id) ? { ...prior, sentence: '0', suspended: prior.sentence } : prior;
		}
		const ended = endOf(prior);
		return ended !== undefined && readings.other('release-after-term', id) ? { ...prior, releasedOn: ended } : prior;
	});
	return { ...document, priors: read };
}

/** Whether a term stands beside words that suspend it, and nothing says that any of it was served. */
function isUnserved({ disposition, sentence, suspended, releasedOn, revocations = [] }: GivenPrior): boolean {
	const isSuspending = disposition === 'probation' || disposition === 'suspended';
	const saysNothingElse = suspended === undefined && releasedOn === undefined && revocations.length === 0;
	return isSuspending && saysNothingElse && !isNoTime(addedTerms([sentence]));
}

/** The day on which the whole term had run, where the release is later and nothing given explains it. */
function endOf(prior: GivenPrior): string | undefined {
	const { sentence, suspended, sentencedOn, releasedOn, consecutiveTo, revocations = [] } = prior;
	if (sentence === undefined || sentencedOn === undefined || releasedOn === undefined) return undefined;
	if (consecutiveTo !== undefined || revocations.length > 0 || releasedOn <= sentencedOn) return undefined;
	if (isNoTime(addedTerms([sentence]))) return undefined;
	const ended = dayAfter(sentencedOn, addedTerms([sentence, suspended]));
	return releasedOn > ended ? ended : undefined;
}
