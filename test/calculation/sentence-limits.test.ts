import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

const case1 = { edition: '2018', baseOffenseLevel: 24, criminalHistoryCategory: 'I', offenseDate: '2019-02-01' };
const codes = (document: object) =>
	calculate(parseCase({ ...case1, ...document })).warnings.map(({ code }) => code as string);
const reentry = { statutes: ['8:1326(b)(2)'] };

/** 8 U.S.C. § 1326(b)(2): 20 years at the most. Of several counts the maximums add up (§5G1.2(d)). */
describe('a sentence above the statutory maximum', () => {
	const above = 'sentence-above-maximum';
	test('240 months are allowed, 241 are not', () => {
		expect(codes({ ...reentry, sentenceImposedMonths: 240 })).not.toContain(above);
		expect(codes({ ...reentry, sentenceImposedMonths: 241 })).toContain(above);
		expect(codes({ ...reentry, sentenceImposedMonths: 'life' })).toContain(above);
		expect(codes({ statutoryMaximumMonths: 60, sentenceImposedMonths: 61 })).toContain(above);
		expect(codes({ statutes: ['8:1326(b)(2)', '8:1326(a)'], sentenceImposedMonths: 264 })).not.toContain(above);
		expect(codes({ sentenceImposedMonths: 'life' })).not.toContain(above);
	});
});

/** 18 U.S.C. § 3553(e), (f): only these let a court go below a statutory minimum. */
describe('a sentence below the statutory minimum', () => {
	const below = 'sentence-below-minimum';
	const minimum = { statutoryMinimumMonths: 60, sentenceImposedMonths: 40 };
	test('60 months are allowed, 59 are not without relief', () => {
		expect(codes({ ...minimum, sentenceImposedMonths: 60 })).not.toContain(below);
		expect(codes({ ...minimum, sentenceImposedMonths: 59 })).toContain(below);
	});
	test.each([{ statutoryMinimumRelief: 'substantial-assistance' }, { statutoryMinimumRelief: 'safety-valve' }])(
		'with %o it is allowed',
		(relief) => {
			expect(codes({ ...minimum, ...relief })).not.toContain(below);
		},
	);
	test('a reduction that rests on substantial assistance says so itself', () => {
		const reduction = { amendment: '782', levels: -2, orderDate: '2016-01-05' };
		const of = { ...minimum, edition: '2013', offenseDate: '2014-01-01' };
		expect(codes({ ...of, reduction: { ...reduction, substantialAssistance: true } })).not.toContain(below);
		expect(codes({ ...of, reduction: { ...reduction, substantialAssistance: false } })).toContain(below);
	});
	test('a minimum that the safety valve does not reach still binds', () => {
		const statutes = ['21:841(b)(1)(B)', '18:924(e)(1)'];
		expect(codes({ statutes, statutoryMinimumRelief: 'safety-valve', sentenceImposedMonths: 100 })).toContain(below);
	});
});
