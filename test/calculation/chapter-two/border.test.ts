import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/calculation/calculate.ts';
import { parseCase } from '../../../src/case/parse.ts';
import { bundledLaw } from '../../../src/law/bundled.ts';

/**
 * §§2L1.1, 2L2.1, 2L2.2 and 2L2.5, worked by hand from the amendments named beside each line (Appendix C) and from the
 * Manuals of 2016 and 2025: the edition, the facts, and the level after the specific offense characteristics.
 */
const levelIn = (edition: string, guideline: string, offense: object, more: object = {}) =>
	calculate(parseCase({ edition, guideline, offense, criminalHistoryCategory: 'I', ...more }), bundledLaw).offenseLevel
		.total;

type Line = [amendment: string, edition: string, offense: Record<string, unknown>, level: number];

const smuggling: Line[] = [
	['35: 6 before January 15, 1988', '1987-11-01', {}, 6],
	['35: for profit, 3 more', '1987-11-01', { forProfit: true }, 9],
	['335: with knowledge, 3 more', '1987-11-01', { forProfit: false, knewExcludable: true }, 9],
	['36: convicted before, 2 more', '1987-11-01', { priorSmugglingConviction: true }, 8],
	['35: 9 since', '1988-01-15', {}, 9],
	['35: neither profit nor knowledge, 3 less', '1988-01-15', { forProfit: false, knewExcludable: false }, 6],
	['35: knowledge, nothing less', '1988-01-15', { forProfit: false, knewExcludable: true }, 9],
	['36: convicted before', '1988-01-15', { priorSmugglingConviction: true }, 11],
	[
		'192: deported before, at least 8',
		'1989-11-01',
		{ forProfit: false, knewExcludable: false, deportedBefore: true },
		8,
	],
	['192: a higher level stays', '1989-11-01', { deportedBefore: true }, 9],
	['335: knowledge is no condition', '1990-11-01', { forProfit: false }, 6],
	['375: 20 under § 1327', '1991-11-01', { deportedAfterAggravatedFelony: true }, 20],
	['375: nothing less at 20', '1991-11-01', { deportedAfterAggravatedFelony: true, forProfit: false }, 20],
	['375: 9 otherwise', '1991-11-01', { forProfit: false }, 6],
	['450: 5 aliens', '1992-11-01', { aliens: 5 }, 9],
	['450: 6 aliens', '1992-11-01', { aliens: 6 }, 11],
	['450: 24 aliens', '1992-11-01', { aliens: 24 }, 11],
	['450: 25 aliens', '1992-11-01', { aliens: 25 }, 13],
	['450: 99 aliens', '1992-11-01', { aliens: 99 }, 13],
	['450: 100 aliens', '1992-11-01', { aliens: 100 }, 15],
	['543: 23 under § 1327', '1997-05-01', { deportedAfterAggravatedFelony: true }, 23],
	['543: 12, spouse or child', '1997-05-01', { onlySpouseOrChild: true }, 9],
	['543: 6 aliens', '1997-05-01', { aliens: 6 }, 15],
	['543: 25 aliens', '1997-05-01', { aliens: 25 }, 18],
	['543: 100 aliens', '1997-05-01', { aliens: 100 }, 21],
	['543: one immigration felony', '1997-05-01', { immigrationFelonies: 1 }, 14],
	['543: two immigration felonies', '1997-05-01', { immigrationFelonies: 2 }, 16],
	['543: weapon possessed, at least 18', '1997-05-01', { weapon: true }, 18],
	['543: weapon possessed, 17 and 2', '1997-05-01', { aliens: 6, immigrationFelonies: 1, weapon: true }, 19],
	['543: weapon used, at least 20', '1997-05-01', { weapon: true, weaponUsed: true }, 20],
	['543: firearm discharged, at least 22', '1997-05-01', { weaponUsed: true, firearmDischarged: true }, 22],
	['543: risk, at least 18', '1997-05-01', { substantialRisk: true }, 18],
	['543: risk after a weapon', '1997-05-01', { weapon: true, substantialRisk: true }, 20],
	['543: bodily injury', '1997-05-01', { injury: 'bodily' }, 14],
	['543: serious', '1997-05-01', { injury: 'serious' }, 16],
	['543: permanent', '1997-05-01', { injury: 'permanent-or-life-threatening' }, 18],
	['543: death, 8', '1997-05-01', { injury: 'death' }, 20],
	['692: death, 10', '2006-11-01', { injury: 'death' }, 22],
	['692: 25 under § 1327', '2006-11-01', { inadmissibleOnSecurityGrounds: true }, 25],
	['702: the misprint of 2006 corrected', '2006-11-01', { forProfit: false }, 9],
	['692: minor alone, 2', '2006-11-01', { unaccompaniedMinor: true }, 14],
	['692: detained, at least 18', '2006-11-01', { detained: true }, 18],
	['802: minor alone, 4', '2016-11-01', { unaccompaniedMinor: true }, 16],
	['Manual of 2025', '2025-11-01', { aliens: 24, weapon: true }, 18],
	['Manual of 2025', '2025-11-01', { aliens: 25, weapon: true, unaccompaniedMinor: true }, 24],
];

test.each(smuggling)('§2L1.1, amendment %s: %s, %j is level %i', (_, edition, offense, level) => {
	expect(levelIn(edition, '2L1.1', offense)).toBe(level);
});

describe('§2L1.1: what more than facts decides', () => {
	test.each([
		['2009-11-01', 'adult', ['§3B1.1(c)'], 12 + 2 + 2],
		['2009-11-01', 'under-18', ['§3B1.1(c)'], 12 + 6 + 2],
		['2009-11-01', 'under-18', [], 12],
	])(
		'amendment 730: %s, harboring for prostitution (%s), role %j',
		(edition, harboringForProstitution, chapterThree, level) => {
			expect(levelIn(edition, '2L1.1', { harboringForProstitution }, { chapterThree })).toBe(level);
		},
	);

	test('amendment 730: (b)(8)(B) named alone asks which of its two levels, and a fact decides', () => {
		const more = { enhancements: ['(b)(8)(B)'], chapterThree: ['§3B1.1(c)'] };
		expect(() => levelIn('2018', '2L1.1', {}, more)).toThrow(expect.objectContaining({ code: 'facts-missing' }));
		expect(levelIn('2018', '2L1.1', { harboringForProstitution: 'under-18' }, more)).toBe(20);
	});

	test('amendment 543: felonies of the priors count, each from a day of its own', () => {
		const prior = (sentencedOn: string) => ({
			grade: 'felony',
			kinds: ['alien-smuggling'],
			conductFrom: '2009-01-01',
			sentencedOn,
			sentence: '6 months',
			releasedOn: '2012-01-01',
		});
		const instantOffense = { commencedOn: '2017-01-01', endedOn: '2017-01-02', underCriminalJusticeSentence: false };
		const level = (...days: string[]) =>
			levelIn('2018', '2L1.1', {}, { priors: days.map(prior), instantOffense, criminalHistoryCategory: undefined });
		expect(level('2010-01-01')).toBe(14);
		expect(level('2010-01-01', '2011-01-01')).toBe(16);
	});
});

const documents: Line[] = [
	['195: 6 before November 1, 1989', '1987-11-01', {}, 6],
	['195: for profit, 3 more', '1987-11-01', { forProfit: true }, 9],
	['195: 9 since', '1989-11-01', {}, 9],
	['195: not for profit', '1989-11-01', { forProfit: false }, 6],
	['450: 5 sets', '1992-11-01', { documents: 5 }, 9],
	['450: 6 sets', '1992-11-01', { documents: 6 }, 11],
	['450: 25 sets', '1992-11-01', { documents: 25 }, 13],
	['450: 100 sets', '1992-11-01', { documents: 100 }, 15],
	['524: for a felony', '1995-11-01', { passportForFelony: true }, 13],
	['544: 11 since May 1, 1997', '1997-05-01', {}, 11],
	['544: spouse or child', '1997-05-01', { onlySpouseOrChild: true }, 8],
	['544: 24 documents', '1997-05-01', { documents: 24 }, 14],
	['544: 99 documents', '1997-05-01', { documents: 99 }, 17],
	['544: 100 documents', '1997-05-01', { documents: 100 }, 20],
	['544: two immigration felonies', '1997-05-01', { immigrationFelonies: 2 }, 15],
	['692: United States passport', '2006-11-01', { usPassport: true, foreignPassport: true }, 15],
	['692: foreign passport', '2006-11-01', { foreignPassport: true }, 13],
];

test.each(documents)('§2L2.1, amendment %s: %s, %j is level %i', (_, edition, offense, level) => {
	expect(levelIn(edition, '2L2.1', offense)).toBe(level);
});

const ownUse: Line[] = [
	['544: 6 before May 1, 1997', '1987-11-01', {}, 6],
	['196: deported before', '1989-11-01', { deportedBefore: true }, 8],
	['544: 8 since', '1997-05-01', {}, 8],
	['544: one immigration felony', '1997-05-01', { immigrationFelonies: 1 }, 10],
	['671: United States passport', '2004-11-01', { usPassport: true }, 12],
	['692: foreign passport', '2006-11-01', { foreignPassport: true }, 10],
	['765: membership, at least 13', '2012-11-01', { concealed: 'membership' }, 13],
	['765: incitement to genocide', '2012-11-01', { concealed: 'incitement-to-genocide' }, 14],
	['765: another offense, at least 25', '2012-11-01', { concealed: 'other-offense' }, 25],
];

test.each(ownUse)('§2L2.2, amendment %s: %s, %j is level %i', (_, edition, offense, level) => {
	expect(levelIn(edition, '2L2.2', offense)).toBe(level);
});

test.each(['1987-11-01', '2025-11-01'])('§2L2.5 in %s: 6', (edition) => {
	expect(levelIn(edition, '2L2.5', {})).toBe(6);
});

describe('several counts (§§3D1.2 to 3D1.4)', () => {
	const withCount = (count: object, more: object = {}) =>
		calculate(
			parseCase({ edition: '2018', guideline: '2L1.1', criminalHistoryCategory: 'I', otherGroups: [count], ...more }),
			bundledLaw,
		).offenseLevel.total;

	test('§3D1.2(d): counts of smuggling are one Group, and their aliens are added up', () => {
		expect(() => withCount({ guideline: '2L1.1', offense: { aliens: 6 }, sameHarm: false })).toThrow(
			expect.objectContaining({ code: 'counts-added-up', path: '/otherGroups/0' }),
		);
	});

	// §3D1.4(c): a Group 9 or more levels less serious is disregarded, and grouped it does not raise the level either.
	test('nothing is asked where either answer gives the same level', () => {
		expect(withCount({ guideline: '2L2.2' }, { enhancements: ['(b)(2)(C)'] })).toBe(21);
		expect(() => withCount({ guideline: '2L2.2', offense: { usPassport: true } })).toThrow(/sameHarm/);
	});

	test('§2L1.2 is held, and worked out as the guideline of the case', () => {
		expect(() => withCount({ guideline: '2L1.2' })).toThrow(/only as the guideline of the case itself/);
		expect(() => withCount({ guideline: '2B1.1' })).toThrow(/is not held in this edition/);
	});

	// §3D1.2, comment. (n.2): unlawful entry and false evidence of citizenship are grouped. §2L1.2 8, §2L2.2 8: 10 or 8.
	test('two immigration counts said to be of separate harms: both levels', () => {
		const doubt = (sameHarm: boolean, guideline = '2L1.2') =>
			calculate(
				parseCase({
					...{ edition: '2018', guideline, criminalHistoryCategory: 'II' },
					otherGroups: [{ guideline: '2L2.2', sameHarm }],
				}),
				bundledLaw,
			).warnings.find(({ code }) => code === 'same-harm-doubtful')?.message;
		expect(doubt(false)).toContain('the combined level before acceptance is 10');
		expect(doubt(false)).toContain('If they are grouped, the level is 8');
		expect(doubt(true)).toBeUndefined();
	});

	test('whether two counts are one harm is asked', () => {
		expect(() => withCount({ guideline: '2L2.1' })).toThrow(
			expect.objectContaining({ code: 'facts-missing', path: '/otherGroups/0/sameHarm' }),
		);
	});

	test('§3D1.3(a): of one harm, the highest level; §3D1.4: otherwise Units', () => {
		// §2L1.1 is 12; §2L2.2 is 8, with a United States passport 12; two Units add 2, one and a half add 1.
		expect(withCount({ guideline: '2L2.2', sameHarm: true })).toBe(12);
		expect(
			withCount({ guideline: '2L2.2', offense: { usPassport: true, immigrationFelonies: 1 }, sameHarm: true }),
		).toBe(14);
		expect(withCount({ guideline: '2L2.2', offense: { usPassport: true }, sameHarm: false })).toBe(14);
		expect(withCount({ guideline: '2L2.5', sameHarm: false })).toBe(13);
	});
});
