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

const neither = { inConnectionWithViolenceOrDrugs: false, nationalFirearmsActFirearm: false };
const found = (document: object) => {
	const { offenseLevel, criminalHistoryCategory, guidelineRange, totalRange, steps } = answer(document);
	const { minimumMonths, maximumMonths } = guidelineRange;
	expect(steps.reduce((sum, { levels }) => sum + levels, 0)).toBe(offenseLevel.total);
	return { at: [offenseLevel.total, criminalHistoryCategory, minimumMonths, maximumMonths], totalRange };
};

describe('§4B1.4: an armed career criminal', () => {
	test.each([
		// Level 33, category IV; level 34, category VI for either answer (§4B1.4(b)(3), (c)).
		[neither, [33, 'IV', 188, 235], ['§4B1.4(b)(3)(B)', '§4B1.4(c)(3)']],
		[{ ...neither, inConnectionWithViolenceOrDrugs: true }, [34, 'VI', 262, 327], ['§4B1.4(b)(3)(A)', '§4B1.4(c)(2)']],
		[{ nationalFirearmsActFirearm: true }, [34, 'VI', 262, 327], ['§4B1.4(b)(3)(A)', '§4B1.4(c)(2)']],
	])('%j: %j', (armedCareerCriminal, at, provisions) => {
		const { totalRange, ...rest } = found({ armedCareerCriminal });
		expect(rest.at).toEqual(at);
		expect(totalRange).toEqual({ minimumMonths: at[2], maximumMonths: at[3], provisions });
		expect(message({ armedCareerCriminal })).toBeUndefined();
	});

	test("not said: the least level and category are the case's, and a warning gives both ranges", () => {
		expect(found({})).toEqual({ at: [33, 'IV', 188, 235], totalRange: undefined });
		expect(message()).toContain('As shown it is 188 to 235 months: level 33, category IV (');
		expect(message()).toContain('it is 262 to 327 months: level 34, category VI (');
	});

	test('the line of the range points to the warning where there is one', () => {
		expect(textReport(answer({}), bundledLaw)).toContain('another range may apply: see the');
		expect(textReport(answer({ armedCareerCriminal: neither }), bundledLaw)).not.toContain('the last word');
	});

	test.each([
		// Levels 30 and 31 since November 1992: 135-168 in IV, below the minimum of 180; 188-235 in VI.
		['2018', '2019-03-01', 3, [30, 'IV', 180, 180], '188 to 235 months: level 31, category VI ('],
		// Two levels, whatever was earned, until then: 31 and 32, IV 151-188 (from 180) and VI 210-262.
		['1991', '1991-11-15', 2, [31, 'IV', 180, 188], '210 to 262 months: level 32, category VI ('],
	])('in %s with acceptance', (edition, offenseDate, acceptance, at, connected) => {
		expect(found({ edition, offenseDate, acceptance }).at).toEqual(at);
		expect(message({ edition, offenseDate, acceptance })).toContain(connected);
	});

	test('a higher category, and a higher level of Chapters Two and Three, stay', () => {
		expect(found({ criminalHistoryCategory: 'V' }).at).toEqual([33, 'V', 210, 262]);
		expect(found({ baseOffenseLevel: 36 }).at).toEqual([36, 'IV', 262, 327]);
		expect(message({ baseOffenseLevel: 36, criminalHistoryCategory: 'VI' })).toBeUndefined();
		expect(found({ baseOffenseLevel: 36, criminalHistoryCategory: 'VI' }).totalRange?.provisions).toEqual([
			'§4B1.4(b)(1)',
			'§4B1.4(c)(1)',
		]);
	});

	// §4B1.4(b)(2), (c)(1): level 37 of §4B1.1(b) for life, category VI.
	test('a career offender: the greater of the two levels', () => {
		const careerOffender = { offenseStatutoryMaximumMonths: 'life' };
		const statutes = ['18:924(e)(1)', '21:841(b)(1)(A)'];
		const both = found({ careerOffender, statutes, armedCareerCriminal: neither });
		expect(both.at).toEqual([37, 'VI', 360, 'life']);
		expect(both.totalRange?.provisions).toEqual(['§4B1.4(b)(2)', '§4B1.4(c)(1)']);
	});

	// §4B1.4, comment. (n.2), since November 1, 2004 (App. C, amend. 674).
	test('beside a count under § 924(c) neither (b)(3)(A) nor (c)(2), since November 2004', () => {
		const document = { statutes: ['18:924(e)(1)', '18:924(c)(1)(A)(i)'] };
		expect(found(document).at).toEqual([33, 'IV', 188, 235]);
		expect(message(document)).toBeUndefined();
		const yes = { ...document, armedCareerCriminal: { inConnectionWithViolenceOrDrugs: true } };
		expect(found(yes).at).toEqual([33, 'IV', 188, 235]);
		expect(answer(yes).steps.at(-1)?.description).toContain(
			'§4B1.4(b)(3)(A) and §4B1.4(c)(2) do not apply together with 18 U.S.C. § 924(c)(1)(A)(i)',
		);
		const in2003 = { edition: '2003', offenseDate: '2003-12-01' };
		expect(found({ ...yes, ...in2003 }).at).toEqual([34, 'VI', 262, 327]);
		expect(message({ ...document, ...in2003 })).toContain('262 to 327');
	});

	// App. C, amend. 355.
	test('nothing before November 1, 1990, or without a count under § 924(e)', () => {
		const before = { edition: '1989', offenseDate: '1989-12-01', armedCareerCriminal: neither };
		expect(found(before).at).toEqual([24, 'III', 180, 180]);
		expect(answer(before).steps.at(-1)).toMatchObject({ provision: '§4B1.4', levels: 0 });
		expect(found({ edition: '1990', offenseDate: '1990-12-01' }).at).toEqual([33, 'IV', 188, 235]);
		expect(found({ statutes: ['21:841(b)(1)(B)'] }).at).toEqual([24, 'III', 63, 78]);
	});

	test('without any statute named the case says so itself; beside others it is refused', () => {
		const stated = { statutes: undefined, statutoryMinimumMonths: 180, armedCareerCriminal: neither };
		expect(found(stated).at).toEqual([33, 'IV', 188, 235]);
		expect(() => answer({ statutes: ['18:922(g)'], armedCareerCriminal: neither })).toThrow(
			expect.objectContaining({ code: 'disagrees', path: '/armedCareerCriminal' }),
		);
	});

	// The asterisk of §4B1.4(b) names §3E1.1 alone; §3F1.1 comes before (§1B1.1(a)(5), (6)).
	test('whether §3F1.1 comes off the level is an open question', () => {
		const counted = { edition: '2025', armedCareerCriminal: neither, fastTrackLevels: 2 };
		expect(found(counted).at).toEqual([33, 'IV', 188, 235]);
		const codes = answer(counted).warnings.map(({ code }) => code);
		expect(codes).toContain('armed-career-early-disposition');
	});

	// §4B1.4(c): category IV at the least, whatever is argued for; level 33 whatever the level.
	test('an argued level or category is worth nothing below those of §4B1.4', () => {
		const rows = calculate(parseCase({ ...armed, armedCareerCriminal: neither }), { sensitivity: true }).sensitivity;
		const row = rows?.find(({ offenseLevel }) => offenseLevel === 31);
		expect(row?.cells.map(({ range: { minimumMonths } }) => minimumMonths)).toEqual([188, 188, 188, 188, 210, 235]);
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
