import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

const answer = (statutes: string[], careerOffender: object = {}, document: object = {}) =>
	calculate(
		parseCase({
			...{ edition: '2016', offenseDate: '2016-01-05', baseOffenseLevel: 26, acceptance: 3 },
			...{ criminalHistoryCategory: 'IV', statutes, careerOffender },
			...document,
		}),
	);
const asked = 'What is the statutory maximum of the crime of violence or drug offense';
const possessed = '18:924(c)(1)(A)(i)';

// §4B1.1, comment. (n.2): the offense statutory maximum is that of the violent or drug offense of conviction; of several the
// greatest. Where the statutes leave one value, asking for it is pointless.
describe('the offense statutory maximum of a career offender', () => {
	// 21 U.S.C. § 841(b)(1)(B): 40 years. Level 34 (25 years or more), less 3.
	test.each([
		[['21:841(b)(1)(B)'], {}, 31],
		[['21:841(b)(1)(B)', possessed], {}, 31],
		[['21:841(b)(1)(B)', '21:841(b)(1)(C)'], {}, 31],
		[['21:841(b)(1)(A)', possessed], {}, 34],
		// 18 U.S.C. § 1951: 20 years, level 32.
		[['18:1951', possessed], { otherCountQualifies: true }, 29],
		[['18:1951'], {}, 29],
	])('is that of the statutes where they leave no other: %j %o', (statutes, career, level) => {
		expect(answer(statutes, career).offenseLevel.total).toBe(level);
	});

	test('is asked for where they leave a choice, or do not say that a count qualifies', () => {
		// Robbery of a bank with a weapon, 25 years, may be the violent offense, or the drug count with 20 alone.
		expect(() => answer(['21:841(b)(1)(C)', '18:2113(d)'])).toThrow(asked);
		expect(() => answer(['18:371', possessed])).toThrow(asked);
		expect(() => answer(['18:922(g)'])).toThrow(asked);
		expect(() => answer(['8:1326(b)(2)'])).toThrow();
	});
});

// §4B1.1(b) lowers its level for §3E1.1 alone, and §3F1.1 (App. C, amend. 836) says nothing of it: unsettled.
test('a reduction that the level of §4B1.1 may stop is said to be unsettled where none is counted', () => {
	const unsettled =
		/is unsettled\. This answer assumes that it does not|It is unsettled whether .* This answer assumes that it does not/;
	expect(answer(['18:1951'], {}, { edition: '2025' }).fastTrack.explanation).toMatch(unsettled);
	expect(answer(['18:1951'], {}, { edition: '2018' }).fastTrack.explanation).not.toMatch(unsettled);
});

// §4B1.1(c)(3) has the range by acceptance alone: no level changes it, and no provision is left to cite.
test('a range that goes by no offense level says so of a fast track', () => {
	const document = { edition: '2018', baseOffenseLevel: 20, criminalHistoryCategory: 'VI', careerOffender: {} };
	const { fastTrack } = calculate(parseCase({ ...document, statutes: [possessed] }));
	expect(fastTrack.explanation).toMatch(/would change nothing: the range does not depend on the offense level\./);
});
