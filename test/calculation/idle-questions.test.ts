import { describe, expect, test } from 'vitest';
import { answer, refusal } from './rap-sheet.ts';

/** A fact is asked for only where its answers lead to different results. */
const reentry = {
	edition: '2006',
	guideline: '2L1.2',
	instantOffense: { commencedOn: '2001-05-04', endedOn: '2001-05-04', underCriminalJusticeSentence: false },
	removals: ['1996-10-04'],
	removalOrders: ['1996-09-04'],
};

/** §4A1.2, comment. (n.3) (2006): sentences separated by an intervening arrest are not related. */
describe('an arrest between two offenses, whose conduct the case does not date', () => {
	const theft = { kinds: [], grade: 'misdemeanor', sentence: '90 days' };
	const pair = (first: object, second: object) => ({
		...reentry,
		priors: [
			{ ...theft, id: 'a', sentencedOn: '1995-05-28', releasedOn: '1995-08-28', ...first },
			{ ...theft, id: 'b', sentencedOn: '1996-07-09', releasedOn: '1996-10-09', sameChargesAs: 'a', ...second },
		],
	});
	const points = (document: object) =>
		answer(document)
			.criminalHistory?.priors.map((each) => each.points)
			.sort();

	test('no arrest can lie between them: nothing is asked', () => {
		const document = pair({ arrestedOn: '1994-04-27' }, { conductFrom: '1994-03-18', arrestedOn: '1995-09-27' });
		expect(points(document)).toEqual([0, 2]);
	});

	test('the arrest for the first is known: the conduct of the second is asked for, not that of the first', () => {
		const document = pair({ arrestedOn: '1991-03-24' }, { arrestedOn: '1994-08-02' });
		expect(refusal(document).path).toBe('/priors/1/conductFrom');
	});

	test('the arrest for the first came before the conduct of the second', () => {
		const document = pair({ arrestedOn: '1991-03-24' }, { conductFrom: '1994-03-18', arrestedOn: '1994-08-02' });
		expect(points(document)).toEqual([2, 2]);
	});
});

/** §2L1.2(b)(1)(A) (2006): a firearms offense is enough, whatever another prior is, where the order came after both. */
test('the orders are asked for before the sort of a prior, which they may make idle', () => {
	const { removalOrders: _, ...open } = { ...reentry, removals: [] };
	const firearms = {
		id: 'b',
		grade: 'felony',
		kinds: ['firearms'],
		sentence: '60 days',
		conductFrom: '1989-08-01',
		sentencedOn: '1990-02-18',
		releasedOn: '1990-04-18',
	};
	const other = { id: 'a', sentence: '0', conductFrom: '1996-10-06', sentencedOn: '1997-03-19' };
	expect(refusal({ ...open, priors: [other, firearms] }).path).toBe('/removalOrders');
});

/** 8 U.S.C. § 1101(a)(43): a term of at least one year; one given on revocation before the removal is long enough alone. */
test('a first term is not asked for where revocations before the removal made it a year', () => {
	const revoked = {
		id: 'a',
		grade: 'felony',
		kinds: ['aggravated-felony'],
		conductFrom: '1990-06-11',
		sentencedOn: '1991-06-11',
		releasedOn: '1996-06-23',
		revocations: [{ on: '1992-02-11', term: '59 months' }],
	};
	expect(answer({ ...reentry, priors: [revoked] }).offenseLevel.total).toBe(16);
});

/** §4A1.1(b), (d), (e) (2005): 2 points for six months imposed within ten years, on whatever day between arrest and revocation; 2 and 1 more. */
test('the day of a sentence is not asked for where every day on which it can have been leads to one result', () => {
	const theft = {
		id: 'a',
		grade: 'felony',
		sentence: '6 months',
		conductFrom: '1999-11-25',
		arrestedOn: '2000-07-15',
		revocations: [{ on: '2002-10-08', term: '0' }],
		releasedOn: '2004-06-25',
	};
	const instantOffense = { commencedOn: '2004-12-22', underCriminalJusticeSentence: true };
	const document = { edition: '2005-10-24', baseOffenseLevel: 9, instantOffense };
	const result = answer({ ...document, priors: [theft] });
	expect(result.criminalHistory?.points).toBe(5);
	expect(JSON.stringify(result)).not.toMatch(/imposed \d/);
	expect(
		refusal({ ...document, priors: [{ ...theft, arrestedOn: '1993-07-15', conductFrom: '1992-01-01' }] }).path,
	).toBe('/priors/0/sentencedOn');
});

/** §2L1.2(b)(1)(A) (2008), comment. (n.1(B)(vii)): a term of more than 13 months on revocation before the removal is enough. */
test('a first term is not asked for where the one on revocation is long enough', () => {
	const drugs = {
		...{ id: 'a', grade: 'felony', kinds: ['drug-trafficking'], sentencedOn: '1992-02-01', releasedOn: '1996-12-30' },
		revocations: [{ on: '1995-11-16', term: '14 months' }],
	};
	expect(answer({ ...reentry, edition: '2008', removals: ['1998-10-04'], priors: [drugs] }).offenseLevel.total).toBe(
		24,
	);
});

/** §2L1.2(b)(1)(A) (2003): the order of 1996 came after a drug trafficking felony of more than 13 months, whatever came of it. */
test('removals are not asked for where an order before them is enough', () => {
	const drugs = {
		id: 'a',
		grade: 'felony',
		kinds: ['drug-trafficking'],
		conductFrom: '1991-09-13',
		sentencedOn: '1993-06-23',
		sentence: '10 years',
		revocations: [{ on: '1994-09-27', term: '59 months' }],
		releasedOn: '2001-08-28',
	};
	const instantOffense = { commencedOn: '2003-01-13', underCriminalJusticeSentence: true };
	const { removals: _, ...open } = { ...reentry, edition: '2003', instantOffense };
	const juvenile = { id: 'b', kinds: [], ageAtOffense: 14, convictedAsAdult: true, sentence: '59 days' };
	const dated = { ...juvenile, conductFrom: '1990-02-02', sentencedOn: '1992-06-13', releasedOn: '1997-08-14' };
	expect(answer({ ...open, priors: [dated, drugs] }).offenseLevel.total).toBe(24);
});

/** §2L1.2(b)(1) (1987): a removal raises the level, however many days the case gives. */
test('removals are asked for where there are more days than can be tried', () => {
	const theft = (year: number) => ({
		...{ id: `p${year}`, grade: 'felony', kinds: [], sentence: '0', neverCounted: 'foreign' },
		...{ conductFrom: `${year}-02-14`, conductTo: `${year}-03-14`, arrestedOn: `${year}-04-16` },
		...{ convictedOn: `${year}-05-14`, sentencedOn: `${year}-06-14`, releasedOn: `${year}-07-16` },
	});
	const priors = [1960, 1962, 1964, 1966, 1968, 1970, 1972].map(theft);
	const { removals: _, ...open } = { ...reentry, edition: '1987', removalOrders: [] };
	expect(refusal({ ...open, priors }).path).toBe('/removals');
	expect(answer({ ...open, removals: ['1980-10-14'], priors }).offenseLevel.total).toBe(8);
});

/** Pub. L. 115-391 § 401(c): 15 years after one prior, for any offense of a sentence imposed from December 21, 2018, on. */
test('the date of the offense is not asked for where a later law makes one penalty of all', () => {
	const count = { id: '21:960(b)(1)', circumstance: 'one-prior' };
	const document = { edition: '2021', baseOffenseLevel: 32, criminalHistoryCategory: 'II', statutes: [count] };
	expect(answer(document).statutes?.[0]?.minimumMonths).toBe(180);
	expect(refusal({ ...document, edition: '2016' }).path).toBe('/offenseDate');
});
