import { describe, expect, test } from 'vitest';
import { answer, caseWith, codesOf, pointsOf, prior, refusal } from './rap-sheet.ts';

const every = ['1987', '1989', '1991', '2003', '2007', '2010', '2012', '2016', '2018', '2023', '2025'];

describe('§4A1.1(a), (b), (c): the length of a sentence', () => {
	test.each([
		['13 months', 2],
		['13 months 1 day', 3],
		['1 year 1 day', 2],
		['59 days', 1],
		['60 days', 2],
		['0', 1],
		['life', 3],
	])('%s: %i', (sentence, points) => {
		for (const edition of every.filter((year) => year >= '2007')) {
			expect(pointsOf(caseWith(edition, [prior({ sentence })]))).toBe(points);
		}
	});

	test('the part suspended does not count: 6 months to be served of 5 years', () => {
		expect(pointsOf(caseWith('2012', [prior({ sentence: '6 months', suspended: '54 months' })]))).toBe(2);
		expect(pointsOf(caseWith('2012', [prior({ sentence: '0', suspended: '5 years' })]))).toBe(1);
	});

	test('terms on revocation are added (§4A1.2(k))', () => {
		const revocations = [{ on: '2010-01-01', term: '8 months' }];
		expect(pointsOf(caseWith('2012', [prior({ sentence: '6 months', revocations })]))).toBe(3);
	});

	// March and April have 61 days; from February 1, 2009 two months have 59.
	test('two months and sixty days are compared by the calendar, from the date of the sentence', () => {
		expect(pointsOf(caseWith('2012', [prior({ sentence: '2 months' })]))).toBe(2);
		expect(pointsOf(caseWith('2012', [prior({ sentence: '2 months', sentencedOn: '2009-02-01' })]))).toBe(1);
	});

	test('where several terms were given, months and days are asked, not guessed', () => {
		const revocations = ['2010-01-01', '2010-06-01'].map((on) => ({ on, term: '1 month' }));
		expect(() => pointsOf(caseWith('2012', [prior({ sentence: '0', revocations })]))).toThrow('60 days');
	});

	test('at most four points under (c), and the felony keeps its own', () => {
		const petty = [1, 2, 3, 4].map((n) =>
			prior({
				id: `m${n}`,
				grade: 'misdemeanor',
				sentence: '5 days',
				sentencedOn: `2008-0${n}-01`,
				convictedOn: `2008-0${n}-01`,
			}),
		);
		const felony = prior({ id: 'f', sentence: '0', sentencedOn: '2009-06-01', convictedOn: '2009-06-01' });
		const history = answer(caseWith('2018', [...petty, felony])).criminalHistory;
		expect(history?.points).toBe(4);
		expect(history?.priors.filter(({ points }) => points === 1).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'f']);
	});
});

describe('§4A1.2(e): the periods, on each side of the day', () => {
	const at = (sentencedOn: string, facts = {}) =>
		caseWith('2018', [
			prior({
				conductFrom: '1990-01-01',
				arrestedOn: '1990-01-01',
				convictedOn: sentencedOn,
				sentencedOn,
				releasedOn: sentencedOn,
				...facts,
			}),
		]);

	test.each([
		['2004-06-14', 0],
		['2004-06-15', 2],
		['2004-06-16', 2],
	])('ten years: 12 months imposed %s, %i points', (on, points) => {
		expect(pointsOf(at(on, { sentence: '12 months' }))).toBe(points);
	});

	test.each([
		['1999-06-14', 0],
		['1999-06-15', 3],
		['1999-06-16', 3],
	])('fifteen years: 18 months imposed %s, %i points', (on, points) => {
		expect(pointsOf(at(on))).toBe(points);
	});

	test.each([
		['1999-06-14', 0],
		['1999-06-15', 3],
		['1999-06-16', 3],
	])('fifteen years: imposed 1997, released %s, %i points', (releasedOn, points) => {
		expect(pointsOf(at('1997-06-01', { releasedOn }))).toBe(points);
	});

	test('the reason says when', () => {
		expect(answer(at('1997-02-01', { releasedOn: '1998-08-01' })).criminalHistory?.priors[0]).toEqual({
			id: 'a',
			points: 0,
			provision: '§4A1.2(e)(3)',
			reason:
				'18 months, imposed more than 15 years before the offense began (February 1, 1997), released August 1, 1998',
		});
	});

	test('a short sentence is not reached by its release', () => {
		expect(pointsOf(at('2003-01-01', { sentence: '12 months', releasedOn: '2004-12-01' }))).toBe(0);
	});

	test('a revocation carries a long sentence into the period', () => {
		const revocations = [{ on: '2001-01-01', term: '3 months' }];
		expect(pointsOf(at('1997-02-01', { revocations, releasedOn: '2001-04-01' }))).toBe(3);
	});

	test('the period runs from the commencement, not the end, of the instant offense', () => {
		const instantOffense = { commencedOn: '2008-01-01', endedOn: '2014-06-15', underCriminalJusticeSentence: false };
		expect(pointsOf({ ...at('1998-06-15', { sentence: '12 months' }), instantOffense })).toBe(2);
	});
});

describe('§4A1.2(d): offenses before eighteen', () => {
	const minor = (facts: Record<string, unknown>) =>
		caseWith('2018', [
			prior({
				ageAtOffense: 17,
				convictedAsAdult: false,
				sentencedOn: '2009-06-15',
				convictedOn: '2009-06-15',
				releasedOn: '2009-06-15',
				...facts,
			}),
		]);

	test.each([
		['2009-06-14', '60 days', 0],
		['2009-06-15', '60 days', 2],
		['2009-06-15', '59 days', 1],
		['2009-06-14', '59 days', 0],
	])('juvenile, released and imposed %s, %s: %i', (on, sentence, points) => {
		expect(pointsOf(minor({ sentence, sentencedOn: on, convictedOn: on, releasedOn: on }))).toBe(points);
	});

	test('confinement that ended within five years of a sentence imposed before', () => {
		expect(
			pointsOf(
				minor({
					sentence: '18 months',
					sentencedOn: '2008-03-01',
					convictedOn: '2008-03-01',
					releasedOn: '2009-06-15',
				}),
			),
		).toBe(2);
		expect(
			pointsOf(
				minor({
					sentence: '18 months',
					sentencedOn: '2008-03-01',
					convictedOn: '2008-03-01',
					releasedOn: '2009-06-14',
				}),
			),
		).toBe(0);
	});

	test('convicted as an adult, over 13 months: three points', () => {
		expect(pointsOf(minor({ sentence: '18 months', convictedAsAdult: true }))).toBe(3);
		expect(pointsOf(minor({ sentence: '13 months', convictedAsAdult: true }))).toBe(2);
	});

	test('eighteen is no minor', () => {
		expect(
			pointsOf(
				minor({
					sentence: '0',
					ageAtOffense: 18,
					convictedAsAdult: true,
					sentencedOn: '2008-03-01',
					convictedOn: '2008-03-01',
				}),
			),
		).toBe(1);
	});
});

describe('never counted (§4A1.2(c), (h), (i), (j))', () => {
	test.each(['foreign', 'tribal', 'expunged', 'minor-offense'])('%s', (neverCounted) => {
		const grade = neverCounted === 'minor-offense' ? 'misdemeanor' : 'felony';
		for (const edition of ['1987', '2012', '2025']) {
			expect(pointsOf(caseWith(edition, [prior({ neverCounted, grade, sentence: '20 days' })]))).toBe(0);
		}
	});

	test('a minor offense of thirty days leaves a question, one of 29 does not', () => {
		const document = (sentence: string) =>
			caseWith('2018', [
				prior({ id: 'x', neverCounted: 'minor-offense', grade: 'misdemeanor', sentence }),
				prior({ id: 'y', sentence: '60 days', sentencedOn: '2008-05-01' }),
				prior({ id: 'z', grade: 'misdemeanor', sentence: '0', sentencedOn: '2008-06-01', convictedOn: '2008-06-01' }),
			]);
		expect(codesOf(document('29 days'))).not.toContain('minor-offense-thirty-days');
		expect(codesOf(document('30 days'))).toContain('minor-offense-thirty-days');
	});
});

describe('§4A1.1: criminal justice sentence and recency, by edition', () => {
	const under = { commencedOn: '2014-06-15', endedOn: '2014-06-15', underCriminalJusticeSentence: true };

	test.each([
		['2018', 1, 3 + 2],
		['2018', 3, 9 + 2],
		['2023', 2, 6],
		['2023', 3, 9 + 1],
	])('%s, %i sentences of three points: %i in all', (edition, number, points) => {
		const priors = Array.from({ length: number }, (_, n) =>
			prior({ id: `p${n}`, sentencedOn: `2008-03-0${n + 1}`, convictedOn: `2008-03-0${n + 1}` }),
		);
		expect(pointsOf(caseWith(edition, priors, { instantOffense: under }))).toBe(points);
	});

	test('seven points are enough since 2023', () => {
		const priors = [
			prior({ id: 'p1' }),
			prior({ id: 'p2', sentencedOn: '2008-04-01', convictedOn: '2008-04-01' }),
			prior({ id: 'p3', sentencedOn: '2008-05-01', convictedOn: '2008-05-01', sentence: '0' }),
		];
		expect(pointsOf(caseWith('2023', priors, { instantOffense: under }))).toBe(8);
		expect(answer(caseWith('2023', priors, { instantOffense: under })).criminalHistory?.status.provision).toBe(
			'§4A1.1(e)',
		);
		expect(answer(caseWith('2022', priors, { instantOffense: under })).criminalHistory?.status.provision).toBe(
			'§4A1.1(d)',
		);
	});

	test('no status points where nothing counts', () => {
		expect(pointsOf(caseWith('2018', [prior({ neverCounted: 'foreign' })], { instantOffense: under }))).toBe(0);
	});

	const recent = (edition: string, commencedOn: string, facts = {}) =>
		caseWith(edition, [prior()], {
			instantOffense: { commencedOn, endedOn: commencedOn, underCriminalJusticeSentence: false, ...facts },
		});

	test.each([
		['2011-05-31', 2],
		['2011-06-01', 0],
		['2011-06-02', 0],
	])('released 2009-06-01, offense %s: %i recency points until November 2010', (on, recency) => {
		expect(pointsOf(recent('2009', on))).toBe(3 + recency);
		expect(pointsOf(recent('2010', on))).toBe(3);
	});

	test('one recency point where status points are added', () => {
		expect(pointsOf(recent('2009', '2011-05-31', { underCriminalJusticeSentence: true }))).toBe(3 + 2 + 1);
	});

	test('any part of the offense within two years counts', () => {
		expect(pointsOf(recent('2009', '2011-05-31', { endedOn: '2013-01-01' }))).toBe(5);
	});

	test('a one-point sentence gives no recency', () => {
		const instantOffense = { commencedOn: '2009-07-01', endedOn: '2009-07-01', underCriminalJusticeSentence: false };
		const facts = { instantOffense, removalOrders: [], removals: [] };
		expect(pointsOf(caseWith('2009', [prior({ sentence: '59 days' })], facts))).toBe(1);
		expect(pointsOf(caseWith('2009', [prior({ sentence: '60 days' })], facts))).toBe(4);
	});
});

describe('§4A1.2(a)(2): sentences treated as one', () => {
	const a = prior({ id: 'a' });
	const b = (facts = {}) => prior({ id: 'b', conductFrom: '2007-11-10', arrestedOn: '2007-11-20', ...facts });
	const arrest = (arrestedOn: string, facts = {}) => [prior({ id: 'a', arrestedOn, ...facts }), b()];

	test.each([
		['2007-11-09', 6],
		['2007-11-11', 3],
	])('arrest for the first on %s, the second committed on 2007-11-10: %i points', (on, points) => {
		for (const edition of ['1991', '2003', '2007', '2018', '2025']) {
			const instantOffense = { commencedOn: '2014-06-15', endedOn: '2014-06-15', underCriminalJusticeSentence: false };
			expect(pointsOf(caseWith(edition, arrest(on), { instantOffense }))).toBe(points);
		}
	});

	test('an arrest after the sentence is refused: it would separate sentences that one arrest came before', () => {
		expect(() => pointsOf(caseWith('2018', arrest('2013-12-31')))).toThrow('the arrest was on 2013-12-31');
	});

	test('an arrest on the day of the second leaves a question', () => {
		expect(codesOf(caseWith('2018', arrest('2007-11-10')))).toContain('arrest-during-offense');
	});

	test('before November 1991 an arrest did not separate related cases', () => {
		expect(pointsOf(caseWith('1990', arrest('2007-11-09')))).toBe(3);
	});

	test('a traffic stop is no arrest since November 2025; before, it leaves a question', () => {
		const stopped = arrest('2007-11-09', { arrestWasTrafficStop: true });
		expect(pointsOf(caseWith('2025', stopped))).toBe(3);
		expect(codesOf(caseWith('2025', stopped))).not.toContain('traffic-stop');
		expect(codesOf(caseWith('2018', stopped))).toContain('traffic-stop');
	});

	test('one charging instrument, sentences of different days', () => {
		const later = b({ sentencedOn: '2008-09-01', convictedOn: '2008-09-01' });
		expect(pointsOf(caseWith('2018', [a, later]))).toBe(6);
		expect(pointsOf(caseWith('2018', [prior({ arrestedOn: '2007-12-01' }), { ...later, sameChargesAs: 'a' }]))).toBe(3);
	});

	test('before November 2007 one day of sentence leaves open whether the cases were consolidated', () => {
		const document = (edition: string) => caseWith(edition, [prior({ arrestedOn: '2007-12-01' }), b()]);
		expect(codesOf(document('2006'))).toContain('cases-consolidated');
		expect(codesOf(document('2007'))).not.toContain('cases-consolidated');
	});

	test('concurrent: the longest; consecutive: the sum', () => {
		const pair = (facts = {}) => [
			prior({ sentence: '8 months', arrestedOn: '2007-12-01' }),
			b({ sentence: '6 months', ...facts }),
		];
		expect(pointsOf(caseWith('2018', pair()))).toBe(2);
		expect(pointsOf(caseWith('2018', pair({ consecutiveTo: 'a' })))).toBe(3);
	});

	test('the letter of the point for violence, by edition', () => {
		const robberies = [
			prior({ kinds: ['crime-of-violence'], arrestedOn: '2007-12-01' }),
			b({ kinds: ['crime-of-violence'] }),
		];
		const letter = (edition: string) => answer(caseWith(edition, robberies)).criminalHistory?.priors[1];
		expect(letter('1990')).toMatchObject({ points: 0 });
		for (const [edition, provision] of [
			['1991', '§4A1.1(f)'],
			['2007', '§4A1.1(f)'],
			['2010', '§4A1.1(e)'],
			['2018', '§4A1.1(e)'],
			['2023', '§4A1.1(d)'],
			['2025', '§4A1.1(d)'],
		] as const) {
			expect(letter(edition)).toMatchObject({ points: 1, provision });
		}
	});

	test('from 1991 to 2007 the other sentence must be violent too, and the occasion another', () => {
		const withTheft = [
			prior({ kinds: [], arrestedOn: '2007-12-01', sentence: '2 years' }),
			b({ kinds: ['crime-of-violence'] }),
		];
		expect(pointsOf(caseWith('2006', withTheft))).toBe(3);
		const oneDay = [
			prior({ kinds: ['crime-of-violence'] }),
			b({ kinds: ['crime-of-violence'], conductFrom: '2007-11-01' }),
		];
		expect(pointsOf(caseWith('2006', oneDay))).toBe(3);
		expect(pointsOf(caseWith('2007', oneDay))).toBe(4);
	});

	// §4A1.2(a)(2): of concurrent sentences the longest counts; §4A1.1(f) (2007): the crime of violence beside it adds a point.
	test('which of two is longer is not guessed from a term that is not told', () => {
		const revoked = (term: string, sentence?: string) =>
			prior({ kinds: [], arrestedOn: '2007-12-01', sentence, revocations: [{ on: '2009-03-01', term }] });
		const robbery = b({ kinds: ['crime-of-violence'], sentence: '14 months' });
		const byRevocation = answer(caseWith('2007', [revoked('2 years'), robbery])).criminalHistory;
		expect(byRevocation?.priors.map(({ points }) => points)).toEqual([3, 1]);
		expect(refusal(caseWith('2007', [revoked('13 months 20 days'), robbery])).path).toBe('/priors/0/sentence');
		expect(pointsOf(caseWith('2007', [revoked('13 months 20 days', '0'), robbery]))).toBe(3);
		expect(pointsOf(caseWith('2007', [revoked('13 months 20 days', '1 month'), robbery]))).toBe(4);
	});

	test('one term on the revocation of two sentences is added to one of them, since November 1991', () => {
		const revocations = [{ on: '2009-03-01', term: '45 days' }];
		const two = [
			prior({ sentence: '15 days', revocations }),
			prior({ id: 'b', sentence: '15 days', revocations, sentencedOn: '2008-06-01', convictedOn: '2008-06-01' }),
		];
		expect(pointsOf(caseWith('2018', two))).toBe(3);
		expect(pointsOf(caseWith('1990', two))).toBe(4);
	});
});

// Sentences of one day are one unless an arrest keeps them apart (§4A1.2(a)(2)), and the one with the most weight scores.
describe('whether two sentences are of one day', () => {
	const undated = prior({
		conductFrom: '1996-01-10',
		arrestedOn: '1996-02-01',
		convictedOn: '1996-03-01',
		sentencedOn: undefined,
		sentence: '1 year',
		revocations: [{ on: '2006-01-01', term: '2 years' }],
		releasedOn: '2007-06-01',
	});
	const other = (sentencedOn: string) =>
		prior({ id: 'b', conductFrom: '1996-01-15', arrestedOn: '1996-02-01', sentencedOn, sentence: '60 days' });

	test('is not asked where the other is too old to score by itself (§4A1.2(e)(3))', () => {
		const old = { ...other('1999-05-01'), convictedOn: '1999-05-01', releasedOn: '1999-06-30' };
		for (const edition of ['2008', '2012', '2018']) {
			for (const sentencedOn of [undefined, '1999-05-01', '2000-05-01']) {
				const { criminalHistory } = answer(caseWith(edition, [{ ...undated, sentencedOn }, old]));
				expect(criminalHistory?.priors.map(({ points }) => points)).toEqual([3, 0]);
			}
		}
	});

	test('is asked where the other would score by itself', () => {
		const recent = { ...other('2005-05-01'), convictedOn: '2005-05-01', releasedOn: '2005-06-30' };
		for (const edition of ['2008', '2012', '2018']) {
			const [asked, one, apart] = [undefined, '2005-05-01', '2004-05-01'].map((sentencedOn) =>
				caseWith(edition, [{ ...undated, sentencedOn }, recent]),
			);
			expect(refusal(asked)).toMatchObject({ code: 'facts-missing', path: '/priors/0/sentencedOn' });
			expect([one, apart].map(pointsOf)).toEqual([3, 5]);
		}
	});
});
