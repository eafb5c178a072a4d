import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { noneInTheWay } from './criteria.ts';

const warningsOf = (document: object) => calculate(parseCase(document)).warnings;

/** §4A1.1(e) as of November 1, 2023 (App. C, amend. 821, Part A): one status point in place of two with seven points or more, else none. */
describe('amendment 821, Part A, changes status points alone', () => {
	const of = (points: number | undefined, reduction: object, facts: object = {}) =>
		warningsOf({
			edition: '2018',
			baseOffenseLevel: 24,
			...(points === undefined ? { criminalHistoryCategory: 'IV' } : { criminalHistoryPoints: points }),
			sentenceImposedMonths: 200,
			reduction: { amendment: '821A', orderDate: '2024-05-01', ...reduction },
			...facts,
		}).find(({ code }) => code === 'reduction-not-of-amendment')?.message;

	test('no level', () => {
		expect(of(8, { levels: -2 })).toContain('the case gives a change of offense level');
		expect(of(8, { baseOffenseLevel: 22 })).toContain('the case gives a change of offense level');
	});

	test.each([
		// Six points and two of status; eight and two, of which one stays; seven and two; five.
		[8, 6],
		[10, 9],
		[9, 8],
		[5, 3],
	])('%i points become %i, and nothing else', (before, after) => {
		expect(of(before, { criminalHistoryPoints: after })).toBeUndefined();
		expect(of(before, { criminalHistoryPoints: after - 1 })).toContain(`not ${after - 1} but ${after} (§4A1.1(e))`);
	});

	test('ten points do not become four, and one point has none of status', () => {
		expect(of(10, { criminalHistoryPoints: 4 })).toContain('without the status points');
		expect(of(1, { criminalHistoryPoints: 0 })).toContain('1 point leaves no status points');
	});

	// Two points never cross two lines of the table: each category but the last holds two points or more.
	test('one category lower at the most', () => {
		expect(of(undefined, { criminalHistoryCategory: 'III' })).toBeUndefined();
		expect(of(undefined, { criminalHistoryCategory: 'II' })).toContain(
			'a change of 2 points cannot turn category IV into II',
		);
	});

	test('another amendment may change levels', () => {
		expect(of(8, { amendment: '782', levels: -2 }, { edition: '2013' })).toBeUndefined();
	});
});

/** App. C, amend. 567: LaBonte held the definition of amendment 506 inconsistent with 28 U.S.C. § 994(h), and invalid. */
describe('amendment 506', () => {
	test('a reduction that rests on it is said to rest on what was held invalid', () => {
		const found = warningsOf({
			...{ edition: '1992', baseOffenseLevel: 34, acceptance: 3, criminalHistoryCategory: 'VI' },
			...{ sentenceImposedMonths: 188, reduction: { amendment: '506', levels: -2, orderDate: '1998-03-01' } },
		}).find(({ code }) => code === 'amendment-held-invalid');
		expect(found?.message).toContain('United States v. LaBonte, 520 U.S. 751 (1997)');
	});
});

/** App. C, amend. 782, amends Chapter Two; §1B1.10(b)(1): the listed amendment alone is substituted, all other decisions stay. */
describe('an amendment of the offense level leaves points and category', () => {
	const of = (reduction: object, facts: object = {}) =>
		warningsOf({
			...{ edition: '2012', baseOffenseLevel: 30, criminalHistoryPoints: 6, sentenceImposedMonths: 121, ...facts },
			reduction: { amendment: '782', levels: -2, orderDate: '2016-03-01', ...reduction },
		}).find(({ code }) => code === 'reduction-not-of-amendment')?.message;

	// Sentencing Table: 28/III is 97-121.
	test.each([
		[{ criminalHistoryPoints: 3 }],
		[{ criminalHistoryPoints: 0 }],
		[{ criminalHistoryPoints: 5 }],
		[{ criminalHistoryCategory: 'II' }],
	])('%j: the range with 782 alone is named', (reduction) => {
		expect(of(reduction)).toContain('97 to 121 months');
		expect(of(reduction)).toContain('(§1B1.10(b)(1))');
	});

	test('nothing is said where points and category stay', () => {
		expect(of({})).toBeUndefined();
		expect(of({ criminalHistoryPoints: 6 })).toBeUndefined();
		expect(of({ criminalHistoryCategory: 'III' })).toBeUndefined();
	});

	// §4C1.1(a)(1): not with points; 30/III is 121-151.
	test('the decrease for zero-point offenders does not take points away', () => {
		const reduction = { amendment: '821B1', levels: undefined, criminalHistoryPoints: 0, orderDate: '2024-05-01' };
		expect(of(reduction, { edition: '2018', zeroPointOffender: noneInTheWay })).toContain('121 to 151 months');
	});

	// App. C, amend. 341, amends §4A1.1 also; before November 1, 1994, all amendments since sentencing count (§1B1.10, n.1).
	test('not of one that amends Chapter Four, nor where all amendments count', () => {
		const old = { edition: '1989', sentenceImposedMonths: 121 };
		const to = { levels: -2, criminalHistoryPoints: 3 };
		expect(of({ ...to, amendment: '341', orderDate: '1996-03-01' }, old)).toBeUndefined();
		expect(of({ ...to, amendment: '371', orderDate: '1993-03-01' }, old)).toBeUndefined();
		expect(of({ ...to, amendment: '371', orderDate: '1996-03-01' }, old)).toContain('97 to 121 months');
	});
});

// Amendment 821, Part A: the two points of §4A1.1(d) are gone, and one is added under (e) from seven points on. Orders from February 1, 2024.
describe('amendment 821, Part A, with the priors of the case', () => {
	const found = (sentences: number, more: object = {}) =>
		calculate(
			parseCase({
				edition: '2018',
				baseOffenseLevel: 24,
				acceptance: 3,
				instantOffense: { commencedOn: '2022-05-01', endedOn: '2022-05-01' },
				priors: Array.from({ length: sentences }, (_, index) => ({
					id: `prior ${index}`,
					grade: 'felony',
					kinds: [],
					conductFrom: `201${index}-05-01`,
					arrestedOn: `201${index}-05-01`,
					sentencedOn: `201${index}-09-01`,
					sentence: '14 months',
					releasedOn: `201${index + 1}-04-01`,
					supervision: { kind: 'supervised-release', endsOn: index === 0 ? '2023-01-01' : `201${index + 2}-01-01` },
				})),
				sentenceImposedMonths: 80,
				reduction: { amendment: '821A', orderDate: '2024-03-01', ...more },
			}),
		);

	test.each([
		// 3 + 2 points, III, and 3, II; 9 + 2, V, and 9 + 1, V.
		[1, 'III', 'II', true],
		[3, 'V', 'V', false],
	])(
		'%i sentences of three points: category %s as sentenced, %s as amended, authorized %s',
		(sentences, before, after, authorized) => {
			const { criminalHistoryCategory, reduction } = found(sentences);
			expect([criminalHistoryCategory, reduction?.amended.criminalHistoryCategory]).toEqual([before, after]);
			expect(reduction?.authorized).toBe(authorized);
		},
	);

	test('points that are stated are checked as before', () => {
		expect(found(1, { criminalHistoryPoints: 5 }).warnings.map(({ code }) => code)).toContain(
			'reduction-not-of-amendment',
		);
	});
});
