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
		expect(result.criminalHistory?.priors[0]?.reason).toContain('65 days (plus 300 days suspended)');
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

/**
 * A release is the last one from incarceration on the sentence (§4A1.2(e)(1), (k)(2)); a sentence wholly suspended, or plain
 * probation, is one of §4A1.1(c) (§4A1.2(a)(3), comment. (n.2)).
 */
const alone = (facts: object, commencedOn = '2020-06-01') =>
	calculate({
		edition: '2018',
		baseOffenseLevel: 20,
		instantOffense: { commencedOn, endedOn: commencedOn },
		priors: [{ id: 'x', grade: 'felony', kinds: [], conductFrom: '1999-02-01', sentencedOn: '2015-02-01', ...facts }],
	} as CaseDocument);
const messageOf = (result: ReturnType<typeof alone>, code: string) =>
	result.warnings.find((each) => each.code === code)?.message;

describe('a part suspended in months and days', () => {
	// From February 1, 2015: the part ends on December 4, 2019, and five years on February 1, 2020, 59 days later.
	test('five years, all but 59 days suspended, with the whole term as the sentence: both outcomes', () => {
		const result = alone({
			sentence: '5 years',
			suspended: '4 years 306 days',
			releasedOn: '2015-04-10',
			supervision: { kind: 'none' },
		});
		expect(messageOf(result, 'suspended-part')).toMatch(/37 to 46 months.*33 to 41 months/);
	});
});

describe('a term beside words that suspend it', () => {
	const supervision = { kind: 'probation', endsOn: '2018-02-01' };

	test.each(['probation', 'suspended'])(
		'%s and two years, no release: three points or one, both ranges',
		(disposition) => {
			const result = alone({ sentence: '2 years', disposition, supervision });
			expect(result.criminalHistory?.points).toBe(3);
			expect(messageOf(result, 'term-not-served')).toMatch(/37 to 46 months.*33 to 41 months/);
		},
	);

	test.each([
		['a release', { sentence: '2 years', disposition: 'probation', supervision, releasedOn: '2016-02-01' }],
		['imprisonment', { sentence: '2 years', disposition: 'imprisonment', supervision }],
		['the term as suspended', { sentence: '0', suspended: '2 years', disposition: 'suspended', supervision }],
	])('nothing to ask: %s', (_, facts) => {
		expect(codes(alone(facts))).not.toContain('term-not-served');
	});
});

describe('a release later than the term', () => {
	test('60 days of 2015, released in 2018: under it in 2017, or not', () => {
		const result = alone(
			{ sentence: '60 days', releasedOn: '2018-06-01', supervision: { kind: 'none' } },
			'2017-03-01',
		);
		expect(messageOf(result, 'release-after-term')).toMatch(/41 to 51 months.*37 to 46 months/);
	});

	test('18 months of 2000, released in 2010: within the fifteen years, or not', () => {
		const term = { sentencedOn: '2000-01-01', sentence: '18 months', supervision: { kind: 'none' } };
		const result = alone({ ...term, releasedOn: '2010-06-01' });
		expect(messageOf(result, 'release-after-term')).toMatch(/37 to 46 months.*33 to 41 months/);
	});

	test.each([
		['the last day of the term', { sentencedOn: '2004-01-01', sentence: '18 months', releasedOn: '2005-07-01' }],
		[
			'a revocation',
			{
				sentencedOn: '2003-01-01',
				sentence: '18 months',
				releasedOn: '2010-06-01',
				revocations: [{ on: '2009-01-01', term: '18 months' }],
			},
		],
	])('nothing to ask: %s', (_, facts) => {
		expect(codes(alone({ ...facts, supervision: { kind: 'none' } }))).not.toContain('release-after-term');
	});
});

/** §4A1.1(a): more than one year and one month. June 2014 to July 2015 are 395 days; 13 months from June 1, 2014 end on July 1, 2015. */
describe('days and months are compared by the calendar', () => {
	const of = (sentence: string, facts: object = {}) =>
		alone({ sentencedOn: '2014-06-01', sentence, releasedOn: '2015-05-01', supervision: { kind: 'none' }, ...facts })
			.criminalHistory?.points;

	test.each([
		['395 days', 2],
		['396 days', 3],
	])('%s from the date of the sentence: %i points', (sentence, points) => {
		expect(of(sentence)).toBe(points);
	});

	// One month from February 1, 2016 is 29 days; from March 1, 31.
	test.each([
		['2016-02-01', 3],
		['2016-03-01', 2],
	])('one year, and 30 days on a revocation of %s: %i points', (on, points) => {
		expect(of('1 year', { revocations: [{ on, term: '30 days' }], releasedOn: '2016-04-15' })).toBe(points);
	});
});
