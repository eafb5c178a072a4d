import { describe, expect, test } from 'vitest';
import { calculate, InputError, parseCase } from '../../src/index.ts';
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

const term = (statutes: string[], document?: object) =>
	answer(statutes, document)
		.statutes?.filter(({ consecutive }) => consecutive)
		.map(({ minimumMonths }) => minimumMonths);
const question = (statutes: string[]): string => {
	try {
		answer(statutes);
	} catch (error) {
		if (error instanceof InputError && error.code === 'facts-missing') return error.message;
		throw error;
	}
	return 'answered';
};

describe('two counts under § 924(c) in one case, with both dates', () => {
	test.each([
		[
			[possessed, possessed],
			[60, 300],
		],
		[
			[possessed, possessed, possessed],
			[60, 300, 300],
		],
		[
			[possessed, possessed, subsequent],
			[60, 300, 300],
		],
		[
			[brandished, brandished],
			[84, 300],
		],
	])('%j: every count but the first has the longer term', (statutes, terms) => {
		expect(term(statutes)).toEqual(terms);
		expect(message(statutes)).toBeUndefined();
	});

	test('5 years and 25 years stand beside the range: 360 months, and not 120', () => {
		const text = textReport(answer([possessed, possessed]), bundledLaw).replace(/\s+/g, ' ');
		expect(text).toContain('plus 360 months consecutive');
		expect(text).not.toContain('see the warning');
	});

	test.each([
		// 7 and 25 years, or 5 and 25.
		[[brandished, possessed], 'at least 360 months or 384 months, depending on the answer'],
		// A machinegun in the second is life; in the first, 30 years, and 25 for the other.
		[[machinegun, possessed], 'at least 660 months or life, depending on the answer'],
	])('%j: which came first is asked, where the term turns on it', (statutes, words) => {
		expect(question(statutes)).toContain(words);
		expect(question(statutes)).toContain('Deal v. United States, 508 U.S. 129 (1993)');
	});

	test('not from December 21, 2018, on, for one count, or where the second is named as such', () => {
		expect(term([possessed, possessed], { sentencingDate: '2018-12-20' })).toEqual([60, 300]);
		expect(term([possessed, possessed], { sentencingDate: '2018-12-21' })).toEqual([60, 60]);
		const later = { offenseDate: '2019-02-01', sentencingDate: '2020-03-01' };
		expect(term([possessed, possessed], later)).toEqual([60, 60]);
		expect(term([possessed])).toEqual([60]);
		expect(term([possessed, subsequent])).toEqual([60, 300]);
	});

	// The only counts: their terms are the guideline sentence (§2K2.4).
	test('alone', () => {
		const dates = { offenseDate: '2014-02-01', sentencingDate: '2015-03-01', criminalHistoryCategory: 'I' };
		const { guidelineRange } = calculate(parseCase({ ...dates, statutes: [possessed, possessed] }));
		expect(guidelineRange).toEqual({ minimumMonths: 360, maximumMonths: 360 });
	});
});

describe('the same, where one of the dates is not given', () => {
	const edition = { edition: '2000', offenseDate: '2000-06-01', sentencingDate: undefined };

	test('the edition stands for the date of the sentence, and both terms are named', () => {
		expect(message([possessed, possessed], edition)).toContain('is then at least 360 months, not 120 months.');
		expect(message([brandished, possessed], edition)).toContain('at least 360 months or 384 months, depending on');
		expect(message([brandished, possessed], edition)).toContain(
			'For a sentence on or after that date it is 144 months',
		);
		expect(message([brandished, possessed], { ...edition, offenseDate: undefined })).toBeDefined();
		expect(message([possessed, possessed], { offenseDate: undefined })).not.toContain('from that day on');
		const text = textReport(answer([possessed, possessed], edition), bundledLaw).replace(/\s+/g, ' ');
		expect(text).toContain('another range may apply: see the warning');
	});

	test('each kind of later count is named once, with its term', () => {
		expect(message([machinegun, possessed], edition)).toContain(
			'with at least life (18 U.S.C. § 924(c)(1)(C)(ii)) or 300 months (18 U.S.C. § 924(c)(1)(C)(i)).',
		);
		expect(message([possessed, possessed], edition)).toContain(
			'with at least 300 months (18 U.S.C. § 924(c)(1)(C)(i)).',
		);
	});
});
