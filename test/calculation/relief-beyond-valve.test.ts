import { expect, test } from 'vitest';
import { criteriaMet } from './criteria.ts';
import { answer } from './rap-sheet.ts';

/** The safety valve extends to the statutes that 18 U.S.C. § 3553(f) lists, and to no other count. */
const met = { ...criteriaMet, criminalHistoryPoints: 0, convictedOn: '2022-01-01' };

// 18 U.S.C. § 2423(a): ten years, which § 3553(e) lets the sentence go below. Level 22, category I: 41–51.
test('assistance reaches the minimum of a count beyond the safety valve', () => {
	const found = answer({
		edition: '2018',
		offenseDate: '2020-05-11',
		statutes: ['21:841(b)(1)(B)', '18:2423(a)'],
		baseOffenseLevel: 22,
		criminalHistoryPoints: 0,
		statutoryMinimumRelief: 'substantial-assistance',
		safetyValve: met,
	});
	expect(found.guidelineRange).toEqual({ minimumMonths: 41, maximumMonths: 51 });
	expect(found.relief).toMatchObject({ kind: 'substantial-assistance', granted: true });
});

// 21 U.S.C. § 860(a) with § 841(b)(1)(C): at least six years of supervised release, a section that § 3553(f) does not list.
test('the release that a count beyond the safety valve requires is not lifted', () => {
	const found = answer({
		edition: '2018',
		offenseDate: '2022-08-01',
		baseOffenseLevel: 20,
		criminalHistoryCategory: 'I',
		statutes: ['21:841(b)(2)', { id: '21:860(a)', object: '21:841(b)(1)(C)' }],
		statutoryMinimumRelief: 'safety-valve',
	});
	expect(found.supervisedRelease).toMatchObject({ order: 'shall', term: { minimumMonths: 72 } });
});

test('a minimum of no months is none to be relieved of', () => {
	const found = answer({
		edition: '2018',
		baseOffenseLevel: 20,
		criminalHistoryCategory: 'I',
		statutoryMinimumMonths: 0,
		statutoryMinimumRelief: 'substantial-assistance',
	});
	expect(found.statutoryEffect.minimum).toBe('none');
});
