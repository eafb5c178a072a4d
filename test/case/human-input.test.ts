import { describe, expect, test } from 'vitest';
import { parseCase } from '../../src/case/parse.ts';

/** The contract, "Input as people write it": every spelling comes out in the one form that the program writes. */
const plain = { edition: '2018', guideline: '2L1.2', criminalHistoryCategory: 'III' };

describe('input as people write it', () => {
	test.each([
		['guideline', '§2L1.2', '2L1.2'],
		['guideline', '§ 2L1.2', '2L1.2'],
		['guideline', '2l1.2', '2L1.2'],
		['guideline', 'USSG §2L1.2', '2L1.2'],
		['guideline', '§\u00a02L1.2 ', '2L1.2'],
		['base', '(A)(4)(a)', '(a)(4)(A)'],
		['enhancements', ['§2L1.2(b)(1)(A)'], ['(b)(1)(A)']],
		['enhancements', ['(B)(1)(a)'], ['(b)(1)(A)']],
		[
			'enhancements',
			['(b) (2) (b)', { id: '(B)(3)(d)', receivesPoints: true }],
			['(b)(2)(B)', { id: '(b)(3)(D)', receivesPoints: true }],
		],
		['chapterThree', ['§ 3B1.2(b)', '3c1.1', '3b1.5(2)(a)'], ['§3B1.2(b)', '§3C1.1', '§3B1.5(2)(A)']],
		['sentencingDate', '11/5/2018', '2018-11-05'],
		['sentencingDate', 'Nov. 5, 2018', '2018-11-05'],
		['sentencingDate', 'November 5, 2018', '2018-11-05'],
		['sentencingDate', ' 2018-11-05\u00a0', '2018-11-05'],
		['sentencingDate', '2018\u201311\u201305', '2018-11-05'],
		['edition', 2012, '2012'],
		['criminalHistoryCategory', 'iii', 'III'],
		['criminalHistoryCategory', '3', 3],
		['acceptance', 'FULL', 'full'],
		['acceptance', '3', 3],
		['fastTrackLevels', '4.0', 4],
		['statutoryMinimumMonths', '10 years', 120],
		['statutoryMaximumMonths', 'Life', 'life'],
		['deportable', 'yes', true],
		['deportable', 'FALSE', false],
		['adjustments', [{ levels: '\u22122', provision: '§3B1.2' }], [{ levels: -2, provision: '§3B1.2' }]],
		['id', 17, '17'],
	])('%s: %j is %j', (key, given, read) => {
		expect(parseCase({ ...plain, [key]: given })).toMatchObject({ [key]: read });
	});

	test.each([
		['a year and a day', '1 year and 1 day'],
		['1 year to 5 years', '5 years'],
		['8 months to 5 years', '5 years'],
		['18 to 24 months', '24 months'],
		['13 mo.', '13 months'],
		['2 yrs', '2 years'],
		['60 Days', '60 days'],
	])('a term: %s is %s', (sentence, read) => {
		const { priors } = parseCase({ ...plain, priors: [{ id: 'p', sentence }] });
		expect(priors?.[0]?.sentence).toBe(read);
	});

	test('a key that is not known is rejected without a value too', () => {
		expect(() => parseCase({ ...plain, foo: null })).toThrow(/unknown key/);
	});

	test('a span that runs downward is no term', () => {
		expect(() => parseCase({ ...plain, priors: [{ id: 'p', sentence: '5 years to 8 months' }] })).toThrow(/not valid/);
	});

	test('null is a value that is missing', () => {
		expect(parseCase({ ...plain, acceptance: null, caption: null })).toEqual(plain);
	});

	test('free text stays as it was written', () => {
		const caption = '\u201cDoe\u201d \u2013 2l1.2 ';
		expect(parseCase({ ...plain, acceptance: '3', caption, id: ' 1 ' })).toMatchObject({ caption, id: ' 1 ' });
	});

	test('what is written as the program writes it is left alone', () => {
		const document = { ...plain, enhancements: ['(b)(2)(B)'], sentencingDate: '2019-01-01' };
		expect(parseCase(document)).toEqual(document);
	});

	test.each([
		['guideline', '2L1'],
		['sentencingDate', '13/45/2018'],
		['sentencingDate', 'soon'],
		['criminalHistoryCategory', 'VII'],
		['acceptance', 'some'],
		['enhancements', ['b1A']],
		['deportable', 'maybe'],
	])('%s: %j is rejected with the words that were written', (key, given) => {
		expect(() => parseCase({ ...plain, [key]: given })).toThrow(JSON.stringify([given].flat()[0]).slice(1, -1));
	});
});
