import { describe, expect, test } from 'vitest';
import { categories } from '../../src/case/category.ts';
import { calculate, parseCase } from '../../src/index.ts';

const rowsOf = (document: object) =>
	calculate(parseCase({ edition: '2018', criminalHistoryCategory: 'I', ...document }), { sensitivity: true })
		.sensitivity ?? [];
const range = (minimumMonths: number, maximumMonths: number | 'life') => ({ minimumMonths, maximumMonths });
const worthOf = (rows: ReturnType<typeof rowsOf>) =>
	rows.map(({ offenseLevel, cells }) => [offenseLevel, ...new Set(cells.map(({ oneLevelLess }) => oneLevelLess))]);

/** §3A1.4: 12 levels, at least 32, and category VI (2025 Manual p. 331). Level 32 in VI is 210-262, 33 is 235-293. */
describe('what an argued level or category is worth beside §3A1.4', () => {
	const rows = rowsOf({ baseOffenseLevel: 14, chapterThree: ['§3A1.4'] });

	test('nothing at or below the least level, in any category', () => {
		const below = rows.filter(({ offenseLevel }) => offenseLevel <= 32);
		expect(below.map(({ offenseLevel }) => offenseLevel)).toEqual([28, 29, 30, 31, 32]);
		for (const { cells } of below) {
			expect(cells.map(({ criminalHistoryCategory }) => criminalHistoryCategory)).toEqual([...categories]);
			for (const cell of cells) expect(cell).toMatchObject({ range: range(210, 262), oneLevelLess: 'none' });
		}
	});

	test('above it the table decides, in category VI', () => {
		const row = rows.find(({ offenseLevel }) => offenseLevel === 33);
		for (const cell of row?.cells ?? []) {
			expect(cell).toMatchObject({ range: range(235, 293), oneLevelLess: 'lowers-range' });
		}
	});

	test('what follows on Part A moves the least level with it: 32 less 2 (§3B1.2) and 3 (§3E1.1) is 27', () => {
		const moved = rowsOf({ baseOffenseLevel: 14, acceptance: 3, chapterThree: ['§3A1.4', '§3B1.2(b)'] });
		// Level 27 in category VI: 130-162.
		expect(moved[0]?.cells[0]?.range).toEqual(range(130, 162));
		expect(worthOf(moved)).toEqual([
			...[23, 24, 25, 26, 27].map((level) => [level, 'none']),
			...[28, 29, 30, 31].map((level) => [level, 'lowers-range']),
		]);
	});

	test('levels above the least one are worth something', () => {
		// 26 and 12 is 38; in category VI levels 37 to 43 are 360 to life or life: one level less matters at 37 and 43 alone.
		const higher = rowsOf({ baseOffenseLevel: 26, chapterThree: ['§3A1.4'] });
		expect(worthOf(higher)).toEqual([
			...[34, 35, 36, 37].map((level) => [level, 'lowers-range']),
			...[38, 39, 40, 41, 42].map((level) => [level, 'none']),
		]);
	});
});

/** §3A1.5(b): 4 levels, and at least 37 where death resulted; it says nothing of the category. */
test('beside §3A1.5(b) the least level holds in each category of its own: 37 is 210-262 in I and 360-life in VI', () => {
	const rows = rowsOf({ baseOffenseLevel: 28, chapterThree: ['§3A1.5(b)(1)'] });
	for (const { cells } of rows.filter(({ offenseLevel }) => offenseLevel <= 37)) {
		expect(cells[0]).toMatchObject({ range: range(210, 262), oneLevelLess: 'none' });
		expect(cells.at(-1)).toMatchObject({ range: range(360, 'life'), oneLevelLess: 'none' });
	}
	const above = rows.find(({ offenseLevel }) => offenseLevel === 38);
	expect(above?.cells[0]).toMatchObject({ range: range(235, 293), oneLevelLess: 'lowers-range' });
});
