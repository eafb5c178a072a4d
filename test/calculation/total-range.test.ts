import { describe, expect, test } from 'vitest';
import { answer, codesOf, messageOf } from './rap-sheet.ts';

const range = (minimumMonths: number | 'life', maximumMonths: number | 'life') => ({ minimumMonths, maximumMonths });

const cocaine = '21:841(b)(1)(C)';
const possessed = '18:924(c)(1)(A)(i)';
const brandished = '18:924(c)(1)(A)(ii)';
const discharged = '18:924(c)(1)(A)(iii)';
const machinegun = '18:924(c)(1)(B)(ii)';
const subsequent = '18:924(c)(1)(C)(i)';
const armedCareer = '18:924(e)(1)';

/** 20 years at the most for the drug count: level 32 of §4B1.1(b), less acceptance. */
const career = {
	edition: '2025',
	offenseDate: '2024-06-01',
	baseOffenseLevel: 26,
	criminalHistoryCategory: 'VI',
	acceptance: 3,
	careerOffender: { offenseStatutoryMaximumMonths: 240 },
	statutes: [cocaine, possessed],
};

describe('the examples of §5G1.2, comment. (n.4(B)) (2025 Manual)', () => {
	// Level 29 is 151-188 in category VI; with 60 months 211-248, and the table for 3 levels gives 262-327.
	test.each([
		[300, 'within'],
		[327, 'at-high-end'],
		[262, 'at-low-end'],
		[261, 'below'],
		[328, 'above'],
	])('(i) and (ii): 262-327, and a sentence of %i is %s it', (sentenceImposedMonths, position) => {
		const found = answer({ ...career, sentenceImposedMonths });
		expect(found.guidelineRange).toEqual(range(151, 188));
		expect(found.totalRange).toEqual({ ...range(262, 327), provisions: ['§4B1.1(c)(2)(B)', '§4B1.1(c)(3)'] });
		expect(found.sentenceImposed).toEqual({ months: sentenceImposedMonths, position });
		expect(found.warnings.map(({ code }) => code)).not.toContain('sentence-above-maximum');
		expect(found.warnings.map(({ code }) => code)).not.toContain('career-offender-firearm');
	});

	// Two counts of 60 months and one of 10 years: level 24 less 3 is 77-96, with 120 months 197-216.
	test('(iii): two counts under § 924(c) and one of ten years, 262-327', () => {
		const found = answer({
			...career,
			statutes: [possessed, possessed, '18:113(a)(3)'],
			baseOffenseLevel: 18,
			careerOffender: { offenseStatutoryMaximumMonths: 120 },
			sentenceImposedMonths: 262,
		});
		expect(found.totalRange).toMatchObject(range(262, 327));
		expect(found.sentenceImposed?.position).toBe('at-low-end');
	});

	// 2016 Manual, n.4(B)(iii): 60 and 300 months beside a count of ten years, without acceptance: 100-125 and 360 are 460-485.
	test('(iii) of the 2016 Manual: a second count of 25 years, 460-485', () => {
		const found = answer({
			...career,
			edition: '2016',
			offenseDate: '2016-01-15',
			statutes: [possessed, subsequent, '18:113(a)(3)'],
			baseOffenseLevel: 18,
			acceptance: 0,
			careerOffender: { offenseStatutoryMaximumMonths: 120 },
			sentenceImposedMonths: 460,
		});
		expect(found.totalRange).toEqual({ ...range(460, 485), provisions: ['§4B1.1(c)(2)(A)'] });
		expect(found.sentenceImposed?.position).toBe('at-low-end');
	});

	// App. C, amend. 642 printed (iii) with 20 years and "360-life"; amend. 674 "corrects an error" in it: by (c)(2) level 32
	// is 210-262, and 360 months are added. The 485 of its own example are above ten years and 360 months: no maximum caps it.
	test('(iii) as first printed in 2002, with the range that (c)(2) gives', () => {
		const found = answer({
			...career,
			edition: '2002',
			offenseDate: '2002-11-15',
			statutes: [possessed, subsequent, '18:2113(a)'],
			acceptance: 0,
		});
		expect(found.totalRange).toMatchObject(range(570, 622));
	});
});

/**
 * §5G1.2, comment. (n.3(B)), since November 1, 2012: a statutory minimum on any count restricts the range for all counts. (c)(2)
 * does not say whether it does so before the term is added: 21/VI is 77-96, at least 120 by statute, and three terms are 180.
 */
test('a statutory minimum of the other counts: after it 300, before it the table, and both are named', () => {
	const minimum = {
		...career,
		edition: '2018',
		offenseDate: '2019-02-01',
		baseOffenseLevel: 24,
		statutes: ['18:922(g)', possessed, possessed, possessed],
		statutoryMinimumMonths: 120,
		careerOffender: { otherCountQualifies: false },
	};
	expect(answer(minimum).guidelineRange).toEqual(range(120, 120));
	expect(answer(minimum).totalRange).toEqual({ ...range(300, 300), provisions: ['§4B1.1(c)(2)(A)'] });
	expect(messageOf(minimum, 'firearm-range-statutory-minimum')).toContain('300 to 327 months for all counts');
});

/** §4B1.1, comment. (n.3(E)): 40 years at the most, level 34 less 3 is 188-235; with 60 months 248-295, and the table has 262-327. */
describe('the example of §4B1.1, comment. (n.3(E)), since amendment 642', () => {
	const example = (edition: string) => ({
		...career,
		edition,
		offenseDate: `${edition}-11-15`,
		statutes: ['21:841(b)(1)(B)', possessed],
		careerOffender: { offenseStatutoryMaximumMonths: 480 },
	});

	test.each(['2002', '2003', '2010', '2016', '2018', '2024', '2025'])('in the Manual of %s 262-327', (edition) => {
		const found = answer(example(edition));
		expect(found.guidelineRange).toEqual(range(188, 235));
		expect(found.totalRange).toEqual({ ...range(262, 327), provisions: ['§4B1.1(c)(2)(B)', '§4B1.1(c)(3)'] });
		const step = found.steps.at(-1);
		expect(step).toMatchObject({ provision: '§4B1.1, comment. (n.3(B))', levels: 0 });
		expect(step?.description).toContain('248 to 295 months');
		expect(step?.description).toContain('262 to 327 months');
	});

	test('in the Manual of 2001 the term stays apart', () => {
		const found = answer(example('2001'));
		expect(found.totalRange).toBeUndefined();
		expect(found.guidelineRange).toEqual(range(188, 235));
		expect(answer({ ...example('2001'), sentenceImposedMonths: 200 }).sentenceImposed?.position).toBe('within');
	});

	// Without acceptance 262-327 with 60 months is 322-387, and the table has 360-life; with 2 levels 210-262 is 270-322, and 292-365.
	test.each([
		[0, range(360, 'life')],
		[2, range(292, 365)],
	])('with %i levels of acceptance', (acceptance, total) => {
		expect(answer({ ...example('2018'), acceptance }).totalRange).toMatchObject(total);
	});

	// Life at the most: level 37 less 3 is 262-327, and 84 months for brandishing are more than the table.
	test('the range of the other counts with the term, where its minimum is greater', () => {
		const life = {
			statutes: ['21:841(b)(1)(A)', brandished],
			careerOffender: { offenseStatutoryMaximumMonths: 'life' },
		};
		expect(answer({ ...example('2018'), ...life }).totalRange).toEqual({
			...range(346, 411),
			provisions: ['§4B1.1(c)(2)(A)'],
		});
	});
});

describe('§4B1.1(c)(1): no other count', () => {
	const only = (statutes: string[], document: object = {}) => ({
		...career,
		edition: '2018',
		offenseDate: '2019-02-01',
		careerOffender: {},
		statutes,
		...document,
	});

	test.each([
		[0, range(360, 'life')],
		[2, range(292, 365)],
		[3, range(262, 327)],
	])('with %i levels of acceptance the table alone', (acceptance, total) => {
		const found = answer(only([possessed], { acceptance }));
		expect(found.totalRange).toEqual({ ...total, provisions: ['§4B1.1(c)(1)', '§4B1.1(c)(3)'] });
	});

	// The table has a 3-level reduction and no offense level: §3E1.1(b)'s test of 16 cannot be one of Chapters Two and Three.
	test('the third level whatever level is given', () => {
		expect(answer(only([possessed], { baseOffenseLevel: 12, acceptance: 'full' })).totalRange).toMatchObject(
			range(262, 327),
		);
	});

	// The guideline sentence is then the range of (c)(1), and not the five years of §2K2.4(b) (§2K2.4(c)).
	test('the count is not said to be sentenced by the statute alone', () => {
		expect(codesOf(only([possessed]))).not.toContain('sole-consecutive-count');
		expect(codesOf({ ...only([possessed]), careerOffender: undefined })).toContain('sole-consecutive-count');
	});

	// §1B1.9: a petty offense has no guideline range to which a term could be added.
	test('a petty offense is no other count', () => {
		const petty = only([possessed, '8:1325(a)'], { acceptance: 0 });
		expect(answer(petty).totalRange?.provisions).toEqual(['§4B1.1(c)(1)', '§4B1.1(c)(3)']);
	});

	// Life is the maximum of § 924(c) itself, and that of 21 U.S.C. § 841(b)(1)(A): 37 less 3 is 262-327, with 60 months 322-387.
	test('a maximum that may be that of § 924(c) itself or of a count that is not named', () => {
		const own = { careerOffender: { offenseStatutoryMaximumMonths: 'life' } };
		const { baseOffenseLevel, ...noLevel } = only([possessed], own);
		expect(answer(noLevel).totalRange).toMatchObject(range(262, 327));
		const withLevel = { ...noLevel, baseOffenseLevel };
		expect(answer(withLevel).totalRange).toBeUndefined();
		expect(messageOf(withLevel, 'career-offender-firearm')).toContain(
			'the range is 322 to 387 months (§4B1.1(c)(2)(A))',
		);
	});

	test('a guideline tells of another count, whose level is not passed over', () => {
		const drugs = {
			guideline: '2D1.1',
			drugs: [{ substance: 'heroin', quantity: '30 kg' }],
			baseOffenseLevel: undefined,
		};
		const own = { careerOffender: { offenseStatutoryMaximumMonths: 'life' } };
		expect(answer(only([possessed], { ...drugs, ...own })).totalRange).toEqual({
			...range(322, 387),
			provisions: ['§4B1.1(c)(2)(A)'],
		});
		expect(() => answer(only([possessed], drugs))).toThrow('What is the statutory maximum of the');
	});

	// 18 U.S.C. § 924(c)(1)(B)(ii), (C)(i): 30 and 25 years at the least; §5G1.2(e)(1), §5G1.1(b), (c)(2).
	test.each([
		[[machinegun], 2, range(360, 365), '§5G1.1(c)(2)'],
		[[machinegun], 3, range(360, 360), '§5G1.1(b)'],
		[[possessed, subsequent], 3, range(360, 360), '§5G1.1(b)'],
	])('%j with %i levels: what the statute requires raises the range', (statutes, acceptance, total, by) => {
		const found = answer(only(statutes, { acceptance, edition: '2010', offenseDate: '2010-12-01' }));
		expect(found.totalRange).toEqual({ ...total, provisions: ['§4B1.1(c)(1)', '§4B1.1(c)(3)', by] });
	});

	// (c)(1) or (c)(2): 32 less 3 with 60 months is 211-248, less than the table, so both are 262-327; with 180 months 331-368.
	test('a maximum of a count that is not named: the field is there where it makes no difference', () => {
		const other = { careerOffender: { offenseStatutoryMaximumMonths: 240 } };
		expect(answer(only([possessed], other)).totalRange).toMatchObject(range(262, 327));
		const three = only([possessed, possessed, possessed], other);
		expect(answer(three).totalRange).toBeUndefined();
		const message = messageOf(three, 'career-offender-firearm');
		expect(message).toContain('is the only count, the range is 262 to 327 months (§4B1.1(c)(1), §4B1.1(c)(3))');
		expect(message).toContain('the range is 331 to 368 months (§4B1.1(c)(2)(A))');
	});
});

/** §4B1.1, comment. (n.3(C)(i)): where only the § 924(c) count makes a career offender, the others keep level and category. */
describe('no other count is violent or for drugs', () => {
	const possession = {
		...career,
		edition: '2018',
		offenseDate: '2019-02-01',
		baseOffenseLevel: 20,
		criminalHistoryCategory: 'IV',
		statutes: ['18:922(g)', possessed],
		careerOffender: { otherCountQualifies: false },
	};

	// 20 less 3 in category IV is 37-46.
	test('37-46 for the other count, 262-327 for all', () => {
		const found = answer(possession);
		expect([found.offenseLevel.total, found.criminalHistoryCategory]).toEqual([17, 'IV']);
		expect(found.guidelineRange).toEqual(range(37, 46));
		expect(found.totalRange).toMatchObject(range(262, 327));
	});

	test('a reentry beside § 924(c) never qualifies, so nothing is asked', () => {
		const reentry = { ...possession, statutes: ['8:1326(b)(2)', possessed], careerOffender: {} };
		expect(answer(reentry).guidelineRange).toEqual(range(37, 46));
		expect(answer(reentry).totalRange).toMatchObject(range(262, 327));
	});

	// The firearm of § 922(g) decides (§4B1.2(a)(2)): 10 years, level 24 less 3 is 77-96; with three terms of 60 months 257-276.
	test('the kind of firearm decides whether possession qualifies', () => {
		const open = (facts: object) => ({
			...possession,
			statutes: ['18:922(g)', possessed, possessed, possessed, possessed],
			careerOffender: { offenseStatutoryMaximumMonths: 120 },
			...facts,
		});
		// Four terms, 240 months: 317-336 if it is one of 26 U.S.C. § 5845(a); 277-286 if not.
		expect(answer(open({})).totalRange).toBeUndefined();
		const message = messageOf(open({}), 'career-offender-firearm');
		expect(message).toContain('317 to 336 months');
		expect(message).toContain('277 to 286 months');
	});

	test.each([
		[{ otherCountQualifies: false }, [cocaine, possessed], 'otherCountQualifies'],
		[
			{ otherCountQualifies: false, offenseStatutoryMaximumMonths: 120 },
			['18:922(g)', possessed],
			'offenseStatutoryMaximumMonths',
		],
		[{ otherCountQualifies: false }, [cocaine], 'otherCountQualifies'],
		[{ otherCountQualifies: true }, [possessed], 'otherCountQualifies'],
		[{ offenseStatutoryMaximumMonths: 240 }, ['8:1326(b)(2)', possessed], 'offenseStatutoryMaximumMonths'],
	])('%j beside %j is refused', (careerOffender, statutes, key) => {
		expect(() => answer({ ...possession, careerOffender, statutes })).toThrow(
			expect.objectContaining({ code: 'disagrees', path: `/careerOffender/${key}` }),
		);
	});
});

describe('a count whose statute is not held', () => {
	const other = { id: 'other', label: '18 U.S.C. § 9999', maximumMonths: 240, offenseClass: 'C' };
	test('is a count of the range as any other', () => {
		expect(answer({ ...career, statutes: [other, possessed] }).totalRange).toMatchObject(range(262, 327));
	});

	// 18 U.S.C. § 929(a): not less than five years, after every other term; §4B1.1(c) names it beside § 924(c).
	test('under § 929(a) its term is part of the range for all counts, and it must be said to run after the others', () => {
		const restricted = {
			id: 'other',
			label: '18 U.S.C. § 929(a)',
			minimumMonths: 60,
			maximumMonths: 'life',
			offenseClass: 'A',
		};
		const found = answer({ ...career, statutes: [cocaine, { ...restricted, consecutive: true }] });
		expect(found.totalRange).toMatchObject(range(262, 327));
		expect(found.statutes?.map(({ inTotalRange }) => inTotalRange)).toEqual([undefined, true]);
		expect(() => answer({ ...career, statutes: [cocaine, restricted] })).toThrow(
			expect.objectContaining({ code: 'disagrees', path: '/statutes' }),
		);
	});
});

/** §4B1.1, comment. (n.2): the maximum is that of the violent or drug count; § 924(c) never sets the level (App. C, amend. 600). */
describe('a maximum of life beside a count of 20 years', () => {
	test.each([
		['1999', '1999-12-01'],
		['2000', '2000-12-01'],
		['2003', '2003-12-01'],
		['2025', '2024-06-01'],
	])('in the Manual of %s is refused', (edition, offenseDate) => {
		const life = { ...career, edition, offenseDate, careerOffender: { offenseStatutoryMaximumMonths: 'life' } };
		expect(() => answer(life)).toThrow(
			expect.objectContaining({ code: 'disagrees', path: '/careerOffender/offenseStatutoryMaximumMonths' }),
		);
	});

	// App. C, amend. 600: Chapter Four does not apply to such a count; §4B1.2, comment. (n.2).
	test('§ 924(c) alone makes no career offender before November 2002', () => {
		const found = answer({
			...career,
			edition: '2001',
			offenseDate: '2001-12-01',
			statutes: [possessed],
			careerOffender: {},
		});
		expect(found.totalRange).toBeUndefined();
		expect(found.steps.some(({ description }) => description.startsWith('career offender not applied'))).toBe(true);
	});
});

describe('an ordinary consecutive term stays apart', () => {
	test('two years under § 1028A run after the range for all counts, which a sentence is measured against', () => {
		const found = answer({ ...career, statutes: [cocaine, possessed, '18:1028A(a)(1)'], sentenceImposedMonths: 327 });
		expect(found.totalRange).toMatchObject(range(262, 327));
		expect(found.sentenceImposed?.position).toBe('at-high-end');
		expect(found.statutes?.map(({ inTotalRange }) => inTotalRange)).toEqual([undefined, true, undefined]);
	});

	test('no career offender: no range for all counts, and the sentence without the term', () => {
		const found = answer({ ...career, careerOffender: undefined, sentenceImposedMonths: 100 });
		// Level 23 in category VI.
		expect([found.totalRange, found.guidelineRange]).toEqual([undefined, range(92, 115)]);
		expect(found.sentenceImposed?.position).toBe('within');
	});
});

describe('a sentence on all counts that the statutes do not allow', () => {
	// § 841(b)(1)(A): 10 years at the least; § 924(c)(1)(A)(i): 5 more.
	const major = {
		...career,
		statutes: ['21:841(b)(1)(A)', possessed],
		careerOffender: { offenseStatutoryMaximumMonths: 'life' },
	};
	test('below both minimums together', () => {
		expect(codesOf({ ...major, sentenceImposedMonths: 179 })).toContain('sentence-below-minimum');
		expect(codesOf({ ...major, sentenceImposedMonths: 180 })).not.toContain('sentence-below-minimum');
	});
});

/** §1B1.11(b)(1): 211-248 in all under the Manual of 2001, 262-327 under that of 2002. */
test('§1B1.11 compares the ranges for all counts', () => {
	const { edition: _, baseOffenseLevel, acceptance, ...dated } = career;
	const found = answer({
		...dated,
		baseOffenseLevel,
		acceptance,
		offenseDate: '2002-05-01',
		sentencingDate: '2002-12-01',
		underOffenseDateManual: { baseOffenseLevel, acceptance },
	});
	expect(found.edition.effectiveDate).toBe('2001-11-01');
	expect(found.totalRange).toBeUndefined();
});

describe('relief, fast track and options beside the range for all counts', () => {
	// Level 29 whatever §3F1.1 takes off Chapter Two (§4B1.1(b) is lowered by §3E1.1 alone).
	test('§3F1.1: the outcomes are those of the other counts, and each has its range for all counts', () => {
		const { fastTrack } = answer(career);
		expect(fastTrack.outcomes.map(({ totalRange }) => totalRange)).toEqual(Array(4).fill(range(262, 327)));
		expect(fastTrack.explanation).toContain('for the other counts');
	});

	// §4B1.1, comment. (backg'd.): the table of (c)(3) corresponds to levels of category VI, and not to the level shown.
	test('§5K3.1: the range for all counts is not read from the level of the other counts', () => {
		const { fastTrack } = answer({ ...career, edition: '2018', offenseDate: '2019-02-01' });
		expect(fastTrack.outcomes[0]).not.toHaveProperty('totalRange');
		expect(fastTrack.explanation).toContain(
			'262 to 327 months, does not come from the offense level shown. The background to §4B1.1',
		);
	});

	// 18 U.S.C. § 3553(e) reaches the 10 years of § 841(b)(1)(A): with them 21/VI is 120, without 77-96.
	test('substantial assistance names the range for all counts with the minimum', () => {
		const assisted = {
			...career,
			edition: '2018',
			offenseDate: '2019-02-01',
			baseOffenseLevel: 24,
			acceptance: 3,
			statutes: ['18:922(g)', possessed, possessed, possessed],
			statutoryMinimumMonths: 120,
			statutoryMinimumRelief: 'substantial-assistance',
			careerOffender: { otherCountQualifies: false },
		};
		// Without it 77-96 and 180 months are 257-276, less than the table; with it 120 and 180 are 300.
		expect(answer(assisted).totalRange).toMatchObject(range(262, 327));
		expect(messageOf(assisted, 'substantial-assistance-range')).toContain('the range for all counts is 300 months');
	});

	test('a mild zone of the other counts leaves no option open', () => {
		const mild = {
			...career,
			baseOffenseLevel: 6,
			acceptance: 0,
			statutes: ['8:1326(a)', possessed],
			careerOffender: {},
			criminalHistoryCategory: 'II',
		};
		const { sentencingOptions, totalRange } = answer(mild);
		expect(totalRange).toMatchObject(range(360, 'life'));
		expect([sentencingOptions.zone, sentencingOptions.probation.authorized]).toEqual(['D', false]);
	});
});

/** §4B1.4 beside § 924(c), with and without §4B1.1(c). */
describe('an armed career criminal with a count under § 924(c)', () => {
	const both = { ...career, statutes: [cocaine, discharged, armedCareer] };

	// §4B1.4(b)(3)(B): 33 less 3 is more than 32 less 3; VI; 168-210, at least 180; with 120 months 300-330.
	test('who is a career offender: 30/VI, 180-210, so 300-330', () => {
		const found = answer(both);
		expect([found.offenseLevel.total, found.criminalHistoryCategory]).toEqual([30, 'VI']);
		expect(found.guidelineRange).toEqual(range(180, 210));
		expect(found.totalRange).toEqual({
			...range(300, 330),
			provisions: ['§4B1.1(c)(2)(A)', '§4B1.4(b)(3)(B)', '§4B1.4(c)(1)'],
		});
	});

	// §4B1.4(c)(1) takes the category of §4B1.1; by n.3(C)(i) it would be that of Part A: 30/V is 151-188, at least 180.
	test('by § 924(c) alone: 300-330, and both readings of the category are named', () => {
		const alone = {
			...both,
			statutes: [discharged, armedCareer],
			criminalHistoryCategory: 'V',
			baseOffenseLevel: 24,
			careerOffender: { otherCountQualifies: false },
		};
		expect(answer(alone).totalRange).toMatchObject(range(300, 330));
		expect(messageOf(alone, 'armed-career-category')).toContain('300 to 308 months for all counts');
	});

	// Before amendment 674 (b)(3)(A) applies beside § 924(c): 30 or 31 in VI; 240-270 or 248-295 with 60 months, the table 262-327.
	test('in 2003, the firearm with another crime or not: the same range for all counts, so it is given', () => {
		const in2003 = { ...both, edition: '2003', offenseDate: '2003-12-01', statutes: [cocaine, possessed, armedCareer] };
		expect(answer(in2003).totalRange).toMatchObject(range(262, 327));
		expect(codesOf(in2003)).not.toContain('armed-career-criminal');
	});

	// 33/IV is 188-235; §5G1.2(a): the five years are imposed independently.
	test('who is no career offender: the term stays apart', () => {
		const found = answer({
			...both,
			careerOffender: undefined,
			criminalHistoryCategory: 'III',
			baseOffenseLevel: 24,
			acceptance: 0,
			statutes: [possessed, armedCareer],
			sentenceImposedMonths: 200,
		});
		expect([found.totalRange, found.guidelineRange]).toEqual([undefined, range(188, 235)]);
		expect(found.sentenceImposed?.position).toBe('within');
	});
});

/**
 * §3E1.1(b): "the offense level determined prior to the operation of subsection (a)". §4B1.1(b) and §4B1.4(b) have the
 * adjustment taken off their own levels, and the table of §4B1.1(c)(3) has a 3-level reduction without any other level: so
 * where such a level applies, it is the one of §3E1.1(b), and a higher level of Chapters Two and Three lowers no range.
 */
describe('the third level of acceptance goes by the level of Chapter Four where that applies', () => {
	const offender = (baseOffenseLevel: number, document: object = {}) => ({
		edition: '2018',
		baseOffenseLevel,
		criminalHistoryCategory: 'VI',
		acceptance: 'full',
		careerOffender: { offenseStatutoryMaximumMonths: 240 },
		...document,
	});

	test.each([8, 15, 16, 26])('career offender, base level %i: 32 less 3, 151-188', (base) => {
		expect(answer(offender(base)).guidelineRange).toEqual(range(151, 188));
		expect(answer(offender(base, { acceptance: 3 })).guidelineRange).toEqual(range(151, 188));
	});

	// The other reading, by the order of §1B1.1: 32 less 2 is 168-210.
	test('the other reading is named below level 16', () => {
		expect(messageOf(offender(15), 'career-offender-third-level')).toContain(
			'level 30, category VI, 168 to 210 months',
		);
		expect(messageOf(offender(15, { acceptance: 3 }), 'career-offender-third-level')).toContain('168 to 210 months');
		expect(codesOf(offender(16))).not.toContain('career-offender-third-level');
		expect(codesOf(offender(15, { acceptance: 2 }))).not.toContain('career-offender-third-level');
	});

	// Level 12 for a maximum of 2 years bears no third level.
	test('a level of Chapter Four below 16 bears none', () => {
		const low = offender(14, { careerOffender: { offenseStatutoryMaximumMonths: 24 } });
		expect(answer(low).offenseLevel.acceptance).toBe(-2);
		expect(() => answer({ ...low, acceptance: 3 })).toThrow(expect.objectContaining({ path: '/acceptance' }));
	});

	// 33 less 3 in category IV is 135-168; the other reading 31, 151-188. The minimum of 15 years is left out here.
	test('armed career criminal', () => {
		const facts = { inConnectionWithViolenceOrDrugs: false, nationalFirearmsActFirearm: false };
		const armed = {
			edition: '2018',
			baseOffenseLevel: 14,
			criminalHistoryCategory: 'IV',
			acceptance: 3,
			armedCareerCriminal: facts,
		};
		expect(answer(armed).guidelineRange).toEqual(range(135, 168));
		expect(messageOf(armed, 'armed-career-third-level')).toContain('level 31, category IV, 151 to 188 months');
	});

	// §4B1.1(b): "decrease the offense level by the number of levels corresponding to that adjustment".
	test('acceptance given in levels would not come off the level of §4B1.1, so it is refused', () => {
		const inLevels = { acceptance: 0, adjustments: [{ levels: -3, provision: '§3E1.1' }] };
		expect(() => answer(offender(20, inLevels))).toThrow(
			expect.objectContaining({ code: 'disagrees', path: '/adjustments/0' }),
		);
	});

	test('a higher level of Chapters Two and Three never lowers the range', () => {
		for (const careerOffender of [24, 60, 120, 180, 240, 300].map((months) => ({
			offenseStatutoryMaximumMonths: months,
		}))) {
			const lows = Array.from(
				{ length: 43 },
				(_, index) => answer(offender(index + 1, { careerOffender })).guidelineRange.minimumMonths,
			);
			for (const [index, low] of lows.entries()) {
				if (index > 0 && low !== 'life') expect(low).toBeGreaterThanOrEqual(lows[index - 1] as number);
			}
		}
	});
});

/** §1B1.10(b)(1): the range that would have applied; for a career offender with a count under § 924(c) that of §4B1.1(c). */
describe('a reduction beside the range for all counts', () => {
	const amended = (document: object) =>
		answer({
			...career,
			edition: '2018',
			offenseDate: '2019-02-01',
			criminalHistoryCategory: undefined,
			criminalHistoryPoints: 13,
			statutes: ['18:922(g)', possessed],
			careerOffender: { otherCountQualifies: false },
			reduction: { amendment: '821A', orderDate: '2024-03-01', criminalHistoryPoints: 11 },
			...document,
		});

	// 20 less 3: 51-63 in VI, 46-57 in V; the table has 262-327 either way.
	test('the table stays, so the range is not lowered', () => {
		const { reduction } = amended({ baseOffenseLevel: 20, sentenceImposedMonths: 300 });
		expect(reduction).toMatchObject({ originalRange: range(262, 327), lowersRange: false, authorized: false });
		expect(reduction?.amended.range).toEqual(range(262, 327));
	});

	// 34 less 3: 188-235 in VI, 168-210 in V; with three terms of 60 months 368-415 and 348-390.
	test('the range of the other counts with the term falls with theirs', () => {
		const three = ['18:922(g)', possessed, possessed, possessed];
		const { reduction, warnings } = amended({ baseOffenseLevel: 34, statutes: three, sentenceImposedMonths: 368 });
		expect(reduction).toMatchObject({ originalRange: range(368, 415), authorized: true, lowestTermMonths: 348 });
		expect(reduction?.amended.range).toEqual(range(348, 390));
		expect(warnings.map(({ code }) => code)).not.toContain('reduction-consecutive-term');
	});
});
