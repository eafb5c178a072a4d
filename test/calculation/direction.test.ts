import { expect, test } from 'vitest';
import { answer, codesOf, refusal } from './rap-sheet.ts';

const base = { edition: '2024', baseOffenseLevel: 20, criminalHistoryCategory: 'I' };
const withLevels = (levels: number, provision: string) => ({ ...base, adjustments: [{ levels, provision }] });

/** Chapter Three, Parts A to C, raises the level but for §3B1.2, which lowers it; so do §§3E1.1 and 4C1.1(a). */
test.each([
	[-2, '§3C1.1'],
	[-2, '3A1.1(b)(1)'],
	[-4, '§3B1.1(a)'],
	[2, '§3B1.2(b)'],
	[4, 'USSG §3B1.2'],
	[2, '§4C1.1'],
	[1, '§3E1.1'],
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

// A label that begins with a section names it as the provision does. Free words are only words: whether "minor role" is
// §3B1.2 is for who reads them.
test.each([
	[2, '§3B1.2 minor role'],
	[2, '3b1.2(b): minor role'],
	[-2, 'USSG § 3C1.1'],
	[2, '§3E1.1 acceptance of responsibility'],
])('%i levels with the label "%s" go against the section in it', (levels, label) => {
	const adjustments = [{ levels, label }];
	expect(refusal({ ...base, adjustments })).toMatchObject({ code: 'disagrees', path: '/adjustments/0/levels' });
});

test.each([
	[2, 'minor role'],
	[2, 'acceptance of responsibility, withdrawn'],
	[2, 'instead of §3B1.2'],
	[2, '3D1 printed parts'],
])('%i levels with the label "%s" are taken as they are', (levels, label) => {
	expect(answer({ ...base, adjustments: [{ levels, label }] }).offenseLevel.total).toBe(22);
});

test('the section of a label is the provision in all else as well, also for the earlier Manual', () => {
	const adjustments = [{ levels: -2, label: '§3B1.2(b) minor role' }];
	const stated = { levels: -2, provision: '§3B1.2(b)', label: 'minor role' };
	expect(answer({ ...base, adjustments })).toEqual(answer({ ...base, adjustments: [stated] }));
	expect(refusal({ ...base, adjustments, chapterThree: ['§3B1.2(b)'] }).code).toBe('counted-twice');
	const earlier = { baseOffenseLevel: 20, acceptance: 0 as const };
	const dates = { offenseDate: '2010-05-01', sentencingDate: '2015-05-01' };
	const under = (one: object) => ({
		...{ ...base, edition: undefined },
		...dates,
		underOffenseDateManual: { ...earlier, adjustments: [one] },
	});
	const { edition: _, ...parted } = under(stated);
	const { edition: __, ...labelled } = under({ levels: -2, label: '§3B1.2(b) minor role' });
	expect(answer(labelled)).toEqual(answer(parted));
});
