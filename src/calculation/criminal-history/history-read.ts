import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { newReadings, type Readings } from '../steps/readings.ts';
import { criminalHistoryOf, type ScoredHistory } from './chapter-four.ts';
import { withDoubtfulTerms } from './doubtful-terms.ts';
import { attempt } from './facts.ts';
import { withKindsRead } from './kinds-of-label.ts';
import type { SentencedApart } from './single-sentences.ts';
import { withSuspendedRead } from './suspended-part.ts';

/** The case with its priors as its open questions are read. */
export const withPriorsRead = (given: CaseDocument, provisions: Provisions, readings: Readings): CaseDocument =>
	withKindsRead(withDoubtfulTerms(withSuspendedRead(given, readings), readings), provisions, readings);

/** The score of the priors of a case, undefined where it has none. Throws InputError where a rule lacks a fact. */
export const scoreOfPriors = (
	document: CaseDocument,
	provisions: Provisions,
	readings: Readings,
	apart?: SentencedApart,
): ScoredHistory | undefined => document.priors && criminalHistoryOf(document, provisions, readings, apart);

/**
 * The fewest points that the priors make under the other reading of one of the open questions that are raised, with the
 * given points among them; zero where such a reading needs another fact.
 */
export function fewestPoints(
	points: number,
	given: CaseDocument,
	provisions: Provisions,
	{ raised }: Readings,
): number {
	const others = [...raised.keys()].map((question) => {
		const readings = newReadings(question);
		const found = attempt(() => scoreOfPriors(withPriorsRead(given, provisions, readings), provisions, readings));
		return found instanceof InputError ? 0 : (found?.history.points ?? points);
	});
	return Math.min(points, ...others);
}
