import { describe, expect, test } from 'vitest';
import { answer } from './rap-sheet.ts';

/**
 * §2K2.4, comment. (n.4): beside a sentence for a firearm count, no characteristic for possession, use or discharge of a firearm
 * counts in the underlying offense; in another offense it does (two armed robberies, one firearm count).
 */
describe('a weapon beside a count under 18 U.S.C. § 924(c)', () => {
	const armed = '18:924(c)(1)(A)(i)';
	const drugs = {
		edition: '2021',
		offenseDate: '2020-01-01',
		guideline: '2D1.1',
		drugs: [{ substance: 'cocaine', quantity: '4 kg' }],
		criminalHistoryCategory: 'III',
		offense: { weapon: true },
	};
	const drugCount = '21:841(b)(1)(B)';
	const warning = (document: object) =>
		answer(document).warnings.find(({ code }) => code === 'weapon-of-firearm-count')?.message;

	// Level 28 from 3.5 kg; category III: 97–121 months. With two levels: 30, 121–151.
	test('adds no level, and the other reading is named', () => {
		const document = { ...drugs, statutes: [drugCount, armed] };
		const result = answer(document);
		expect([result.offenseLevel.total, result.guidelineRange]).toMatchObject([28, { minimumMonths: 97 }]);
		expect(result.chapterTwo?.applied).toEqual([]);
		expect(result.steps.find(({ provision }) => provision === '§2D1.1(b)(1)')).toMatchObject({ levels: 0 });
		expect(warning(document)).toMatch(
			/level 28, category III, 97 to 121 months.*level 30, category III, 121 to 151 months/,
		);
	});

	test('the same for one that is named by its id', () => {
		const { offense: _, ...named } = { ...drugs, statutes: [drugCount, armed], enhancements: ['(b)(1)'] };
		expect(answer(named).offenseLevel.total).toBe(28);
		expect(warning(named)).toContain('level 30');
	});

	test('adds two levels where no such count stands beside it', () => {
		const document = { ...drugs, statutes: [drugCount] };
		expect(answer(document).offenseLevel.total).toBe(30);
		expect(warning(document)).toBeUndefined();
	});

	// §2L1.1(a)(3), (b)(2)(A): 12 + 3 = 15. (b)(5): at least 22 for a discharge, 20 for use, 18 for possession.
	test.each([
		['firearmDischarged', 22],
		['weaponUsed', 20],
		['weapon', 18],
	])('in smuggling: %s', (fact, level) => {
		const offense = { aliens: 6, forProfit: true, [fact]: true };
		const document = { edition: '2016', guideline: '2L1.1', offense, criminalHistoryCategory: 'I' };
		expect(answer(document).offenseLevel.total).toBe(level);
		expect(
			answer({ ...document, offenseDate: '2016-12-01', statutes: ['8:1324(a)(1)(B)(i)', armed] }).offenseLevel.total,
		).toBe(15);
	});
});
