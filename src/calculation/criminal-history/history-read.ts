// The priors of a case as unsettled questions are read, and the fewest points that they can make.
import { attempt, InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { newReadings, type Readings } from '../steps/readings.ts';
import { criminalHistoryOf } from './criminal-history.ts';
import { withDoubtfulTerms } from './doubtful-terms.ts';
import { withKindsRead } from './kinds-of-label.ts';
import { withSuspendedRead } from './suspended-part.ts';

/** The case with its priors as its open questions are read. */
export const withPriorsRead = (given: CaseDocument, provisions: Provisions, readings: Readings): CaseDocument =>
	withKindsRead(withDoubtfulTerms(withSuspendedRead(given, readings), readings), provisions, readings);

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
		const found = attempt(() => {
			const document = withPriorsRead(given, provisions, readings);
			return criminalHistoryOf({ document, provisions, readings });
		});
		return found instanceof InputError ? 0 : (found?.history.points ?? points);
	});
	return Math.min(points, ...others);
}
