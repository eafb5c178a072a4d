import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { noneInTheWay } from './criteria.ts';

/**
 * §4B1.4 (App. C, amends. 355, 459, 646, 674; 2025 Manual): the greatest of the ordinary level, that of §4B1.1, and 34 or 33 less
 * acceptance; the greatest of the ordinary category, VI or IV. 34 and VI only where the firearm went with a crime of
 * violence or a controlled substance offense, or is of a type of 26 U.S.C. § 5845(a).
 */
const armed = {
	edition: '2018',
	offenseDate: '2019-03-01',
	baseOffenseLevel: 24,
	criminalHistoryCategory: 'III',
	statutes: ['18:924(e)(1)'],
};
const answer = (document: object) => calculate(parseCase({ ...armed, ...document }));
const message = (document: object = {}) =>
	answer(document).warnings.find(({ code }) => code === 'armed-career-criminal')?.message;

describe('§4B1.4: an armed career criminal', () => {
	test('without acceptance: level 33, category IV, 188-235; or level 34, category VI, 262-327', () => {
		expect(message()).toContain('the guideline range is 188 to 235 months: level 33, category IV (');
		expect(message()).toContain('which the case does not say: 262 to 327 months: level 34, category VI (');
	});

	test('the range shown stays that of Chapters Two to Four, Part A, with the statutory minimum', () => {
		expect(answer({}).guidelineRange).toEqual({ minimumMonths: 180, maximumMonths: 180 });
	});

	test('the line of the range points to the warning', () => {
		expect(textReport(answer({}), bundledLaw)).toContain('not the last word: see the warning');
		expect(textReport(answer({ statutes: ['21:841(b)(1)(B)'] }), bundledLaw)).not.toContain('the last word');
	});

	test.each([
		// Levels 30 and 31 since November 1992: 135-168 in IV, raised to the minimum of 180; 188-235 in VI.
		['2018', '2019-03-01', 3, '180 months: level 30, category IV (', '188 to 235 months: level 31, category VI ('],
		// Two levels, whatever was earned, until then: 31 and 32, IV 151-188 (from 180) and VI 210-262.
		[
			'1991',
			'1991-11-15',
			2,
			'180 to 188 months: level 31, category IV (',
			'210 to 262 months: level 32, category VI (',
		],
	])('in %s with acceptance', (edition, offenseDate, acceptance, otherwise, connected) => {
		const found = message({ edition, offenseDate, acceptance });
		expect(found).toContain(otherwise);
		expect(found).toContain(connected);
	});

	test('a higher category, and a higher level of Chapters Two and Three, stay', () => {
		expect(message({ criminalHistoryCategory: 'V' })).toContain('210 to 262 months: level 33, category V (');
		expect(message({ baseOffenseLevel: 36 })).toContain('262 to 327 months: level 36, category IV (');
		expect(message({ baseOffenseLevel: 36, criminalHistoryCategory: 'VI' })).toBeUndefined();
	});

	// §4B1.4, comment. (n.2), since November 1, 2004 (App. C, amend. 674).
	test('beside a count under § 924(c) neither (b)(3)(A) nor (c)(2), since November 2004', () => {
		const statutes = ['18:924(e)(1)', '18:924(c)(1)(A)(i)'];
		const found = message({ statutes });
		expect(found).toContain('188 to 235 months: level 33, category IV (');
		expect(found).not.toContain('262');
		expect(found).toContain('§4B1.4(b)(3)(A) and §4B1.4(c)(2) do not apply beside 18 U.S.C. § 924(c)(1)(A)(i)');
		expect(message({ statutes, edition: '2003', offenseDate: '2003-12-01' })).toContain('262 to 327');
	});

	test('nothing before November 1, 1990, or without a count under § 924(e)', () => {
		expect(message({ edition: '1989', offenseDate: '1989-12-01' })).toBeUndefined();
		expect(message({ edition: '1990', offenseDate: '1990-12-01' })).toBeDefined();
		expect(message({ statutes: ['21:841(b)(1)(B)'] })).toBeUndefined();
	});
});

describe('§4C1.1(a)(7): no firearm', () => {
	const zero = {
		...{ edition: '2024', offenseDate: '2024-02-01', baseOffenseLevel: 16, acceptance: 3 },
		...{ criminalHistoryCategory: undefined, criminalHistoryPoints: 0 },
	};
	const drugs = '21:841(b)(1)(C)';

	test.each(['18:924(e)(1)', '18 U.S.C. § 924(c)(1)(A)(i)'])('%s: the decrease is not suggested', (id) => {
		const codes = (statutes: string[]) => answer({ ...zero, statutes }).warnings.map(({ code }) => code);
		expect(codes([id, drugs])).not.toContain('zero-point-offender-not-raised');
		expect(codes([drugs])).toContain('zero-point-offender-not-raised');
	});

	const armed = ['18:924(c)(1)(A)(i)', drugs];
	const counted = (document: object) =>
		answer({ ...zero, zeroPointOffender: noneInTheWay, ...document }).warnings.filter(
			({ code }) => code === 'zero-point-offender-count',
		);

	// "the defendant did not possess ... a firearm ... (or induce another participant to do so)": Rosemond v. United States,
	// 572 U.S. 65 (2014), and Pinkerton v. United States, 328 U.S. 640 (1946): convicted for what another did.
	test('a count under § 924(c) beside the answer that there was none: the answer stands, with a warning', () => {
		const { steps } = answer({ ...zero, zeroPointOffender: noneInTheWay, statutes: armed });
		expect(steps.at(-1)).toMatchObject({ provision: '§4C1.1(a)', levels: -2 });
		expect(counted({ statutes: armed })).toMatchObject([{ message: expect.stringContaining('§4C1.1(a)(7)') }]);
		expect(counted({ statutes: [drugs] })).toEqual([]);
		expect(counted({ statutes: armed, zeroPointOffender: { ...noneInTheWay, firearmOrWeapon: true } })).toEqual([]);
		expect(counted({ statutes: armed, zeroPointOffender: { ...noneInTheWay, sexOffense: true } })).toEqual([]);
	});

	// § 4C1.1(a)(4): "the offense did not result in death".
	test('a count that rests on a death beside the answer that there was none is refused', () => {
		const refused = () =>
			answer({ ...zero, zeroPointOffender: noneInTheWay, statutes: [{ id: drugs, circumstance: 'death' }] });
		const death = { code: 'disagrees', path: '/zeroPointOffender/deathOrSeriousInjury' };
		expect(refused).toThrow(expect.objectContaining(death));
	});

	// § 922(g), which § 924(e) enhances, reaches ammunition as well: the count alone does not say that there was a firearm.
	test('a count under § 924(e) answers nothing', () => {
		expect(() => answer({ ...zero, zeroPointOffender: noneInTheWay, statutes: ['18:924(e)(1)'] })).not.toThrow();
	});

	test('a count under § 924(c) does not answer the criterion that the case leaves out: it is asked for', () => {
		const { firearmOrWeapon: _, ...rest } = noneInTheWay;
		const missing = { code: 'facts-missing', path: '/zeroPointOffender/firearmOrWeapon' };
		const asked = () => answer({ ...zero, zeroPointOffender: rest, statutes: armed });
		expect(asked).toThrow(expect.objectContaining(missing));
	});

	test('amendment 821, Part B: likewise', () => {
		const reduction = { amendment: '821B1', orderDate: '2024-05-01' };
		const sentenced = { ...zero, edition: '2018', offenseDate: '2019-02-01', sentenceImposedMonths: 18, reduction };
		expect(counted({ ...sentenced, statutes: armed })).toHaveLength(1);
		expect(counted({ ...sentenced, statutes: [drugs] })).toEqual([]);
	});
});
