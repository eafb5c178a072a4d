import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

const answer = (document: object) => calculate(parseCase({ edition: '2016', ...document }));
const messageOf = (document: object) =>
	answer(document).warnings.find(({ code }) => code === 'maximum-of-counts')?.message;

// §5G1.2(d): counts run consecutively as far as the total punishment needs, so the maximums of several counts add up.
describe('a maximum given for several counts', () => {
	const drugs = { baseOffenseLevel: 34, acceptance: 3, criminalHistoryCategory: 'VI', statutoryMaximumMonths: 120 };

	// Level 31, category VI: 188-235; level 33, category I, two Groups of level 34 (§3D1.4): 135-168.
	test.each([
		[{ ...drugs, counts: 2 }, '240 months', '188 to 235 months'],
		[
			{ ...drugs, criminalHistoryCategory: 'I', otherGroups: [{ offenseLevel: 34 }] },
			'240 months',
			'135 to 168 months',
		],
	])('that limits the range: what it would be for each count, %o', (document, sum, range) => {
		expect(messageOf(document)).toContain(sum);
		expect(messageOf(document)).toContain(range);
		expect(messageOf(document)).toContain('§5G1.2(d)');
	});

	test('no word where it does not limit the range, there is one count, or the statutes are named', () => {
		expect(messageOf({ ...drugs, statutoryMaximumMonths: 480, counts: 2 })).toBeUndefined();
		expect(messageOf({ ...drugs, counts: 1 })).toBeUndefined();
		expect(messageOf(drugs)).toBeUndefined();
		const named = { ...drugs, statutoryMaximumMonths: undefined, statutes: ['18:371', '18:371'] };
		expect(messageOf(named)).toBeUndefined();
	});

	// 18 U.S.C. § 3559(a)(2), (3): Class B from 25 years, Class C from 10, by the maximum of the offense: two counts of 240
	// months are Class C, for which § 3561(a)(1) does not bar probation.
	test.each([{ counts: 2 }, { otherGroups: [{ offenseLevel: 8 }] }])('gives no class: %o', (several) => {
		const minor = { baseOffenseLevel: 8, acceptance: 2, criminalHistoryCategory: 'I', statutoryMaximumMonths: 480 };
		const found = answer({ ...minor, ...several });
		expect(found.supervisedRelease).toBeUndefined();
		expect(found.sentencingOptions.probation.authorized).toBe(true);
		expect(answer({ ...minor, ...several, offenseClass: 'C' }).supervisedRelease?.offenseClass).toBe('C');
		expect(answer(minor).supervisedRelease?.offenseClass).toBe('B');
	});
});
