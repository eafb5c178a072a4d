import { calculate, InputError, parseCase, type Result } from '../../src/index.ts';

/** One prior with every fact that any edition asks for: a felony of 18 months, six years before the instant offense of 2014. */
export const prior = (facts: Record<string, unknown> = {}) => ({
	id: 'a',
	grade: 'felony',
	kinds: [],
	conductFrom: '2007-11-01',
	arrestedOn: '2007-11-02',
	convictedOn: '2008-03-01',
	sentencedOn: '2008-03-01',
	sentence: '18 months',
	releasedOn: '2009-06-01',
	...facts,
});

/** A case of §2L1.2 with those priors: ordered removed and removed in 2010, found in 2014. */
export const caseWith = (edition: string, priors: readonly unknown[], facts: Record<string, unknown> = {}) => ({
	edition,
	guideline: '2L1.2',
	removalOrders: ['2010-01-10'],
	removals: ['2010-02-01'],
	instantOffense: { commencedOn: '2014-06-15', endedOn: '2014-06-15', underCriminalJusticeSentence: false },
	priors,
	...facts,
});

export const answer = (document: unknown): Result => calculate(parseCase(document));

/** Code and path of the refusal. */
export function refusal(document: unknown): { code: string; path: string; message: string } {
	try {
		answer(document);
	} catch (error) {
		if (error instanceof InputError) return { code: error.code, path: error.path, message: error.message };
		throw error;
	}
	throw new Error('answered');
}

export const pointsOf = (document: unknown): number | undefined => answer(document).criminalHistory?.points;

export const increaseOf = (document: unknown): number => answer(document).offenseLevel.enhancements;

export const codesOf = (document: unknown): string[] => answer(document).warnings.map(({ code }) => code);

export const messageOf = (document: unknown, code: string): string | undefined =>
	answer(document).warnings.find((warning) => warning.code === code)?.message;
