import { describe, expect, test } from 'vitest';
import { hasMonthOrYear } from '../../src/case/dates-of-case.ts';
import { parseCase } from '../../src/index.ts';
import { answer, caseWith, prior, refusal } from './rap-sheet.ts';

/** A prior with nothing told before its sentence but the conduct. */
const short = (facts: Record<string, unknown>) => prior({ arrestedOn: undefined, convictedOn: undefined, ...facts });

const pointsOf = (document: unknown) => answer(document).criminalHistory?.points;

describe('a month or a year in which every day leads to one answer', () => {
	test('is as good as a day', () => {
		const days = caseWith('2018', [prior()]);
		const months = caseWith('2018', [
			prior({
				conductFrom: '2007',
				arrestedOn: '2007-11',
				convictedOn: '2008-03',
				sentencedOn: '2008-03',
				releasedOn: '2009',
			}),
		]);
		const { partialDates, criminalHistory, ...rest } = answer(months);
		const { criminalHistory: exact, ...same } = answer(days);
		expect(rest).toEqual(same);
		expect(criminalHistory?.points).toBe(exact?.points);
		expect(criminalHistory?.priors[0]?.reason).toBe('18 months, imposed March 2008');
		expect(partialDates?.map(({ given }) => given)).toEqual(['2007', '2007-11', '2008-03', '2008-03', '2009']);
	});

	test('the answer says which dates were given so, and a case without any says nothing', () => {
		const { partialDates } = answer(caseWith('2018', [prior({ releasedOn: '2009' })]));
		expect(partialDates).toEqual([
			{ path: '/priors/0/releasedOn', date: 'the date of the last release of prior a', given: '2009' },
		]);
		expect(answer(caseWith('2018', [prior()]))).not.toHaveProperty('partialDates');
	});

	test('the document keeps them', () => {
		const given = parseCase(
			caseWith('2018', [prior({ releasedOn: 'Sept. 2009', sentencedOn: '3/2008', convictedOn: undefined })]),
		);
		expect(given.priors?.[0]).toMatchObject({ releasedOn: '2009-09', sentencedOn: '2008-03' });
		expect(hasMonthOrYear(given)).toBe(true);
		expect(hasMonthOrYear(parseCase(caseWith('2018', [prior()])))).toBe(false);
	});

	test('three priors with nothing but years', () => {
		const years = (id: string, year: number) =>
			short({ id, conductFrom: `${year - 1}`, sentencedOn: `${year}`, releasedOn: `${year + 1}` });
		expect(pointsOf(caseWith('2018', [years('a', 2002), years('b', 2005), years('c', 2008)]))).toBe(9);
	});
});

describe('a day that matters is asked for, with the day on which it does', () => {
	// §4A1.2(e)(1): imprisonment of more than thirteen months counts if any of it was within fifteen years of June 15, 2014.
	test('the last release, fifteen years back', () => {
		const released = (releasedOn: string) =>
			caseWith('2018', [short({ conductFrom: '1995', sentencedOn: '1996-08', sentence: '3 years', releasedOn })]);
		expect(pointsOf(released('1999-05'))).toBe(0);
		expect(pointsOf(released('1999-07'))).toBe(3);
		expect(refusal(released('1999-06'))).toMatchObject({
			code: 'facts-missing',
			path: '/priors/0/releasedOn',
			message: expect.stringMatching(
				/^Was the client released on prior a before June 15, 1999, or on or after it\? Before it: 0 to 6 months, .*\(0 points\); on or after it: 24 to 30 months, .*\(3 points\)/,
			),
		});
		expect(refusal(released('1999')).message).toContain('before June 15, 1999');
	});

	// A release later than the whole term could have run is a doubt of its own (release-after-term), which some days raise.
	test('where only a warning turns on the day, the question says so', () => {
		const document = caseWith('2018', [
			short({ conductFrom: '1995', sentencedOn: '1996', sentence: '3 years', releasedOn: '1999-07' }),
		]);
		expect(refusal(document).message).toMatch(/Either way 24 to 30 months, .*, but with other warnings/);
	});

	// §4A1.2(e)(2): any other sentence counts if it was imposed within ten years of June 15, 2014.
	test('the sentence, ten years back', () => {
		const sentenced = (sentencedOn: string) =>
			caseWith('2018', [short({ conductFrom: '2003', sentencedOn, sentence: '6 months', releasedOn: '2005' })]);
		expect(pointsOf(sentenced('2004-05'))).toBe(0);
		expect(pointsOf(sentenced('2004-07'))).toBe(2);
		expect(refusal(sentenced('2004')).message).toMatch(
			/^Was the sentence for prior a imposed before June 15, 2004, or on or after it\?/,
		);
	});

	// The same period from its other end.
	test('the commencement of the offense', () => {
		const begun = (commencedOn: string) =>
			caseWith(
				'2018',
				[short({ conductFrom: '2003', sentencedOn: '2004-06-15', sentence: '6 months', releasedOn: '2005' })],
				{
					instantOffense: { commencedOn, endedOn: '2014-08-01', underCriminalJusticeSentence: false },
				},
			);
		expect(pointsOf(begun('2014-05'))).toBe(2);
		expect(pointsOf(begun('2014-07'))).toBe(0);
		expect(refusal(begun('2014')).message).toMatch(/^Did the offense begin before June 16, 2014, or on or after it\?/);
	});

	// §4A1.1(e) until November 2010: less than two years after release from imprisonment.
	test('the release, two years back', () => {
		const released = (releasedOn: string) =>
			caseWith('2008', [short({ conductFrom: '2003', sentencedOn: '2004-06-15', sentence: '18 months', releasedOn })], {
				instantOffense: { commencedOn: '2008-03-10', endedOn: '2008-03-10', underCriminalJusticeSentence: false },
				removals: ['2006-05-01'],
				removalOrders: ['2006-05-01'],
			});
		expect(pointsOf(released('2006-02'))).toBe(3);
		expect(pointsOf(released('2006-04'))).toBe(5);
		expect(refusal(released('2006-03')).message).toMatch(
			/^Was the client released on prior a before March 11, 2006, or on or after it\?/,
		);
	});

	// §2L1.2(b)(2), (3) since 2016: the conviction before the first removal order, or the conduct after it.
	test('the removal order, before or after the conviction', () => {
		const ordered = (order: string) =>
			caseWith(
				'2018',
				[
					short({
						kinds: ['drug-trafficking'],
						conductFrom: '2009-12-01',
						sentencedOn: '2010-05-12',
						sentence: '3 years',
						releasedOn: '2012',
					}),
				],
				{
					removalOrders: [order],
					removals: ['2013'],
				},
			);
		expect(answer(ordered('2010-06')).steps.map(({ provision }) => provision)).toContain('§2L1.2(b)(2)(B)');
		expect(answer(ordered('2009-11')).steps.map(({ provision }) => provision)).toContain('§2L1.2(b)(3)(B)');
		expect(refusal(ordered('2009-12'))).toMatchObject({ code: 'facts-missing', path: '/removalOrders/0' });
	});

	// November 1, 2012: the Manual of 2012 took effect.
	test('the sentencing, in a year of two Manuals', () => {
		const sentenced = (sentencingDate: string) => ({ baseOffenseLevel: 20, criminalHistoryPoints: 3, sentencingDate });
		expect(answer(sentenced('2012-10')).edition.effectiveDate).toBe('2011-11-01');
		expect(answer(sentenced('2012-11')).edition.effectiveDate).toBe('2012-11-01');
		expect(refusal(sentenced('2012')).message).toMatch(
			/^Was the sentencing before November 1, 2012, or on or after it\?/,
		);
	});
});

describe('two months together', () => {
	// The first days of both lead to one answer, and so do the last days: only together do they tell two answers apart.
	const begun = { commencedOn: '2014-06', endedOn: '2014-07-01', underCriminalJusticeSentence: false };

	test('ten years between a sentence and the offense', () => {
		const document = caseWith(
			'2018',
			[short({ conductFrom: '2003', sentencedOn: '2004-06', sentence: '6 months', releasedOn: '2005' })],
			{
				instantOffense: begun,
			},
		);
		expect(refusal(document)).toMatchObject({ code: 'facts-missing' });
	});

	test('fifteen years between a release and the offense', () => {
		const document = caseWith(
			'2018',
			[short({ conductFrom: '1995', sentencedOn: '1996-08', sentence: '3 years', releasedOn: '1999-06' })],
			{ instantOffense: begun },
		);
		expect(refusal(document)).toMatchObject({ code: 'facts-missing' });
	});

	// §4A1.1(e) until November 2010.
	test('two years between a release and the offense', () => {
		const document = caseWith(
			'2008',
			[short({ conductFrom: '2003', sentencedOn: '2004-06-15', sentence: '18 months', releasedOn: '2006-03' })],
			{
				instantOffense: { commencedOn: '2008-03', endedOn: '2008-04-01', underCriminalJusticeSentence: false },
				removals: ['2006-05-01'],
				removalOrders: ['2006-05-01'],
			},
		);
		expect(refusal(document)).toMatchObject({ code: 'facts-missing' });
	});

	// §2L1.2(b)(2) since 2016 asks for the conviction or the conduct before the first order; here both may come after it.
	test('an order and a conviction in one month', () => {
		const document = caseWith(
			'2018',
			[
				short({
					kinds: ['drug-trafficking'],
					conductFrom: '2010-05',
					sentencedOn: '2010-05',
					sentence: '3 years',
					releasedOn: '2012',
				}),
			],
			{ removalOrders: ['2010-05'], removals: ['2013'] },
		);
		expect(refusal(document)).toMatchObject({ code: 'facts-missing' });
	});

	// §4A1.2(a)(2): an arrest for the first offense before the second keeps the sentences of one day apart.
	test('an arrest and the conduct of another prior in one month', () => {
		const one = (facts: Record<string, unknown>) =>
			short({ sentencedOn: '2008-03-01', sentence: '14 months', releasedOn: '2009-06-01', ...facts });
		const priors = (conductFrom: string) => [
			one({ id: 'a', conductFrom: '2007-01-10', arrestedOn: '2007-05' }),
			one({ id: 'b', conductFrom, arrestedOn: '2007-12-01' }),
		];
		expect(pointsOf(caseWith('2018', priors('2007-06')))).toBe(6);
		expect(pointsOf(caseWith('2018', priors('2007-04')))).toBe(3);
		expect(refusal(caseWith('2018', priors('2007-05')))).toMatchObject({ code: 'facts-missing' });
	});

	// §4A1.2(a)(2) again: sentences of one day are one, with one sum of points; of two days they are two.
	test('two sentences in one month', () => {
		const one = (id: string) =>
			short({
				id,
				conductFrom: '2007-01-10',
				arrestedOn: '2007-12-01',
				sentencedOn: '2008-03',
				sentence: '14 months',
				releasedOn: '2009',
			});
		expect(refusal(caseWith('2018', [one('a'), one('b')]))).toMatchObject({ code: 'facts-missing' });
	});
});

describe('what is never done', () => {
	test('days that the rest of the case rules out do not count', () => {
		// The release was in 1999, and on June 20 at the earliest: the conduct was then.
		const document = caseWith('2018', [
			short({ conductFrom: '1999-06-20', sentencedOn: '1999-06-25', sentence: '3 years', releasedOn: '1999' }),
		]);
		expect(pointsOf(document)).toBe(3);
	});

	test('a period that no day of another can follow is a contradiction', () => {
		expect(refusal(caseWith('2018', [short({ sentencedOn: '2007-10' })]))).toMatchObject({
			code: 'disagrees',
			path: '/priors/0/sentencedOn',
		});
		expect(answer(caseWith('2018', [short({ sentencedOn: '2007-11' })])).criminalHistory?.points).toBe(3);
	});

	test('too many at once: one is asked for, and soon', () => {
		const years = (id: string) =>
			short({ id, conductFrom: '2005', convictedOn: '2005', sentencedOn: '2005', releasedOn: '2006' });
		const began = performance.now();
		expect(refusal(caseWith('2018', ['a', 'b', 'c', 'd', 'e'].map(years)))).toMatchObject({ code: 'facts-missing' });
		expect(performance.now() - began).toBeLessThan(10_000);
	});

	test('a fact that is missing is asked for, not the day', () => {
		expect(refusal(caseWith('2018', [short({ sentence: undefined, releasedOn: '2009' })]))).toMatchObject({
			path: '/priors/0/sentence',
		});
	});

	test('nothing that was tried is said', () => {
		const text = JSON.stringify(
			answer(caseWith('2018', [prior({ sentencedOn: '2008-03', convictedOn: '2008-03', releasedOn: '2009' })])),
		);
		expect(text).not.toMatch(/2008-03-\d\d|March \d+, 2008|2009-\d\d/);
	});
});
