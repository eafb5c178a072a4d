import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { refusal } from './rap-sheet.ts';

const caseOf = (statutes: unknown[], more: object = {}) => ({
	edition: '2023',
	offenseDate: '2023-04-15',
	baseOffenseLevel: 24,
	criminalHistoryCategory: 'I',
	statutes,
	...more,
});
const answer = (...given: Parameters<typeof caseOf>) => calculate(parseCase(caseOf(...given)));

describe('a statute as people write it', () => {
	test.each([
		['18:922(g)', '18 U.S.C. § 922(g)'],
		['18 U.S.C. § 922(g)(1)', '18 U.S.C. § 922(g)'],
		['18 USC 922(g)(1)', '18 U.S.C. § 922(g)'],
		['18 u.s.c. section 922(G)(1)', '18 U.S.C. § 922(g)'],
		['18 U.S.C.\u00a0§\u00a0922(g)(1)', '18 U.S.C. § 922(g)'],
		['18 U.S.C. §§ 922(g)(1), 924(a)(8), and 2', '18 U.S.C. § 922(g)'],
		['21 U.S.C. § 841(a)(1) and (b)(1)(B)', '21 U.S.C. § 841(b)(1)(B)'],
		['21:841(b)(1)(A)(viii)', '21 U.S.C. § 841(b)(1)(A)'],
		['18:1951', '18 U.S.C. § 1951(a)'],
		['18:1962(d)', '18 U.S.C. § 1963(a)'],
		['18 U.S.C. § 2252A(a)(5)(B)', '18 U.S.C. § 2252A(b)(2)'],
		['18:2251(a)', '18 U.S.C. § 2251(e)'],
		['18:2113(c)', '18 U.S.C. § 2113(b)'],
		['21:843(b)', '21 U.S.C. § 843(d)(1)'],
		['8:1324(a)(1)(B)(ii)', '8 U.S.C. § 1324(a)(1)(B)(ii)'],
		['§ 1951', '18 U.S.C. § 1951(a)'],
	])('%s: %s', (written, provision) => {
		expect(answer([written]).statutes).toMatchObject([{ provision }]);
	});

	test('a letter is part of the number: § 2252A is not § 2252(a), and § 860a not § 860(a)', () => {
		expect(answer(['18:2252A(a)(2)']).statutes?.[0]?.provision).toBe('18 U.S.C. § 2252A(b)(1)');
		expect(answer(['18:2252(a)(2)']).statutes?.[0]?.provision).toBe('18 U.S.C. § 2252(b)(1)');
		expect(refusal(caseOf(['21:860a'])).message).toContain('its consecutive term has no minimum');
	});

	// 8 U.S.C. § 1324(a)(1)(B) punishes the acts of (A)(ii) by what came of them, 21 U.S.C. § 841(b) by the quantity.
	test.each([
		['8:1324(a)(1)(A)(ii)', ['8:1324(a)(1)(B)(i)', '8:1324(a)(1)(B)(ii)', '8:1324(a)(1)(B)(iv)']],
		['21:841(a)(1)', ['21:841(b)(1)(A)', '21:841(b)(1)(C)', '21:841(b)(3)']],
		['21 U.S.C. § 952', ['21:960(b)(1)', '21:960(b)(3)']],
		['18:924(c)', ['18:924(c)(1)(A)(i)', '18:924(c)(1)(C)(ii)']],
		['18:2113', ['18:2113(a)', '18:2113(d)']],
		['18:111(a)', ['simple-assault', 'contact-or-felony-intent']],
		['18:1347:torture', ['injury', 'death']],
		['conspiracy', ['18:371', '21:846', '18:1349']],
		['Hobbs Act', ['18:1951(a)']],
		['wire fraud', ['18:1343']],
	])('%s: the rows to choose from', (written, rows) => {
		const { code, path, message } = refusal(caseOf([written]));
		expect([code, path]).toEqual(['no-such-statute', '/statutes/0']);
		for (const row of rows) expect(message).toContain(row);
		expect(message.length).toBeLessThan(1400);
	});

	test('two offenses are two counts', () => {
		expect(refusal(caseOf(['18 U.S.C. §§ 1341, 1343'])).message).toContain('more than one offense');
	});

	test.each(['', '§', '18:', ':846:', '18:922(g', 'x'.repeat(5000), '='.repeat(5000), '1,'.repeat(5000)])(
		'what is no statute is refused: %s',
		(written) => {
			const { code, message } = refusal(caseOf([written]));
			expect(code).toBe('no-such-statute');
			expect(message.length).toBeLessThan(1000);
		},
	);
});

describe('a count whose statute is not held', () => {
	const other = { id: 'other', label: '18 U.S.C. § 9999', minimumMonths: 0, maximumMonths: 240, offenseClass: 'C' };

	test('its penalties are those that the case states', () => {
		const { statutes, statutoryEffect, supervisedRelease, warnings } = answer([other]);
		expect(statutes).toMatchObject([{ provision: '18 U.S.C. § 9999', maximumMonths: 240, offenseClass: 'C' }]);
		expect(statutes?.[0]?.minimumMonths).toBeUndefined();
		expect(statutoryEffect).toMatchObject({ minimum: 'none', maximum: 'none' });
		expect(supervisedRelease).toMatchObject({ offenseClass: 'C', term: { minimumMonths: 12, maximumMonths: 36 } });
		expect(warnings.map(({ code }) => code)).not.toContain('statute-unverified');
	});

	// Fault D1: a robbery beside § 924(c) has the range of its guideline, and the count under § 924(c) runs after it.
	test('beside § 924(c) it has a range', () => {
		const { guidelineRange, warnings } = answer([other, '18:924(c)(1)(A)(i)']);
		expect(guidelineRange).toEqual({ minimumMonths: 51, maximumMonths: 63 });
		expect(warnings.map(({ code }) => code)).not.toContain('sole-consecutive-count');
	});

	// 18 U.S.C. § 3559(a): 25 years or more B, ten or more C, five or more D, more than one E, five days or less an infraction.
	test.each([
		['life', 'A'],
		[300, 'B'],
		[299, 'C'],
		[120, 'C'],
		[119, 'D'],
		[60, 'D'],
		[59, 'E'],
		[12, 'A-misdemeanor'],
		[6, 'B-misdemeanor'],
	])('the class of a maximum of %s is %s', (maximumMonths, offenseClass) => {
		expect(answer([{ id: 'other', label: 'a statute', maximumMonths }]).statutes?.[0]?.offenseClass).toBe(offenseClass);
	});

	test('a class that its maximum would not make is taken, and said', () => {
		const { statutes, warnings } = answer([{ ...other, offenseClass: 'B' }]);
		expect(statutes?.[0]?.offenseClass).toBe('B');
		expect(warnings.map(({ code }) => code)).toContain('class-not-of-maximum');
		expect(answer([other]).warnings.map(({ code }) => code)).not.toContain('class-not-of-maximum');
	});

	test('its minimum is a floor, unless its term runs after every other', () => {
		const stated = { ...other, minimumMonths: 60 };
		expect(answer([stated]).guidelineRange).toEqual({ minimumMonths: 60, maximumMonths: 63 });
		const { guidelineRange, statutes } = answer(['18:371', { ...stated, consecutive: true }]);
		expect(guidelineRange).toEqual({ minimumMonths: 51, maximumMonths: 60 });
		expect(statutes?.[1]?.consecutive).toBe(true);
	});

	// §3D1.1(b)(1): "any count for which the statute (A) specifies a term of imprisonment to be imposed"; n.2 leaves one that
	// is consecutive only if imprisonment is imposed to the rules of grouping.
	test.each([{}, { minimumMonths: 0 }])(
		'consecutive without a term that the statute requires is rejected: %o',
		(least) => {
			const count = { id: 'other', label: 'x', maximumMonths: 24, consecutive: true, ...least };
			const { code, path, message } = refusal(caseOf(['18:1951', count]));
			expect([code, path]).toEqual(['missing', '/statutes/1/minimumMonths']);
			expect(message).toContain('§3D1.1(b)');
		},
	);

	// §2J1.6, comment. (n.3) and §3C1.3, comment. (n.1): the total, with the consecutive part, is within the one range; n.25 of
	// §2D1.1 says it of § 860a, n.2 of §3D1.1 of § 924(a)(4).
	test.each([
		['18:3146', '§2J1.6, comment. (n.3)'],
		['18:3147', '§3C1.3'],
		['18:922(q)', '§3D1.1(b)(1), comment. (n.2)'],
		['21:860a', '§2D1.1, comment. (n.25)'],
	])('the consecutive part of %s is not to be added after the range', (id, provision) => {
		const { message } = refusal(caseOf(['18:1951', id]));
		expect(message).toContain(provision);
		expect(message).toContain('add no term after the range');
	});

	test.each([
		['18 U.S.C. § 9999=60-240', 60, 240],
		['18:9999=240', undefined, 240],
		['18 USC 9999 = 5y - life', 60, 'life'],
		['18:9999=0–10 years', undefined, 120],
	])('in one text: %s', (written, minimumMonths, maximumMonths) => {
		const [count] = answer([written]).statutes ?? [];
		expect(count).toMatchObject({ provision: '18 U.S.C. § 9999', maximumMonths });
		expect(count?.minimumMonths).toBe(minimumMonths);
	});

	test.each([
		['18:9999=240-60', 'minimum-above-maximum'],
		['18:9999=x', 'invalid-value'],
		['18:9999=0', 'invalid-value'],
		['18:9999=-5', 'invalid-value'],
		['18:9999=60-', 'invalid-value'],
		['=60', 'no-such-statute'],
	])('%s is refused', (written, code) => {
		expect(refusal(caseOf([written])).code).toBe(code);
	});

	test.each([
		[{ id: 'other' }],
		[{ id: 'other', label: '18 U.S.C. § 9999' }],
		[{ id: 'other', label: ' ', maximumMonths: 60 }],
		[{ ...other, circumstance: 'death' }],
		[{ id: '18:371', maximumMonths: 60 }],
	])('%j is refused', (count) => {
		expect(() => parseCase(caseOf([count]))).toThrow();
	});
});

describe('attempt and conspiracy', () => {
	test.each([
		[{ id: '21:846', object: '21:841(b)(1)(A)' }],
		[{ id: '21:846', object: '21 U.S.C. § 841(b)(1)(A)', circumstance: 'one-prior' }],
		['21:846,21:841(b)(1)(A)'],
		['21 U.S.C. §§ 841(b)(1)(A), 846'],
		['21 U.S.C. §§ 846, 841(a)(1), and 841(b)(1)(A):one-prior'],
	])('%j has the penalties of its object', (count) => {
		const isPrior = JSON.stringify(count).includes('one-prior');
		expect(answer([count]).statutes).toMatchObject([
			{
				provision: '21 U.S.C. § 846',
				object: '21 U.S.C. § 841(b)(1)(A)',
				minimumMonths: isPrior ? 180 : 120,
				maximumMonths: 'life',
				offenseClass: 'A',
			},
		]);
	});

	test.each([
		['18:1349', 'Name it with that offense'],
		['18:1349,21:841(b)(1)(C)', 'cannot be the object'],
		['21:860(a),841(b)(1)(A):one-prior', 'is not held'],
		['21:846,21:841(a)(1)', 'Choose from'],
	])('%s is refused: %s', (written, words) => {
		expect(refusal(caseOf([written])).message).toContain(words);
	});

	// § 846 before November 18, 1988: "may not exceed the maximum", so the minimums did not follow.
	test('§ 846 has the minimums of its object since November 18, 1988', () => {
		expect(answer(['21:846,841(b)(1)(A)'], { offenseDate: '1988-11-18' }).statutes?.[0]?.minimumMonths).toBe(120);
		expect(refusal(caseOf(['21:846,841(b)(1)(A)'], { offenseDate: '1988-11-17' })).message).toContain('not held');
	});

	test('a statute that the prior record raises is known by its object for §4B1.1', () => {
		const document = caseOf(['21:846,841(b)(1)(C):one-prior'], {
			criminalHistoryCategory: 'VI',
			careerOffender: { offenseStatutoryMaximumMonths: 360 },
		});
		expect(calculate(parseCase(document)).offenseLevel.total).toBe(34);
	});
});
