import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculate, InputError, parseCase } from '../../src/index.ts';
import { oracleFacts, type Question } from './facts/facts.ts';
import { type FactCase, factCase } from './facts-cases.ts';

/** Where the text is open the two take different answers first; these turn the oracle to the program's. */
const turned: Question[] = [
	'cap-receives',
	'conviction-during-offense',
	'frozen-list-revocation',
	'juvenile-before-2003',
	'revocation-after-deportation',
	'revocation-after-first-order',
	'violence-single-other',
];

/**
 * What the two read differently, each on its own ground. §4B1.2 asks of a crime of violence more than a year, and a
 * conviction; the oracle gives the point of §4A1.1 also to a misdemeanor and to a juvenile adjudication. Offenses that
 * overlap, on days that are not the same, are one occasion to the program and two to the oracle. Until 2010 the oracle
 * takes a revocation after the offense for imprisonment during it. Months against days, and a release before the last
 * revocation, the program asks. Consecutive terms of a child and an adult have no rule. That the dates of a sentence
 * deny what the case says of the status, the oracle does not see; nor that a sentence of the day on which the offense
 * ended is imprisonment during it only where the case says that it was committed under a sentence. To the oracle an
 * aggravated felony is one whenever its term was given; the program follows 216 F.3d 1019 (11th Cir. 2000).
 */
function isReadOtherwise(document: FactCase, path = ''): boolean {
	const { edition, priors, instantOffense } = document;
	const events = [...document.removals, ...document.removalOrders].filter((date) => date <= instantOffense.endedOn);
	const removed = events.sort().at(-1) ?? '';
	const aggravatedLate = priors.some(
		({ kinds, revocations = [] }) => kinds.includes('aggravated-felony') && revocations.some(({ on }) => on >= removed),
	);
	const isViolent = ({ kinds }: FactCase['priors'][number]) => kinds.some((kind) => /violence|murder/.test(kind));
	const noConviction = priors.some(
		(each) => isViolent(each) && (each.grade === 'misdemeanor' || each.convictedAsAdult === false),
	);
	const overlapping = priors.some((a) =>
		priors.some(
			(b) =>
				a !== b && a.conductFrom <= (b.conductTo ?? b.conductFrom) && b.conductFrom <= (a.conductTo ?? a.conductFrom),
		),
	);
	const revokedLate = priors.some(({ revocations = [] }) => revocations.some(({ on }) => on > instantOffense.endedOn));
	const onLastDay =
		!instantOffense.underCriminalJusticeSentence &&
		priors.some(({ sentencedOn }) => sentencedOn === instantOffense.endedOn);
	const together =
		priors.some(({ consecutiveTo }) => consecutiveTo !== undefined) &&
		priors.some(({ ageAtOffense = 18 }) => ageAtOffense < 18);
	return (
		together ||
		(edition >= '1997-11-01' && edition < '2016-11-01' && aggravatedLate) ||
		(edition >= '1991-11-01' && noConviction) ||
		(edition >= '1991-11-01' && edition < '2007-11-01' && overlapping) ||
		(edition < '2010-11-01' && (revokedLate || onLastDay)) ||
		/\/(sentence|earlierReleases|underCriminalJusticeSentence)$/.test(path)
	);
}

function program(document: unknown) {
	try {
		const { criminalHistory, offenseLevel } = calculate(parseCase(document));
		const { points, category, priors } = criminalHistory ?? {};
		return { points, category, increase: offenseLevel.enhancements, priors: priors?.length };
	} catch (error) {
		if (error instanceof InputError) return { code: error.code, path: error.path };
		throw error;
	}
}

test('the program and the oracle draw the same points and levels from the same facts, in every edition', () => {
	fc.assert(
		fc.property(factCase, (document) => {
			const ours = program(document);
			fc.pre(!isReadOtherwise(document, ours.path));
			const theirs = oracleFacts(document, document.edition, { otherReadings: turned });
			if ('missing' in theirs) throw new Error(`the oracle misses ${theirs.missing}`);
			expect(ours).toMatchObject({ points: theirs.points, category: theirs.category, increase: theirs.increase });
		}),
		{ numRuns: Number(process.env['USSG_RUNS'] ?? 3000), seed: Number(process.env['USSG_SEED'] ?? 1) },
	);
});
