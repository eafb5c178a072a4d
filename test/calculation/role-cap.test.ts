import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';

/**
 * §2D1.1(a)(3) from November 1, 2002 (amend. 640), in degrees from November 1, 2004 (amend. 668), as (a)(5) from November 1,
 * 2009 (amend. 727), at most 32 for a minimal participant from November 1, 2010 (amend. 748), at most 32 or 30 from
 * November 1, 2025 (amend. 833): the level of the Drug Quantity Table where §3B1.2 applies.
 */
const minor = { chapterThree: ['§3B1.2(b)'] };
const minimal = { chapterThree: ['§3B1.2(a)'] };
const drugs = { guideline: '2D1.1', criminalHistoryCategory: 'I', baseOffenseLevel: 34 };
const messageOf = (document: object) =>
	calculate(parseCase({ ...drugs, ...document }), law).warnings.find(({ code }) => code === 'mitigating-role-cap')
		?.message;

describe('a base offense level typed for §2D1.1 beside a mitigating role', () => {
	test.each([
		['2001', 38, minor, undefined],
		['2002', 38, minor, 30],
		['2003', 32, minimal, 30],
		['2004', 32, minor, 30],
		['2004', 34, minor, 31],
		['2004', 36, minor, 33],
		['2004', 38, minor, 34],
		['2009', 38, minimal, 34],
		['2010', 38, minimal, 32],
		['2010', 38, minor, 34],
		['2014', 36, minimal, 32],
		['2024', 34, minor, 31],
		['2025', 38, minor, 32],
		['2025', 36, minimal, 30],
		['2025', 34, minor, 31],
		['2025', 34, minimal, 30],
		['2025', 32, minor, 30],
	])('in the Manual of %s level %d becomes …: %j %s', (edition, baseOffenseLevel, role, lowered) => {
		const message = messageOf({ edition, baseOffenseLevel, ...role });
		if (lowered === undefined) expect(message).toBeUndefined();
		else expect(message).toContain(`level ${baseOffenseLevel} becomes ${lowered}.`);
	});

	test('the ranges with it and without are named', () => {
		// 34 - 2 = 32, 121-151; 34 - 3 - 2 = 29, 87-108 (Sentencing Table, category I).
		const message = messageOf({ edition: '2018', ...minor });
		expect(message).toContain('from the table: level 29, category I, 87 to 108 months');
		expect(message).toContain('as shown: 121 to 151 months');
	});

	test.each([
		{ guideline: undefined, adjustments: [{ levels: 2, provision: '§2D1.1(b)(1)' }], ...minor },
		{ guideline: undefined, offenseDate: '2019-02-01', statutes: ['21:841(b)(1)(A)'], ...minor },
		{ guideline: undefined, offenseDate: '2019-02-01', statutes: ['21:960(b)(1)'], ...minor },
		{ guideline: undefined, adjustments: [{ levels: -2, provision: '§3B1.2(b)' }] },
		{ guideline: '2D1.11', ...minor },
		{ chapterThree: ['§3B1.2'] },
	])('however the case says it: %j', (document) => {
		expect(messageOf({ edition: '2018', ...document })).toContain('level 34 becomes 31');
	});

	test('four levels given in levels are those of a minimal participant', () => {
		const adjustments = [{ levels: -4, provision: '§3B1.2' }];
		expect(messageOf({ edition: '2018', baseOffenseLevel: 38, adjustments })).toContain('level 38 becomes 32');
	});

	test.each([
		{ baseOffenseLevel: 30, ...minor },
		{ baseOffenseLevel: 31, ...minor },
		{},
		{ chapterThree: ['§3B1.1(c)'] },
		{ guideline: '2B3.1', ...minor },
		{ guideline: undefined, offenseDate: '2019-02-01', statutes: ['18:924(e)(1)'], ...minor },
		{ guideline: undefined, adjustments: [{ levels: 2, provision: '§2A2.2(b)(1)' }], ...minor },
		{ adjustments: [{ levels: -3, provision: '§2D1.1(a)(5)' }], ...minor },
		{ adjustments: [{ levels: 0, provision: '§2D1.1(a)(5)', label: 'counted in the level' }], ...minor },
	])('nothing is said of %j', (document) => {
		expect(messageOf({ edition: '2018', ...document })).toBeUndefined();
	});
});
