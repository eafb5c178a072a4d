import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';

/**
 * 18 U.S.C. § 924(c)(1)(C), for offenses from November 13, 1998: 25 years for a second or subsequent conviction, life where the
 * weapon of it is a machinegun. Deal v. United States, 508 U.S. 129 (1993): the second count of one case is such a one. Pub. L. 115-391
 * § 403(b): no longer where the sentence is imposed on December 21, 2018, or later.
 */
const [possessed, brandished, machinegun, subsequent] = ['(A)(i)', '(A)(ii)', '(B)(ii)', '(C)(i)'].map(
	(part) => `18:924(c)(1)${part}`,
) as [string, string, string, string];
const answer = (statutes: string[], document: object = {}) =>
	calculate(
		parseCase({
			offenseDate: '2014-02-01',
			sentencingDate: '2015-03-01',
			baseOffenseLevel: 20,
			criminalHistoryCategory: 'I',
			statutes: [...statutes, '21:841(b)(1)(C)'],
			...document,
		}),
	);
const message = (statutes: string[], document?: object) =>
	answer(statutes, document).warnings.find(({ code }) => code === 'second-or-subsequent-count')?.message;

describe('two counts under § 924(c) in one case', () => {
	test('5 years and 25 years: 360 months, and not 120', () => {
		expect(message([possessed, possessed])).toContain(
			'every one but the first is a second or subsequent conviction, also in the same case (Deal v. United States, 508 U.S. 129 (1993)',
		);
		expect(message([possessed, possessed])).toContain('is then at least 360 months, and not 120 months.');
		expect(message([possessed, possessed])).not.toContain('from that day on');
	});

	test('the answer itself points to the warning', () => {
		const text = textReport(answer([possessed, possessed]), bundledLaw).replace(/\s+/g, ' ');
		expect(text).toMatch(
			/plus 120 months consecutive \([^)]+\)\(1\)\(A\)\(i\)\); another range may apply: see the warning/,
		);
	});

	test.each([
		// 7 and 25 years, or 5 and 25.
		[
			[brandished, possessed],
			'at least 360 months or 384 months, by which of the counts is the first, and not 144 months.',
		],
		[[possessed, possessed, possessed], 'at least 660 months, and not 180 months.'],
		// A machinegun in the second is life; in the first, 30 years, and 25 for the other.
		[[machinegun, possessed], 'at least 660 months or life, by which of the counts is the first, and not 420 months.'],
		[[possessed, possessed, subsequent], 'at least 660 months, and not 420 months.'],
	])('%j: %s', (statutes, words) => {
		expect(message(statutes)).toContain(words);
	});

	test('each kind of later count is named with its term', () => {
		expect(message([machinegun, possessed])).toContain(
			'with at least life (18 U.S.C. § 924(c)(1)(C)(ii)) or 300 months (18 U.S.C. § 924(c)(1)(C)(i)).',
		);
	});

	test('the edition stands for the day of the sentence where the case gives none', () => {
		const edition = { edition: '2000', offenseDate: '2000-06-01', sentencingDate: undefined };
		expect(message([brandished, possessed], edition)).toContain('at least 360 months or 384 months');
		expect(message([brandished, possessed], edition)).toContain('For a sentence from that day on it is 144 months');
		expect(message([brandished, possessed], { ...edition, offenseDate: undefined })).toBeDefined();
	});

	test('nothing from December 21, 2018, on, for one count, or where the second is named as such', () => {
		expect(message([possessed, possessed], { sentencingDate: '2018-12-20' })).toBeDefined();
		expect(message([possessed, possessed], { sentencingDate: '2018-12-21' })).toBeUndefined();
		const later = { offenseDate: '2019-02-01', sentencingDate: '2020-03-01' };
		expect(message([possessed, possessed], later)).toBeUndefined();
		expect(message([possessed])).toBeUndefined();
		expect(message([possessed, subsequent])).toBeUndefined();
	});
});
