import { expect, test } from 'vitest';
import { answer, codesOf, refusal } from './rap-sheet.ts';

const base = { edition: '2024', baseOffenseLevel: 20, criminalHistoryCategory: 'I' };
const withLevels = (levels: number, provision: string) => ({ ...base, adjustments: [{ levels, provision }] });

/** Chapter Three, Parts A to C, raises the level but for §3B1.2, which lowers it; so does §4C1.1(a). */
test.each([
	[-2, '§3C1.1'],
	[-2, '3A1.1(b)(1)'],
	[-4, '§3B1.1(a)'],
	[2, '§3B1.2(b)'],
	[4, 'USSG §3B1.2'],
	[2, '§4C1.1'],
	[2, '3b1.2'],
	[-2, '§ 3C1.1'],
])('%i levels under %s go against the provision', (levels, provision) => {
	expect(refusal(withLevels(levels, provision))).toMatchObject({ code: 'disagrees', path: '/adjustments/0/levels' });
});

test.each([
	[2, '§3C1.1'],
	[-3, '§3B1.2'],
	[-2, '§2D1.1(b)(18)'],
	[0, '§3C1.1'],
	[-2, '§5H1.6'],
])('%i levels under %s do not', (levels, provision) => {
	expect(answer(withLevels(levels, provision)).offenseLevel.total).toBe(20 + levels);
});

// One provision in any spelling: §3E1.1 is not counted a second time.
test('levels of acceptance under its section in small letters are counted twice', () => {
	const document = { ...withLevels(-3, '3e1.1'), acceptance: 3 };
	expect(refusal(document).path).toBe('/adjustments/0');
});

test('before November 1, 2023 there is no §4C1.1 to go against', () => {
	expect(codesOf({ ...withLevels(2, '§4C1.1'), edition: '2021' })).not.toContain('disagrees');
});
