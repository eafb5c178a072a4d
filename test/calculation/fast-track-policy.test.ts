import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';

/**
 * Who may offer a fast-track reduction: from September 22, 2003 only programs that the Attorney General authorized for a
 * district (PROTECT Act § 401(m)(2)(B)); from January 31, 2012 the Deputy Attorney General's policy, by which each
 * district that prosecutes felony illegal reentry has one by March 1, 2012. Whether that stands since 2025 was not found.
 */
const codes = ['fast-track-not-illegal-reentry', 'fast-track-policy'];
const told = (document: object) =>
	calculate(parseCase({ baseOffenseLevel: 24, criminalHistoryCategory: 'III', acceptance: 3, ...document }), law)
		.warnings.filter(({ code }) => codes.includes(code))
		.map(({ code, message }) => [code, message] as const);
const messageOf = (document: object) => told(document)[0]?.[1] ?? '';

const reentry = { baseOffenseLevel: undefined, guideline: '2L1.2', acceptance: 2 };

describe('a reduction that is requested or counted, for another offense', () => {
	const of = { fastTrackLevels: 4 };

	test('in 2005 the memorandum of 2003 is named, and not the policy of 2012', () => {
		const message = messageOf({ ...of, sentencingDate: '2005-06-01' });
		expect(message).toContain('the Attorney General had authorized for the district');
		expect(message).toContain('September 22, 2003');
		expect(message).not.toContain('Department of Justice policy');
		// Level 21, category III is 46-57; level 17 is 30-37.
		expect(message).toContain('With 4 levels the range is 30 to 37 months; without a program it is 46 to 57 months');
	});

	test.each([
		['2012-01-30', /September 22, 2003/, /Department of Justice policy/],
		['2012-01-31', /policy of January 31, 2012/, /September 22, 2003/],
		['2025-01-20', /policy of January 31, 2012/, /not verified/],
		['2025-01-21', /remained in force after January 21, 2025 was not verified/, /September 22, 2003/],
		['2026-03-02', /remained in force after January 21, 2025 was not verified/, /September 22, 2003/],
	])('on %s', (sentencingDate, said, notSaid) => {
		const message = messageOf({ ...of, sentencingDate });
		expect(message).toMatch(said);
		expect(message).not.toMatch(notSaid);
	});

	test('an edition that was in force on both days has both', () => {
		const message = messageOf({ ...of, edition: '2011' });
		expect(message).toMatch(/September 22, 2003.*policy of January 31, 2012/);
	});

	test('an adjustment that is counted is named with the range without it', () => {
		// 2025: level 24 - 3 - 4 = 17, category III is 30-37; level 21 is 46-57.
		expect(messageOf({ ...of, edition: '2025' })).toContain(
			'With 4 levels the range is 30 to 37 months; without a program it is 46 to 57 months',
		);
	});

	test('a count under another statute is said to be no reentry', () => {
		const message = messageOf({ ...of, edition: '2018', offenseDate: '2019-02-01', statutes: ['21:841(b)(1)(C)'] });
		expect(message).toContain('the offense is not illegal reentry');
		expect(messageOf({ ...of, edition: '2018' })).toContain('nothing in the case says');
	});
});

describe('nothing is said where no reduction is asked for', () => {
	test.each(['2004', '2011', '2012', '2018', '2024', '2025'])('in the Manual of %s', (edition) => {
		expect(told({ edition })).toEqual([]);
		expect(told({ edition, fastTrackLevels: 0 })).toEqual([]);
	});
});

describe('illegal reentry', () => {
	test.each([
		{ statutes: ['8:1326(b)(2)'] },
		{ statutes: ['8:1326(a)'] },
		{ statutes: ['8:1326(b)(2)', '21:841(b)(1)(C)'] },
		{ instantOffense: { commencedOn: '2019-01-02', endedOn: '2019-01-02', statute: '8:1326(b)(1)' } },
		{ adjustments: [{ levels: 4, provision: '§2L1.2(b)(1)(A)' }] },
		reentry,
	])('%j is never called another offense', (document) => {
		const given = { ...document, edition: '2018', offenseDate: '2019-01-02' };
		expect(told({ ...given })).toEqual([]);
		expect(told({ ...given, fastTrackLevels: 2 })).toEqual([]);
	});

	test('before 2012 not every district had a program, also where nobody asked for one', () => {
		const [[code, message] = []] = told({ ...reentry, edition: '2008', enhancements: ['(b)(1)(A)'] });
		expect(code).toBe('fast-track-policy');
		// Level 24 - 2 = 22, category III is 51-63; four levels less, 18, is 33-41.
		expect(message).toContain('With 4 levels the range is 33 to 41 months; without a program it is 51 to 63 months');
	});

	test('since 2025 the policy was not verified', () => {
		expect(told({ ...reentry, edition: '2025' }).map(([code]) => code)).toEqual(['fast-track-policy']);
		expect(told({ ...reentry, sentencingDate: '2025-01-20' })).toEqual([]);
	});

	test('after the sentence only where it was counted', () => {
		const reduction = { amendment: '821A', orderDate: '2024-03-01', criminalHistoryCategory: 'II' };
		const sentenced = {
			...reentry,
			edition: '2008',
			enhancements: ['(b)(1)(A)'],
			sentenceImposedMonths: 51,
			reduction,
		};
		expect(told(sentenced)).toEqual([]);
		expect(told({ ...sentenced, fastTrackLevels: 2 })).toHaveLength(1);
	});
});
