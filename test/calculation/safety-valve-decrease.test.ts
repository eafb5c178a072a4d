import { describe, expect, test } from 'vitest';
import { criteriaMet } from './criteria.ts';
import { answer, codesOf, messageOf } from './rap-sheet.ts';

/**
 * §2D1.1(b)(18): two levels off for one who meets the criteria of §5C1.2(a)(1) to (5). 600 g of cocaine are level 24 (c)(8); less
 * three 21, which is 41–51 in category II, and 19, which is 33–41.
 */
const cocaine = {
	edition: '2023',
	offenseDate: '2024-01-01',
	guideline: '2D1.1',
	drugs: [{ substance: 'cocaine', quantity: '600 g' }],
	criminalHistoryPoints: 3,
	acceptance: 3,
	statutes: ['21:841(b)(1)(B)'],
};
describe('the decrease for the criteria of the safety valve', () => {
	test.each([
		{ ...cocaine, safetyValve: criteriaMet },
		{ ...cocaine, statutoryMinimumRelief: 'safety-valve' },
		{ ...cocaine, safetyValve: criteriaMet, offense: { safetyValveCriteria: false } },
	])('is named where the relief is granted and it is not taken: %o', (document) => {
		expect(answer(document).guidelineRange).toEqual({ minimumMonths: 41, maximumMonths: 51 });
		expect(messageOf(document, 'safety-valve-decrease')).toContain('level 19, category II, 33 to 41 months');
	});

	test('is not named where it is taken', () => {
		const document = { ...cocaine, safetyValve: criteriaMet, offense: { safetyValveCriteria: true } };
		expect(answer(document).guidelineRange).toEqual({ minimumMonths: 33, maximumMonths: 41 });
		expect(codesOf(document)).not.toContain('safety-valve-decrease');
	});

	test('is doubted where the answers do not meet the criteria', () => {
		const document = {
			...cocaine,
			safetyValve: { ...criteriaMet, violenceOrWeapon: true },
			offense: { safetyValveCriteria: true },
		};
		expect(messageOf(document, 'safety-valve-decrease')).toContain('do not meet those criteria');
	});
});

// 18 U.S.C. § 3553(f)(1): the offense is after December 21, 2018, so the conviction is; three points are no more than four.
test('nothing is asked that the points and the day of the offense settle', () => {
	expect(answer({ ...cocaine, safetyValve: criteriaMet }).relief?.granted).toBe(true);
	expect(
		answer({
			...cocaine,
			criminalHistoryPoints: 0,
			safetyValve: {
				violenceOrWeapon: false,
				deathOrSeriousInjury: false,
				leaderOrContinuingEnterprise: false,
				truthfulDisclosure: true,
			},
		}).relief?.granted,
	).toBe(true);
});
