import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { refusal as refusalOf } from './rap-sheet.ts';

const caseOf = (statute: string | object, offenseDate: string, more: object = {}) => ({
	edition: '2018',
	baseOffenseLevel: 24,
	criminalHistoryCategory: 'I',
	statutes: [statute],
	offenseDate,
	...more,
});
const answer = (...given: Parameters<typeof caseOf>) => calculate(parseCase(caseOf(...given)));

const refusal = (...given: Parameters<typeof caseOf>) => refusalOf(caseOf(...given));

const isUnverified = ({ warnings }: ReturnType<typeof answer>) =>
	warnings.some(({ code }) => code === 'statute-unverified');

describe('18 U.S.C. § 922(g)', () => {
	test.each([
		[
			'1988-11-17',
			60,
			'D',
			true,
			'App. C, am. 189: "increased from five to ten years by the Anti-Drug Abuse Act of 1988"',
		],
		['1988-11-18', 120, 'C', true, 'App. C, am. 189'],
		['2022-06-24', 120, 'C', true, '§ 924(a)(2) before Pub. L. 117-159'],
		['2022-06-25', 180, 'C', false, '§ 924(a)(8): "imprisoned for not more than 15 years"'],
	])(
		'an offense of %s: at most %i months, class %s (unverified: %s; %s)',
		(day, maximumMonths, offenseClass, marked) => {
			const result = answer('18:922(g)', day);
			expect(result.statutes).toMatchObject([{ maximumMonths, offenseClass }]);
			expect(result.statutes?.[0]?.minimumMonths).toBeUndefined();
			expect(isUnverified(result)).toBe(marked);
		},
	);

	test('it has no minimum, so there is nothing to lift', () => {
		const { warnings } = answer('18:922(g)', '2023-01-01', { statutoryMinimumRelief: 'safety-valve' });
		expect(warnings.map(({ code }) => code)).toContain('relief-without-minimum');
	});

	test('without the day of the offense it is asked for', () => {
		const document = { edition: '2018', baseOffenseLevel: 24, criminalHistoryCategory: 'I', statutes: ['18:922(g)'] };
		expect(() => calculate(parseCase(document))).toThrow('When was the offense');
	});
});

/** 21 U.S.C. § 960(b)(1) to (3) as it stood in April 2023: minimum, maximum, class, least term of supervised release, fine. */
const importing: [string, string | undefined, number | 'life' | undefined, number | 'life', string, number, number][] =
	[
		['21:960(b)(1)', undefined, 120, 'life', 'A', 60, 10_000_000],
		['21:960(b)(1)', 'one-prior', 180, 'life', 'A', 120, 20_000_000],
		['21:960(b)(1)', 'death', 240, 'life', 'A', 60, 10_000_000],
		['21:960(b)(1)', 'death-with-prior', 'life', 'life', 'A', 120, 20_000_000],
		['21:960(b)(2)', undefined, 60, 480, 'B', 48, 5_000_000],
		['21:960(b)(2)', 'one-prior', 120, 'life', 'A', 96, 8_000_000],
		['21:960(b)(2)', 'death', 240, 'life', 'A', 48, 5_000_000],
		['21:960(b)(2)', 'death-with-prior', 'life', 'life', 'A', 96, 8_000_000],
		['21:960(b)(3)', undefined, undefined, 240, 'C', 36, 1_000_000],
		['21:960(b)(3)', 'one-prior', undefined, 360, 'B', 72, 2_000_000],
		['21:960(b)(3)', 'death', 240, 'life', 'A', 36, 1_000_000],
		['21:960(b)(3)', 'death-with-prior', 'life', 'life', 'A', 72, 2_000_000],
	];
/** 21 U.S.C. § 841(b)(1)(E), likewise. */
const scheduleThree: typeof importing = [
	['21:841(b)(1)(E)', undefined, undefined, 120, 'C', 24, 500_000],
	['21:841(b)(1)(E)', 'one-prior', undefined, 240, 'C', 48, 1_000_000],
	['21:841(b)(1)(E)', 'death', undefined, 180, 'C', 24, 500_000],
	['21:841(b)(1)(E)', 'death-with-prior', undefined, 360, 'B', 48, 1_000_000],
];

describe('drug statutes, as they stood in April 2023', () => {
	test.each([...importing, ...scheduleThree])(
		'%s, %s: %s to %s months, class %s, supervised release of %i months or more, fine of $%i',
		(id, circumstance, minimumMonths, maximumMonths, offenseClass, release, dollars) => {
			const statute = circumstance === undefined ? id : { id, circumstance };
			const result = answer(statute, '2019-06-01');
			const [found] = result.statutes ?? [];
			expect(found).toMatchObject({ maximumMonths, offenseClass });
			expect(found?.minimumMonths).toBe(minimumMonths);
			expect(result.supervisedRelease).toMatchObject({ term: { minimumMonths: release } });
			// A statute that authorizes more than $500,000 lifts the table's maximum (§5E1.2(c)(4)).
			if (dollars > 500_000) expect(result.fine.maximumDollars).toBe(dollars);
			expect(isUnverified(result)).toBe(false);
			expect(isUnverified(answer(statute, '2018-12-20'))).toBe(true);
		},
	);

	test('§ 3553(f) reaches § 960: the minimum no longer binds', () => {
		const { statutoryEffect } = answer('21:960(b)(1)', '2019-06-01', { statutoryMinimumRelief: 'safety-valve' });
		expect(statutoryEffect.minimum).toBe('relieved');
	});

	test('one prior under § 960(b)(1): 20 years, and 15 for a sentence from December 21, 2018 (Pub. L. 115-391 § 401)', () => {
		const prior = { id: '21:960(b)(1)', circumstance: 'one-prior' };
		const minimum = (day: string) =>
			answer(prior, '2017-06-01', { edition: undefined, sentencingDate: day }).statutes?.[0]?.minimumMonths;
		expect(minimum('2018-12-20')).toBe(240);
		expect(minimum('2018-12-21')).toBe(180);
	});

	// Pub. L. 115-391 § 401(c): for a sentence not imposed by December 21, 2018, whenever the offense was.
	test.each([
		['1995', '1996-01-01', undefined, false],
		[undefined, '2017-06-01', '2018-12-20', false],
		[undefined, '2017-06-01', '2018-12-21', true],
		['2018', '2018-12-01', undefined, true],
		['1995', '1996-01-01', '2019-03-01', true],
	])('Manual of %s, offense of %s, sentence of %s: whether § 401 is spoken of', (edition, offenseDate, day, speaks) => {
		for (const [id, circumstance] of [
			['21:841(b)(1)(B)', 'one-prior'],
			['21:841(b)(1)(A)', 'one-prior'],
			['21:960(b)(1)', 'death-with-prior'],
		]) {
			const dates = { edition, ...(day === undefined ? {} : { sentencingDate: day }) };
			const { warnings } = answer({ id, circumstance }, offenseDate, dates);
			const unverified = warnings.filter(({ code }) => code === 'statute-unverified');
			expect(unverified).toHaveLength(1);
			expect(unverified[0]?.message.includes('115-391 § 401')).toBe(speaks);
		}
	});

	// 18 U.S.C. § 924(c)(1)(D)(ii): no term under it runs concurrently with any other, so none is a floor of the range.
	test.each([
		['18:924(c)(1)(A)(i)', 'Enter the count with the term that the statute then required', 'give its penalties'],
		['21:841(b)(1)(E)', 'add its penalties in months', 'leave this count out'],
	])('the remedy for %s before it is held', (id, remedy, other) => {
		const { message } = refusal(id, '1997-12-01');
		expect(message).toContain(remedy);
		expect(message).not.toContain(other);
	});

	test('§ 841(b)(1)(E) is not held for an offense before Pub. L. 110-425 took effect', () => {
		expect(refusal('21:841(b)(1)(E)', '2009-04-12').code).toBe('no-such-statute');
		expect(isUnverified(answer('21:841(b)(1)(E)', '2009-04-13'))).toBe(true);
	});
});

test.each([
	['21:846', '21:841(b)(1)(A)', '§ 846: the same penalties as the offense that was its object'],
	['21 U.S.C. § 963', '21:960(b)(1)', '§ 963, likewise'],
	['18:924(a)(8)', '18:922(g)', '§ 924(a)(8): whoever violates § 922(d) or (g)'],
	['21:960(b)(4)', '21:841(b)(1)(D)', '§ 960(b)(4)'],
	['21:960(b)(5)', '21:841(b)(1)(E)', '§ 960(b)(5)'],
])('%s has no penalties of its own, and the remedy is %s (%s)', (id, instead) => {
	const { code, path, message } = refusal(id, '2020-01-01');
	expect([code, path]).toEqual(['no-such-statute', '/statutes/0']);
	expect(message).toContain(instead);
	expect(answer(instead, '2020-01-01').statutes).toHaveLength(1);
});
