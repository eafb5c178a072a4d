import { describe, expect, test } from 'vitest';
import { categories } from '../../src/case/category.ts';
import { calculate, parseCase } from '../../src/index.ts';

/**
 * §4B1.1(b): the level of its table applies where it is greater than the one otherwise applicable, and the category is VI in
 * every case. Level 32 for 20 years, less 3: level 29, 151-188.
 */
const career = { edition: '2018', acceptance: 3, careerOffender: { offenseStatutoryMaximumMonths: 240 } };
const rowsOf = (document: object) =>
	calculate(parseCase({ ...career, ...document }), { sensitivity: true }).sensitivity ?? [];
const range = (minimumMonths: number, maximumMonths: number) => ({ minimumMonths, maximumMonths });

describe('what an argued level or category is worth to a career offender', () => {
	const rows = rowsOf({ baseOffenseLevel: 20, criminalHistoryCategory: 'III' });

	test('nothing at or below the level of §4B1.1, in any category', () => {
		const below = rows.filter(({ offenseLevel }) => offenseLevel <= 29);
		expect(below.map(({ offenseLevel }) => offenseLevel)).toEqual([25, 26, 27, 28, 29]);
		for (const { range: found, oneLevelLess, zoneChanges } of below.flatMap(({ cells }) => cells)) {
			expect({ found, oneLevelLess, zoneChanges }).toEqual({
				found: range(151, 188),
				oneLevelLess: 'none',
				zoneChanges: false,
			});
		}
	});

	test('above it the table decides, in category VI: level 30 is 168-210', () => {
		const row = rows.find(({ offenseLevel }) => offenseLevel === 30);
		expect(row?.cells.map(({ criminalHistoryCategory }) => criminalHistoryCategory)).toEqual([...categories]);
		for (const cell of row?.cells ?? []) {
			expect(cell).toMatchObject({ range: range(168, 210), oneLevelLess: 'lowers-range' });
		}
	});

	test('a level above that of §4B1.1 is worth something', () => {
		const higher = rowsOf({ baseOffenseLevel: 36, criminalHistoryCategory: 'VI' });
		const worth = (from: number) =>
			higher
				.filter(({ offenseLevel }) => offenseLevel >= from)
				.flatMap(({ cells }) => cells.map(({ oneLevelLess }) => oneLevelLess));
		// Level 33, from 29 to 37; 38 and above are the same range of category VI as 37.
		expect(worth(30)).not.toContain('none');
		expect(worth(29)).toContain('none');
	});
});
