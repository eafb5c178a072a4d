import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculate, InputError, parseCase } from '../../src/index.ts';
import { oracleFacts, type Question } from './facts/facts.ts';
import { factCase } from './facts-cases.ts';

/** Where the text is open the two take different answers first; these turn the oracle to the program's. */
const turned: Question[] = [
	'cap-receives',
	'frozen-list-revocation',
	'juvenile-before-2003',
	'revocation-after-deportation',
	'revocation-after-first-order',
	'violence-single-other',
];

function program(document: unknown) {
	try {
		const { criminalHistory, offenseLevel, warnings } = calculate(parseCase(document));
		return {
			points: criminalHistory?.points,
			category: criminalHistory?.category,
			increase: offenseLevel.enhancements,
			status: criminalHistory?.status.points,
			recency: criminalHistory?.recency?.points ?? 0,
			warnings,
		};
	} catch (error) {
		if (error instanceof InputError) return { code: error.code, path: error.path };
		throw error;
	}
}

test('the program and the oracle draw the same points and levels from the same facts, in every edition', () => {
	const runs = Number(process.env['USSG_RUNS'] ?? 3000);
	fc.assert(
		fc.property(factCase, (document) => {
			const ours = program(document);
			// The program asks what the oracle turns into readings: months against days, a release before the last revocation.
			fc.pre(!/\/(sentence|earlierReleases)$/.test(ours.path ?? ''));
			const theirs = oracleFacts(document, document.edition, { otherReadings: turned });
			if ('missing' in theirs) throw new Error(`oracle misses ${theirs.missing}, program ${JSON.stringify(ours)}`);
			expect(ours).toMatchObject({ points: theirs.points, category: theirs.category, increase: theirs.increase });
		}),
		{ numRuns: runs, seed: Number(process.env['USSG_SEED'] ?? 1) },
	);
});
