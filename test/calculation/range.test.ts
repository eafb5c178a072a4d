import { describe, expect, test } from 'vitest';
import { deriveRange } from '../../src/calculation/range/guideline-range.ts';
import { categories } from '../../src/case/category.ts';
import { calculate, editions, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { provisionsOf } from '../../src/law/editions.ts';

const answer = (document: object) => calculate(parseCase(document));
const verified = editions.filter((edition) => edition.verified).map(({ effectiveDate }) => effectiveDate);

/** Ch. 5, Pt. A, comment. (n.2): a level of more than 43 is treated as 43, one of less than 1 as 1. */
describe('a level outside the Sentencing Table is read as its end', () => {
	const above = { baseOffenseLevel: 43, adjustments: [{ levels: 2, provision: '§2D1.1(b)(1)' }] };

	// A career offender is in category VI (§4B1.1), and level 43 is life in every category.
	test.each(verified)('career offender whose levels add up to 45, %s: life', (edition) => {
		const { offenseLevel, guidelineRange } = answer({
			...above,
			edition,
			criminalHistoryCategory: 'VI',
			careerOffender: { offenseStatutoryMaximumMonths: 480 },
		});
		expect(offenseLevel.total).toBe(43);
		expect(guidelineRange).toEqual({ minimumMonths: 'life', maximumMonths: 'life' });
	});

	test.each(verified)('levels from -40 to 90 in every category, %s', (edition) => {
		const provisions = provisionsOf(bundledLaw, edition);
		for (const category of categories) {
			const cellOf = (level: number) => deriveRange(provisions, level, category, {}).cell;
			for (let level = -40; level <= 90; level++) {
				expect(cellOf(level)).toEqual(cellOf(Math.min(Math.max(level, 1), 43)));
			}
		}
	});
});

/** §5G1.1 takes a minimum and a maximum that can both be obeyed. */
describe('no range is inverted', () => {
	const in2018 = { edition: '2018', offenseDate: '2017-01-01' };
	const above = (words: string) =>
		expect.objectContaining({
			code: 'minimum-above-maximum',
			path: '/statutoryMinimumMonths',
			message: expect.stringContaining(words),
		});

	// 8 U.S.C. § 1325(a): not more than 6 months for a first commission.
	test('a minimum stated above the maximum of the count: 12 months under § 1325(a)', () => {
		const given = { ...in2018, baseOffenseLevel: 9, criminalHistoryCategory: 'II', statutoryMinimumMonths: 12 };
		const words = 'the minimum given, 12 months, is above the maximum under 8 U.S.C. § 1325(a), which is 6 months';
		expect(() => answer({ ...given, statutes: ['8:1325(a)'] })).toThrow(above(words));
		expect(() => answer({ ...given, statutes: ['8:1325(a)', '8:1325(a)'] })).not.toThrow();
	});

	// 8 U.S.C. § 1326(a): not more than 2 years. Two counts may run consecutively (§5G1.2(d)).
	test('a minimum stated above the maximums of all counts: 20 years under § 1326(a) twice', () => {
		const given = { ...in2018, baseOffenseLevel: 20, criminalHistoryCategory: 'I', statutoryMinimumMonths: 240 };
		expect(() => answer({ ...given, statutes: ['8:1326(a)'] })).toThrow(
			above('8 U.S.C. § 1326(a), which is 24 months.'),
		);
		expect(() => answer({ ...given, statutes: ['8:1326(a)', '8:1326(a)'] })).toThrow(
			above('8 U.S.C. § 1326(a), which is 48 months for all 2 counts'),
		);
	});

	// 21 U.S.C. § 841(b)(1)(A): not less than 10 years.
	test('a maximum stated below the minimum of the count: 5 years under § 841(b)(1)(A)', () => {
		const given = { ...in2018, baseOffenseLevel: 30, criminalHistoryCategory: 'I', statutoryMaximumMonths: 60 };
		const disagrees = expect.objectContaining({ code: 'disagrees', path: '/statutoryMaximumMonths' });
		expect(() => answer({ ...given, statutes: ['21:841(b)(1)(A)'] })).toThrow(disagrees);
	});

	test('limits that were not compared are a fault of the program, not a range', () => {
		const provisions = provisionsOf(bundledLaw, '2018-11-01');
		const limits = { minimum: 12, maximum: 6 };
		expect(() => deriveRange(provisions, 9, 'II', limits)).toThrow(RangeError);
	});
});
