import { describe, expect, test } from 'vitest';
import { type Category, categories } from '../../src/case/category.ts';
import type { Months } from '../../src/case/months.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { editionNamed, editionOn } from '../../src/law/editions.ts';
import { rowsOf, timedIn } from '../../src/law/guidelines.ts';
import { cellAt } from '../../src/law/sentencing-table.ts';
import type { Cell } from '../../src/result/result.ts';
import * as second from '../oracle/sentencing-table.ts';

/**
 * The effective dates of amendments: each November 1 on which amendments took effect, and the other days named in
 * the prefaces of Appendix C. No amendments took effect on November 1 of 1988, 1999, 2017, 2019, 2020, 2021 or 2022.
 */
const novembers = Array.from({ length: 2025 - 1987 + 1 }, (_, index) => 1987 + index)
	.filter((year) => ![1988, 1999, 2017, 2019, 2020, 2021, 2022].includes(year))
	.map((year) => `${year}-11-01`);
const otherDays = [
	...['1988-01-15', '1988-06-15', '1988-10-15', '1991-11-27', '1994-09-23', '1997-05-01', '2000-05-01', '2000-12-16'],
	...['2001-05-01', '2003-01-25', '2003-04-30', '2003-05-30', '2003-10-27', '2003-11-05', '2005-10-24', '2006-03-27'],
	...['2006-09-12', '2007-05-01', '2008-02-06', '2008-03-03', '2008-05-01', '2016-08-01'],
];
const takenEffect = [...novembers, ...otherDays].sort();
/** Through this day the list above is whole; what takes effect later is read twice in test/second-reading. */
const lastDay = '2025-12-31';

/** Every day from one to another, both among them. */
function* days(from: string, to: string): Generator<string> {
	for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000)
		yield new Date(time).toISOString().slice(0, 10);
}

describe('the calendar of editions', () => {
	test('every day from November 1, 1987 to December 31, 2025 has one edition: the last to take effect', () => {
		const starts = new Set(takenEffect);
		let current = '';
		let count = 0;
		for (const day of days('1987-11-01', lastDay)) {
			if (starts.has(day)) current = day;
			const { effectiveDate, verified } = editionOn(bundledLaw, day, '', '');
			if (effectiveDate !== current || !verified) {
				expect({ day, effectiveDate, verified }).toEqual({ day, effectiveDate: current, verified: true });
			}
			count++;
		}
		// 38 years with ten leap days (1988 to 2024), then November and December of 2025.
		expect(count).toBe(38 * 365 + 10 + 30 + 31);
	});

	test('no day twice, and none before the first Manual', () => {
		const dates = bundledLaw.editions.editions.map((edition) => edition.effectiveDate);
		expect(dates.filter((day) => day <= lastDay)).toEqual(takenEffect);
		expect(dates).toEqual([...new Set(dates)].sort());
		expect(() => editionOn(bundledLaw, '1987-10-31', '', '')).toThrow('before the first Guidelines Manual');
	});

	test.each([
		['1988', '1988-10-15'],
		['1999', '1998-11-01'],
		['2003', '2003-11-01'],
		['2017', '2016-11-01'],
		['2021', '2018-11-01'],
		['2022', '2018-11-01'],
	])('the year %s names the edition of %s', (year, effectiveDate) => {
		expect(editionNamed(bundledLaw, year).effectiveDate).toBe(effectiveDate);
	});

	test('what changes in the Guidelines changes with an edition, and each provision is there from the first', () => {
		const dates = new Set(bundledLaw.editions.editions.map((edition) => edition.effectiveDate));
		for (const [name, versions] of Object.entries(bundledLaw.tables)) {
			const ofGuidelines = versions.filter((version) => !version.provision.includes('U.S.C.'));
			for (const version of ofGuidelines) {
				expect(dates.has(version.effectiveDate), `${name}/${version.effectiveDate}.json`).toBe(true);
			}
			if (ofGuidelines.length > 0)
				expect(versions[0]?.effectiveDate, `${name}: an edition without it has no answer`).toBe('1987-11-01');
		}
	});
});

const tables = bundledLaw.tables['sentencing-table'];
const levels = Array.from({ length: 43 }, (_, index) => index + 1);
const number = (months: Months): number => (months === 'life' ? Number.POSITIVE_INFINITY : months);

test('the Sentencing Table changed on November 1 of 1989 (am. 270), 1992 (am. 462) and 2010 (am. 738), and at no other time', () => {
	expect(tables.map((table) => table.effectiveDate)).toEqual(['1987-11-01', '1989-11-01', '1992-11-01', '2010-11-01']);
});

for (const table of tables) {
	const cells = levels.flatMap((level) =>
		categories.map((category): [number, Category, Cell] => [level, category, cellAt(table, level, category)]),
	);

	describe(`the Sentencing Table of ${table.effectiveDate}`, () => {
		test('equals the second transcription, cell by cell', () => {
			expect(cells).toHaveLength(258);
			for (const [level, category, { zone, ...range }] of cells) {
				const printed = second.cell(table.effectiveDate, level, category);
				const where = `level ${level}, category ${category}: test/oracle/sentencing-table.ts has another cell (tables/README.md, step 7)`;
				expect({ ...range, zone }, where).toEqual({
					...printed,
					zone: second.zone(table.effectiveDate, printed),
				});
			}
		});

		test('rises with the level and with the category', () => {
			const at = (level: number, column: number): Cell => cellAt(table, level, categories[column] as Category);
			for (const [level, category, cell] of cells) {
				const column = categories.indexOf(category);
				for (const next of [
					...(level < 43 ? [at(level + 1, column)] : []),
					...(column < 5 ? [at(level, column + 1)] : []),
				]) {
					expect(number(next.minimumMonths), `${level} ${category}`).toBeGreaterThanOrEqual(number(cell.minimumMonths));
					expect(number(next.maximumMonths), `${level} ${category}`).toBeGreaterThanOrEqual(number(cell.maximumMonths));
				}
			}
		});

		test('no range is wider than the greater of six months or a quarter of its minimum (28 U.S.C. § 994(b)(2)), and none narrower', () => {
			const bounded = cells.filter(([, , { minimumMonths: low }]) => typeof low === 'number' && low >= 1 && low <= 324);
			expect(bounded.length).toBeGreaterThan(200);
			for (const [level, category, { minimumMonths, maximumMonths }] of bounded) {
				const low = number(minimumMonths);
				expect(maximumMonths, `${level} ${category}`).toBe(Math.max(low + 6, Math.floor(1.25 * low)));
			}
		});

		test('stands in the zones that the amendments draw by the minimum', () => {
			for (const [level, category, { minimumMonths, zone }] of cells) {
				expect(zone, `${level} ${category}`).toBe(zoneOf(table.effectiveDate, number(minimumMonths)));
			}
		});
	});
}

/** Zones by the minimum of the range, in months: none before amendment 462 (1992); amendment 738 (2010) moved B and C. */
function zoneOf(effectiveDate: string, minimum: number): string | null {
	if (effectiveDate < '1992-11-01') return null;
	const [lastOfB, lastOfC] = effectiveDate < '2010-11-01' ? [6, 10] : [9, 12];
	if (minimum === 0) return 'A';
	if (minimum <= lastOfB) return 'B';
	return minimum <= lastOfC ? 'C' : 'D';
}

// An id may change its rule from one Manual to the next, and an id is carried to another Manual where its words are the same.
test('under one id, characteristics that apply on different conditions have different words', () => {
	const same = new Map<string, string>();
	for (const version of bundledLaw.guidelines['2L1.2'] ?? []) {
		const { effectiveDate } = version;
		for (const row of version.inForce ? rowsOf(version) : []) {
			const key = `${row.id} ${row.description}`;
			const conditions = JSON.stringify(timedIn(row).map(({ timing }) => timing));
			expect([effectiveDate, key, same.get(key) ?? conditions]).toEqual([effectiveDate, key, conditions]);
			same.set(key, conditions);
		}
	}
});
