import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

const reductionOf = (document: object) => calculate(parseCase({ criminalHistoryCategory: 'I', ...document })).reduction;

describe('what a listed amendment changes, worked out from the drugs', () => {
	// United States v. Alcaraz (D. Minn. 2013): level 34 by the quantity, 3 off, a minimum of 120 months. Amendment 782
	// (supplement, line 2812): 1.5 kg of methamphetamine is level 34 before and 32 since; level 29, category I is 87–108.
	test('Alcaraz under 782: 87–108 in the table, and 120 by the minimum', () => {
		const answer = reductionOf({
			edition: '2012',
			drugs: [{ substance: 'methamphetamine', quantity: '1.5 kg' }],
			acceptance: 3,
			statutoryMinimumMonths: 120,
			sentenceImposedMonths: 120,
			reduction: { amendment: '782', orderDate: '2015-11-02', substantialAssistance: false },
		});
		expect(answer).toMatchObject({
			originalRange: { minimumMonths: 120, maximumMonths: 135 },
			amended: {
				offenseLevel: 29,
				tableRange: { minimumMonths: 87, maximumMonths: 108 },
				range: { minimumMonths: 120, maximumMonths: 120 },
			},
			authorized: false,
		});
	});

	// 60 g of cocaine base: level 32 in 2006 (50 to 150 g), 30 by amendment 706 (50 to 150 g); 26 by 750 (28 to 112 g); 24 by 782.
	test.each([
		[['706'], '2006', '2008-06-01', -2],
		[['706', '750A'], '2006', '2012-06-01', -6],
		[['706', '750A', '782'], '2006', '2015-12-01', -8],
		[['750A'], '2009', '2012-06-01', -4],
		[['782'], '2013', '2015-12-01', -2],
	])('60 g of cocaine base under %j', (amendment, edition, orderDate, change) => {
		const document = { edition, drugs: [{ substance: 'cocaine base', quantity: '60 g' }], sentenceImposedMonths: 400 };
		const before = calculate(parseCase({ criminalHistoryCategory: 'I', ...document })).offenseLevel.total;
		const answer = reductionOf({ ...document, reduction: { amendment, orderDate } });
		expect((answer?.amended.offenseLevel ?? 0) - before).toBe(change);
	});

	// Amendment 516: 60 plants are 60 kg before November 1, 1995 (level 20), 6 kg since (5 to 10 kg is level 14 until amendment 782).
	test('marihuana plants under 516', () => {
		const document = { edition: '1994', drugs: [{ substance: 'marihuana', quantity: '60 plants' }] };
		const answer = reductionOf({
			...document,
			sentenceImposedMonths: 37,
			reduction: { amendment: '516', orderDate: '1996-01-15', substantialAssistance: false },
		});
		expect(answer?.amended.offenseLevel).toBe(14);
	});

	// §2D1.1(a)(5): with a minor role level 38 is 34, and 36 is 33; so 782 takes off one level and no more.
	test('the role cap is that of the level as amended', () => {
		const document = {
			edition: '2012',
			drugs: [{ substance: 'cocaine', quantity: '150 kg' }],
			chapterThree: ['§3B1.2(b)'],
			sentenceImposedMonths: 151,
		};
		const before = calculate(parseCase({ criminalHistoryCategory: 'I', ...document })).offenseLevel.total;
		const answer = reductionOf({ ...document, reduction: { amendment: '782', orderDate: '2016-01-05' } });
		expect([before, answer?.amended.offenseLevel]).toEqual([32, 31]);
	});

	test('levels that the case gives are taken in its place', () => {
		const answer = reductionOf({
			edition: '2012',
			drugs: [{ substance: 'methamphetamine', quantity: '1.5 kg' }],
			sentenceImposedMonths: 151,
			reduction: { amendment: '782', orderDate: '2016-01-05', levels: -1, substantialAssistance: false },
		});
		expect(answer?.amended.offenseLevel).toBe(33);
	});
});
