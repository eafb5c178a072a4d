import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { resultSchema } from '../../src/result/schema.ts';

const assisted = { edition: '2018', criminalHistoryCategory: 'I', statutoryMinimumRelief: 'substantial-assistance' };
const answer = (document: object) => calculate(parseCase({ ...assisted, ...document }));
const told = (document: object) =>
	answer(document).warnings.find(({ code }) => code === 'substantial-assistance-range')?.message;
const text = (document: object) => textReport(answer(document), bundledLaw).replaceAll(/\s+/g, ' ');

/**
 * 18 U.S.C. § 3553(e): "authority to impose a sentence below a level established by statute as a minimum sentence"; only
 * § 3553(f) says "without regard to any statutory minimum sentence". §1B1.10, comment. (n.4(B)): with the motion, 108-135
 * "was restricted by operation of §5G1.1 to a range of 120 to 135 months", and 90 is measured from 120.
 */
describe('substantial assistance leaves the guideline range where §5G1.1 puts it, and that is said', () => {
	const whole = { baseOffenseLevel: 10, statutoryMinimumMonths: 60, offenseClass: 'C', sentenceImposedMonths: 30 };

	test('a minimum above the range: it stays the guideline sentence (§5G1.1(b))', () => {
		expect(told(whole)).toContain('leaves out the statutory minimum of 60 months');
		expect(told(whole)).toContain('the guideline range is 60 months (§5G1.1(b))');
	});

	test('a minimum within the range: its low end stays raised (§5G1.1(c)(2))', () => {
		expect(told({ baseOffenseLevel: 31, statutoryMinimumMonths: 120 })).toContain(
			'the guideline range is 120 to 135 months (§5G1.1(c)(2))',
		);
	});

	test('nothing where the minimum is below the range, or the safety valve lifts it', () => {
		expect(told({ baseOffenseLevel: 33, statutoryMinimumMonths: 120 })).toBeUndefined();
		expect(told({ ...whole, statutoryMinimumRelief: 'safety-valve' })).toBeUndefined();
	});

	test('probation and the other options are open only below the minimum', () => {
		const result = answer(whole);
		expect(result.sentencingOptions.onlyBelowMinimum).toEqual({ minimumMonths: 60, provision: '18 U.S.C. § 3553(e)' });
		expect(resultSchema.safeParse(result).error).toBeUndefined();
		expect(text(whole)).toContain(
			'these options apply only if the court goes below the statutory minimum of 60 months',
		);
		const prison = answer({ baseOffenseLevel: 20, statutoryMinimumMonths: 60 });
		expect(prison.sentencingOptions).not.toHaveProperty('onlyBelowMinimum');
	});

	test('the text says what the position of the sentence leaves out, and that the sentence goes below, not the range', () => {
		expect(text(whole)).toContain('30 months: above the guideline range, without the statutory minimum');
		expect(text(whole)).toContain('(18 U.S.C. § 3553(e)) lets the sentence go below the statutory minimum.');
	});

	test('a reduction says why its range is another', () => {
		const reduction = { amendment: '782', orderDate: '2016-03-01', levels: -2 };
		const defendantB = {
			edition: '2012',
			baseOffenseLevel: 31,
			statutoryMinimumMonths: 120,
			sentenceImposedMonths: 90,
		};
		expect(text({ ...defendantB, reduction })).toContain(
			'120–135 months at sentencing with the statutory minimum, which 18 U.S.C. § 3553(e) leaves in the range (the 108–135 months above do not include it)',
		);
	});
});

/**
 * 18 U.S.C. § 924(c)(1)(A)(i) has a minimum of 5 years; § 3553(e) speaks of any "level established by statute as a minimum
 * sentence", § 3553(f) of offenses under the drug statutes alone.
 */
describe('relief beside a term that runs after every other', () => {
	const armed = { baseOffenseLevel: 20, statutes: ['18:924(c)(1)(A)(i)'], offenseDate: '2024-03-01', edition: '2024' };
	const codes = (document: object) => answer(document).warnings.map(({ code }) => code);

	test.each([[[]], [['21:841(b)(1)(B)']]])('substantial assistance reaches it, beside %j', (others) => {
		const { relief, warnings } = answer({ ...armed, statutes: [...armed.statutes, ...others] });
		expect(relief).toMatchObject({ kind: 'substantial-assistance', granted: true });
		const message = warnings.find(({ code }) => code === 'relief-of-consecutive-term')?.message;
		expect(message).toContain('under 18 U.S.C. § 924(c)(1)(A)(i), at least 60 months, is also a statutory minimum');
		expect(warnings.map(({ code }) => code)).not.toContain('relief-without-minimum');
	});

	test('the safety valve does not cover it', () => {
		expect(() => answer({ ...armed, statutoryMinimumRelief: 'safety-valve' })).toThrow(
			'the safety valve does not cover 18 U.S.C. § 924(c)(1)(A)(i)',
		);
	});

	test('without such a term, or without any minimum, nothing has changed', () => {
		expect(codes({ ...armed, statutes: ['21:841(b)(1)(B)'] })).not.toContain('relief-of-consecutive-term');
		expect(codes({ ...armed, statutes: ['8:1326(b)(2)'] })).toContain('relief-without-minimum');
	});
});
