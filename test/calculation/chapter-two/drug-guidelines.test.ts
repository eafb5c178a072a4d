import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/calculation/calculate.ts';
import { parseCase } from '../../../src/case/parse.ts';
import { bundledLaw } from '../../../src/law/bundled.ts';
import { provisionsOf } from '../../../src/law/editions.ts';

/**
 * The base offense levels of §§2D1.1 and 2D2.1 and the mitigating role cap, worked by hand from the amendments named
 * beside each line (Appendix C) and from the Manuals of 2016 and 2025.
 */
const levelIn = (edition: string, more: object) =>
	calculate(parseCase({ edition, guideline: '2D1.1', criminalHistoryCategory: 'I', ...more }), bundledLaw).offenseLevel
		.total;

/** The least heroin that is of a level in the Drug Quantity Table of an edition. */
function heroinOf(level: number, edition: string): object[] {
	const column = provisionsOf(bundledLaw, edition)['drug-quantity'].columns.find(
		({ substance }) => substance === 'heroin',
	);
	const row = column?.rows.find((one) => one.level === level);
	return [{ substance: 'heroin', quantity: `${row?.from} g` }];
}

const minimal = ['§3B1.2(a)'];
const minor = ['§3B1.2(b)'];

describe('base offense level of §2D1.1(a), apart from the Drug Quantity Table', () => {
	test.each<[why: string, edition: string, offense: object, level: number]>([
		['123: death, similar drug prior', '1987-11-01', { deathOrInjury: true, similarPrior: true }, 43],
		['123: death', '1987-11-01', { deathOrInjury: true, onlyLesserSubstances: false }, 38],
		['123: death, similar prior', '1989-11-01', { deathOrInjury: true, similarPrior: true }, 43],
		['123: death', '1989-11-01', { deathOrInjury: true, similarPrior: false }, 38],
		['123: death', '2007-11-01', { deathOrInjury: true }, 38],
		['727: Schedule III', '2009-11-01', { deathOrInjuryScheduleIII: true, similarPrior: false }, 26],
		['727: Schedule III, prior', '2018-11-01', { deathOrInjuryScheduleIII: true, similarPrior: true }, 30],
		['817: qualifying prior', '2023-11-01', { deathOrInjury: true, qualifyingPrior: true }, 43],
		['817: none', '2023-11-01', { deathOrInjury: true, qualifyingPrior: false }, 38],
		['817: Schedule III, prior', '2023-11-01', { deathOrInjuryScheduleIII: true, qualifyingPrior: true }, 30],
		['2025 Manual: life', '2025-11-01', { mandatoryLife: true }, 43],
		['2025 Manual: 20 years to life', '2025-11-01', { twentyYearsToLife: true }, 38],
		['2025 Manual: at most 30 years', '2025-11-01', { thirtyYearMaximum: true }, 30],
		['2025 Manual: at most 15 years', '2025-11-01', { fifteenYearMaximum: true }, 26],
		['the greatest', '2024-11-01', { thirtyYearMaximum: true, fifteenYearMaximum: true }, 30],
	])('%s (%s): %j %i', (_why, edition, offense, level) => {
		expect(levelIn(edition, { offense })).toBe(level);
	});

	test('123: in 1987 a death from a lesser substance alone leaves the level of the table', () => {
		const offense = { deathOrInjury: true, similarPrior: false, onlyLesserSubstances: true };
		expect(levelIn('1987-11-01', { baseOffenseLevel: 20, offense })).toBe(20);
	});

	test('the greatest applies: 90 kg of heroin is level 38, (a)(4) is 26', () => {
		const drugs = [{ substance: 'heroin', quantity: '90 kg' }];
		expect(levelIn('2025-11-01', { drugs, offense: { fifteenYearMaximum: true } })).toBe(38);
	});

	test('the role cap is of the table alone: (a)(2) less 2 for a minor role', () => {
		expect(levelIn('2025-11-01', { offense: { twentyYearsToLife: true }, chapterThree: minor })).toBe(36);
	});
});

describe('mitigating role cap (§2D1.1(a)(5), before November 1, 2009 (a)(3))', () => {
	type Pair = [table: number, capped: number];
	test.each<[amendment: string, edition: string, role: string[], ...levels: Pair[]]>([
		['none before 640', '2001-11-01', minimal, [38, 38], [36, 36], [32, 32]],
		['640: at most 30', '2002-11-01', minor, [38, 30], [36, 30], [34, 30], [32, 30], [30, 30], [28, 28]],
		['640: the same', '2002-11-01', minimal, [38, 30], [32, 30], [30, 30]],
		['668: 4, 3 and 2', '2004-11-01', minor, [38, 34], [36, 33], [34, 31], [32, 30], [30, 30]],
		['668: the same', '2004-11-01', minimal, [38, 34], [36, 33], [34, 31], [32, 30]],
		['727: (a)(5)', '2009-11-01', minimal, [38, 34], [36, 33], [32, 30]],
		['748: minor', '2010-11-01', minor, [38, 34], [36, 33], [34, 31], [32, 30], [30, 30]],
		['748: minimal, at most 32', '2010-11-01', minimal, [38, 32], [36, 32], [34, 31], [32, 30], [30, 30]],
		['2016 Manual: minor', '2014-11-01', minor, [38, 34], [36, 33], [34, 31], [32, 30], [30, 30]],
		['2016 Manual: minimal', '2014-11-01', minimal, [38, 32], [36, 32], [34, 31], [32, 30], [30, 30]],
		['833 not yet', '2024-11-01', minimal, [38, 32], [36, 32], [34, 31], [32, 30]],
		['833: minor', '2025-11-01', minor, [38, 32], [36, 32], [34, 31], [32, 30], [30, 30]],
		['833: minimal, at most 30', '2025-11-01', minimal, [38, 30], [36, 30], [34, 30], [32, 30], [30, 30]],
	])('%s (%s, %j)', (_amendment, edition, role, ...levels) => {
		const reduction = role === minimal ? 4 : 2;
		const capped = (table: number) =>
			levelIn(edition, { drugs: heroinOf(table, edition), chapterThree: role }) + reduction;
		expect(levels.map(([table]): Pair => [table, capped(table)])).toEqual(levels);
	});

	test('no role, no cap', () => {
		expect(levelIn('2025-11-01', { drugs: heroinOf(38, '2025-11-01') })).toBe(38);
	});
});

describe('simple possession (§2D2.1(a))', () => {
	test.each([
		['24: LSD with the opiates', '1987-11-01', 'lsd', 8],
		['24: LSD with cocaine', '1988-01-15', 'lsd', 6],
		['321: cocaine base', '1990-11-01', 'cocaine-base', 8],
		['556: not yet', '1995-11-01', 'flunitrazepam', 4],
		['556: flunitrazepam', '1997-11-01', 'flunitrazepam', 6],
		['558: a list I chemical', '1997-11-01', 'list-i-chemical', 4],
		['2025 Manual', '2025-11-01', 'heroin', 8],
		['2025 Manual', '2025-11-01', 'pcp', 6],
		['2025 Manual', '2025-11-01', 'other', 4],
	])('%s (%s): %s, %i', (_amendment, edition, substance, level) => {
		expect(levelIn(edition, { guideline: '2D2.1', offense: { substance } })).toBe(level);
	});

	test('asks which substance', () => {
		expect(() => levelIn('2025-11-01', { guideline: '2D2.1' })).toThrow(/base offense level/);
	});
});
