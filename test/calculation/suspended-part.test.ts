import { describe, expect, test } from 'vitest';
import { type CaseDocument, calculate } from '../../src/index.ts';

/** §4A1.2(b)(2): where part of a sentence was suspended, the sentence of imprisonment is the part that was not. */
const scored = (sentence: string, suspended: string) =>
	calculate({
		edition: '2018',
		baseOffenseLevel: 20,
		instantOffense: { commencedOn: '2019-01-01', underCriminalJusticeSentence: false },
		priors: [
			{ id: 'a', grade: 'felony', sentencedOn: '2015-01-01', sentence, suspended },
			{ id: 'b', grade: 'felony', sentencedOn: '2016-01-01', sentence: '90 days' },
		],
	} as CaseDocument);
const codes = (result: ReturnType<typeof scored>) => result.warnings.map(({ code }) => code);

describe('a term suspended in part', () => {
	test('twelve months, all but 65 days suspended: 65 days score, and the reason names both parts', () => {
		const result = scored('65 days', '300 days');
		expect(result.criminalHistory?.priors[0]).toMatchObject({ points: 2, provision: '§4A1.1(b)' });
		expect(result.criminalHistory?.priors[0]?.reason).toContain('65 days (beside it 300 days suspended)');
		expect(codes(result)).not.toContain('suspended-part');
	});

	test('where the whole term may have been given as the sentence, and the range turns on it, both outcomes are shown', () => {
		const result = scored('18 months', '18 months');
		expect(result.criminalHistory?.points).toBe(5);
		expect(codes(result)).toContain('suspended-part');
	});

	test('where no range turns on it, nothing is asked', () => {
		expect(codes(scored('18 months', '1 month'))).not.toContain('suspended-part');
	});

	/** §4A1.1(a): more than one year and one month, however long. */
	test.each(['900 years', '10000 years', '9999999 years', 'life'])('%s, 50 years of it suspended', (sentence) => {
		const result = scored(sentence, '50 years');
		expect(result.criminalHistory?.priors[0]).toMatchObject({ points: 3, provision: '§4A1.1(a)' });
		expect(codes(result)).not.toContain('suspended-part');
	});
});
