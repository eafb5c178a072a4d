import { describe, expect, test } from 'vitest';
import { noneInTheWay } from './criteria.ts';
import { answer, caseWith, codesOf, prior, refusal } from './rap-sheet.ts';

/**
 * §2L1.2, comment. (n.3), by App. C, amend. 802 (November 1, 2016): only convictions that receive points under §4A1.1(a),
 * (b) or (c) count, and where several misdemeanors are needed, only those counted separately. App. C, amend. 754 (2011):
 * the increase of (b)(1)(A) and (B) turns on whether the conviction receives points. §4A1.1(a): 3 points for a sentence
 * of more than one year and one month; (c): 1 point for a sentence of no length. Category I is of 0 and 1 point.
 */
type Given = string | { id: string; receivesPoints: boolean };
const given = (edition: string, enhancements: readonly Given[], facts: object) => ({
	edition,
	guideline: '2L1.2',
	enhancements,
	...facts,
});
const warned = (document: unknown): string | undefined =>
	answer(document).warnings.find(({ code }) => code === 'points-below-increase')?.message;

const leastByText = [
	['(b)(1)(A)', 1], // one felony, of whatever sentence
	['(b)(1)(B)', 2], // two misdemeanors counted separately
	['(b)(2)(A)', 3], // five years or more
	['(b)(2)(B)', 3], // two years or more
	['(b)(2)(C)', 3], // more than one year and one month
	['(b)(2)(D)', 1], // any other felony
	['(b)(2)(E)', 3], // three misdemeanors counted separately
	['(b)(3)(A)', 3],
	['(b)(3)(B)', 3],
	['(b)(3)(C)', 3],
	['(b)(3)(D)', 1],
	['(b)(3)(E)', 3],
] as const;

describe('points too few for an increase of §2L1.2', () => {
	describe.each(['2016', '2018', '2023', '2025'])('%s', (edition) => {
		test.each(leastByText)('%s takes %i points at the least', (id, least) => {
			const of = (points: number) => warned(given(edition, [id], { criminalHistoryPoints: points }));
			expect(of(least - 1)).toContain(`§2L1.2${id} REQUIRES AT LEAST ${least} POINT`);
			expect(of(least)).toBeUndefined();
		});

		test.each(leastByText)('%s in category I, which has 1 point at the most', (id, least) => {
			expect(warned(given(edition, [id], { criminalHistoryCategory: 'I' })) !== undefined).toBe(least > 1);
			expect(warned(given(edition, [id], { criminalHistoryCategory: 'II' }))).toBeUndefined();
			expect(warned(given(edition, [id], { criminalHistoryCategory: 6 }))).toBeUndefined();
		});
	});

	// Sentencing Table: 15/I is 18-24 and 15/II is 21-27. Without the ten levels of (b)(2)(A), 8 less 2 is 6/I, 0-6:
	// the third level of §3E1.1(b) takes 16.
	test('both outcomes stand in the warning, and the case is answered as it is given', () => {
		const document = given('2024', ['(b)(2)(A)'], { criminalHistoryCategory: 'I', acceptance: 3 });
		expect(answer(document).guidelineRange).toMatchObject({ minimumMonths: 18, maximumMonths: 24 });
		expect(warned(document)).toMatch(
			/is right, .*level 15, category II, 21 to 27 months.*level 6, category I, 0 to 6 m/,
		);
	});

	// The convictions behind the two increases may be one single sentence (§4A1.2(a)(2)), of 3 points. 25/II is 63-78.
	test('two increases do not add their points', () => {
		const two = (points: number) =>
			warned(given('2024', ['(b)(2)(A)', '(b)(3)(A)'], { criminalHistoryPoints: points, acceptance: 3 }));
		expect(two(3)).toBeUndefined();
		expect(two(0)).toMatch(/3 POINTS.*level 25, category II, 63 to 78 months.*level 6, category I, 0 to 6 months/);
	});

	// 12/II is 12-18: the four levels of (b)(1)(A), which takes one point, are not in doubt.
	test('an increase that the points bear stays in the other outcome', () => {
		expect(warned(given('2018', ['(b)(2)(A)', '(b)(1)(A)'], { criminalHistoryPoints: 2 }))).toContain(
			'level 12, category II, 12 to 18 months',
		);
	});

	// Amend. 754: 16 levels with points, 12 without: 8 + 16 - 3 is 21/I, 37-46; 8 + 12 - 3 is 17/I, 24-30.
	test.each(['2011', '2012', '2015'])('%s: receivesPoints is true of a conviction beside no points', (edition) => {
		const of = (id: string, receivesPoints: boolean, criminalHistoryPoints: number) =>
			warned(given(edition, [{ id, receivesPoints }], { criminalHistoryPoints, acceptance: 3 }));
		expect(of('(b)(1)(A)', true, 0)).toMatch(/21, category I, 37 to 46 months.*17, category I, 24 to 30 months/);
		expect(of('(b)(1)(B)', true, 0)).toBeDefined();
		expect(of('(b)(1)(A)', true, 1)).toBeUndefined();
		expect(of('(b)(1)(A)', false, 0)).toBeUndefined();
		expect(warned(given(edition, ['(b)(1)(C)'], { criminalHistoryPoints: 0 }))).toBeUndefined();
	});

	test('before 2011 points are no matter, and since 2016 none where the case says that there are none', () => {
		expect(warned(given('2008', ['(b)(1)(A)'], { criminalHistoryPoints: 0 }))).toBeUndefined();
		const none = [{ id: '(b)(2)(A)', receivesPoints: false }];
		expect(warned(given('2018', none, { criminalHistoryPoints: 0 }))).toBeUndefined();
	});

	test('points that the priors make are held against it as well; an increase drawn from them is not', () => {
		const { removalOrders: _, removals: __, ...noDates } = caseWith('2018', [], { enhancements: ['(b)(2)(B)'] });
		expect(warned(noDates)).toContain('THE CASE GIVES 0 POINTS');
		expect(codesOf(caseWith('2018', [prior()]))).not.toContain('points-below-increase');
	});
});

/** §4C1.1(a)(1): the defendant did not receive any criminal history points from Chapter Four, Part A. */
describe('§4C1.1 beside an increase for convictions that receive points', () => {
	const hint = 'zero-point-offender-not-raised';

	test.each(['2023', '2024', '2025'])('%s: no hint beside one, a hint without', (edition) => {
		for (const facts of [{ criminalHistoryCategory: 'I' }, { criminalHistoryPoints: 0 }]) {
			expect(codesOf(given(edition, ['(b)(2)(D)'], facts))).not.toContain(hint);
			expect(codesOf(given(edition, [], facts))).toContain(hint);
		}
		expect(
			codesOf(given(edition, [{ id: '(b)(2)(D)', receivesPoints: false }], { criminalHistoryPoints: 0 })),
		).toContain(hint);
	});

	test('claimed with no points it contradicts the increase', () => {
		const document = given('2024', ['(b)(2)(A)'], { criminalHistoryPoints: 0, zeroPointOffender: noneInTheWay });
		expect(refusal(document)).toMatchObject({ code: 'disagrees', path: '/zeroPointOffender' });
	});

	// Category I has one point as well: 8 + 4 is 12/I, 10-16, and nothing comes off.
	test('in category I the increase says that there are points', () => {
		const document = given('2024', ['(b)(1)(A)'], { criminalHistoryCategory: 'I', zeroPointOffender: noneInTheWay });
		const { guidelineRange, steps } = answer(document);
		expect(guidelineRange).toMatchObject({ minimumMonths: 10, maximumMonths: 16 });
		expect(steps.find(({ provision }) => provision === '§4C1.1(a)(1)')?.levels).toBe(0);
	});

	// App. C, amend. 821, Part B: §4C1.1 begins November 1, 2023.
	test('answered for an edition before it began, it is said not to apply', () => {
		const document = {
			edition: '2022',
			baseOffenseLevel: 20,
			criminalHistoryPoints: 0,
			zeroPointOffender: noneInTheWay,
		};
		expect(answer(document).steps.at(-1)).toMatchObject({ provision: '§4C1.1', levels: 0, offenseLevel: 20 });
		expect(answer(document).steps.at(-1)?.description).toContain('November 1, 2023');
	});
});
