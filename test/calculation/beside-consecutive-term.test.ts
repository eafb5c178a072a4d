import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { reportOf } from '../report/hostile.ts';

/**
 * 18 U.S.C. § 1028A(b)(1): no probation for "any person convicted of a violation of this section"; (b)(2): no term under
 * it runs concurrently with another. § 924(c)(1)(D)(i), (ii): the same. §5G1.2(a): such a sentence is "determined by that
 * statute and imposed independently".
 */
const theft = {
	edition: '2018',
	criminalHistoryCategory: 'I',
	statutes: ['18:1028A(a)(1)', '8:1326(a)'],
	offenseDate: '2018-12-05',
};
const answer = (document: object) => calculate(parseCase({ ...theft, ...document }));
const textOf = (document: object) => textReport(answer(document), bundledLaw).replace(/\s+/g, ' ');

describe('the options of a zone beside a consecutive term', () => {
	const sentence =
		'this is for the other counts alone; the consecutive term of at least 24 months must be imprisonment, whatever the zone (18 U.S.C. § 1028A(b)(1), (2), §5G1.2(a))';

	// Level 6, 0-6, Zone A; 9, 4-10, B; 12, 10-16, C.
	test.each([6, 9, 12])('level %i: said with the options, on the screen and in a report', (baseOffenseLevel) => {
		expect(answer({ baseOffenseLevel }).sentencingOptions.besideConsecutiveTerm).toEqual({
			leastMonths: 24,
			provision: '18 U.S.C. § 1028A(b)(1), (2), §5G1.2(a)',
		});
		expect(textOf({ baseOffenseLevel })).toContain(sentence);
		expect(JSON.stringify(reportOf({ ...theft, baseOffenseLevel }).sections)).toContain(sentence);
	});

	test('a count that is not held, and one beside it that is: §5G1.2(a) for both', () => {
		const other = { id: 'other', label: '18 U.S.C. § 9999', minimumMonths: 60, maximumMonths: 60, consecutive: true };
		const provisionIn = (statutes: unknown[]) =>
			answer({ baseOffenseLevel: 6, statutes }).sentencingOptions.besideConsecutiveTerm?.provision;
		expect(provisionIn(['8:1326(a)', other])).toBe('18 U.S.C. § 9999, §5G1.2(a)');
		expect(provisionIn([...theft.statutes, other])).toBe(
			'18 U.S.C. § 1028A(b)(1), (2), §5G1.2(a); 18 U.S.C. § 9999, §5G1.2(a)',
		);
	});

	test('Zone C: the split of the other counts stands, half the minimum of 10 months', () => {
		const { splitSentence } = answer({ baseOffenseLevel: 12 }).sentencingOptions;
		expect(splitSentence.imprisonment).toEqual({ months: 5, halfMonth: false });
	});

	test('Zone A: no imprisonment is required for the minimum of the range, and probation is barred', () => {
		const text = textOf({ baseOffenseLevel: 6 });
		expect(text).toContain('imprisonment is not required for the low end of the range (§5C1.1(b))');
		expect(text).toContain('probation is barred (18 U.S.C. § 1028A(a)(1), §5B1.1(b)(2))');
	});

	test('§ 924(c) and § 1326(b)(3) alike; the latter says nothing of probation, which imprisonment bars (§5B1.1(b)(3))', () => {
		const armed = answer({ baseOffenseLevel: 12, statutes: ['18:924(c)(1)(A)(i)', '8:1326(a)'] });
		expect(armed.sentencingOptions.besideConsecutiveTerm).toEqual({
			leastMonths: 60,
			provision: '18 U.S.C. § 924(c)(1)(D), §5G1.2(a)',
		});
		const removed = answer({ baseOffenseLevel: 9, statutes: ['8:1326(b)(3)', '8:1326(a)'] }).sentencingOptions;
		expect(removed.besideConsecutiveTerm?.leastMonths).toBe(120);
		expect(removed.probation.barredBy).toBe('8 U.S.C. § 1326(b)(3), §5B1.1(b)(3)');
	});

	// §1B1.9: a Class B misdemeanor has no guideline range, so none stands beside the two years of § 1028A.
	test('a petty offense beside it is no other count of the range', () => {
		const petty = answer({ baseOffenseLevel: 8, statutes: ['8:1325(a)', '18:1028A(a)(1)'] });
		const codes = petty.warnings.map(({ code }) => code);
		expect(codes).toEqual(expect.arrayContaining(['sole-consecutive-count', 'guidelines-do-not-apply']));
		expect(petty.sentencingOptions.imprisonmentRequiredBy).toBe('18 U.S.C. § 1028A(a)(1)');
	});

	test('nothing to say in Zone D, without such a count, or where it is the only one and the options are barred by it', () => {
		expect(answer({ baseOffenseLevel: 20 }).sentencingOptions).not.toHaveProperty('besideConsecutiveTerm');
		const plain = answer({ baseOffenseLevel: 12, statutes: ['8:1326(a)'] });
		expect(plain.sentencingOptions).not.toHaveProperty('besideConsecutiveTerm');
		const sole = answer({ baseOffenseLevel: 12, statutes: ['18:1028A(a)(1)'] }).sentencingOptions;
		expect(sole).not.toHaveProperty('besideConsecutiveTerm');
		expect(sole.splitSentence.authorized).toBe(false);
	});
});
