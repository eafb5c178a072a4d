import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal, underEditions } from '../../src/calculation/comparison.ts';
import { editions, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { type Dress, plainDress } from '../../src/report/dress.ts';
import { type Column, comparisonReport } from '../../src/report/side-by-side/comparison.ts';
import { yearsReport } from '../../src/report/side-by-side/years.ts';
import { longestTerm, sparkline, yearAxis } from '../../src/report/sparkline.ts';
import { wrap } from '../../src/report/words.ts';

const known = editions.filter((edition) => edition.verified).map((edition) => edition.effectiveDate);

const document = fc.record(
	{
		id: fc.string({ unit: 'binary', maxLength: 120 }),
		caption: fc.string({ unit: 'grapheme', maxLength: 200 }),
		guideline: fc.constant('2L1.2'),
		enhancements: fc.array(fc.constantFrom('(b)(1)', '(b)(2)', '(b)(1)(A)', '(b)(1)(C)', '(b)(3)(E)'), {
			maxLength: 3,
		}),
		adjustments: fc.array(fc.record({ levels: fc.integer({ min: -43, max: 43 }) }), { maxLength: 3 }),
		acceptance: fc.constantFrom(0, 2, 3, 'full'),
		criminalHistoryCategory: fc.integer({ min: 1, max: 6 }),
		statutoryMinimumMonths: fc.constantFrom(12, 120, 'life'),
		statutoryMaximumMonths: fc.constant('life'),
		statutoryMinimumRelief: fc.constant('safety-valve'),
		fastTrackLevels: fc.integer({ min: 0, max: 4 }),
		sentenceImposedMonths: fc.constantFrom(0, 70, 'life'),
	},
	{ requiredKeys: ['guideline', 'criminalHistoryCategory'] },
);

const columnsOf = (given: object, names: readonly string[]): Column[] =>
	underEditions(parseCase(given), bundledLaw, names).map((answer, index) =>
		isRefusal(answer)
			? { heading: names[index] as string, problem: answer.error }
			: { heading: names[index] as string, result: answer },
	);

const painted: Dress = {
	ascii: false,
	bold: (text) => `\u001b[1m${text}\u001b[0m`,
	strong: (text) => `\u001b[36m${text}\u001b[0m`,
	alert: (text) => `\u001b[33m${text}\u001b[0m`,
};

test('characters beyond the basic plane keep to the columns, and stay whole', () => {
	for (const text of ['😀'.repeat(60), `a${'𝕏'.repeat(45)}`]) {
		for (const width of [19, 20, 62]) {
			const lines = wrap(text, width);
			for (const line of lines) {
				expect(line.length).toBeLessThanOrEqual(width);
				expect(line.isWellFormed()).toBe(true);
			}
			expect(lines.join('')).toBe(text);
		}
	}
});

test('both screens keep to 80 columns, to ASCII where asked, and to the same words in colour', () => {
	fc.assert(
		fc.property(document, fc.subarray(known, { minLength: 1, maxLength: 9 }), (given, names) => {
			const screens: ((dress: Dress) => string)[] = [
				(dress) => comparisonReport(columnsOf(given, names), dress),
				(dress) => yearsReport(columnsOf(given, known), bundledLaw, dress),
			];
			for (const screen of screens) {
				const plain = screen(plainDress);
				const ascii = screen({ ...plainDress, ascii: true });
				expect(ascii).toMatch(/^[\n\x20-\x7e]*$/);
				for (const line of [...plain.split('\n'), ...ascii.split('\n')]) expect(line.length).toBeLessThanOrEqual(80);
				expect(
					screen(painted)
						.replace(/\u001b\[\d+m/g, '')
						.replace(/ +$/gm, ''),
				).toBe(plain);
			}
		}),
		{ numRuns: 60 },
	);
});

test('a line of the years opens where the answer changed, and nowhere else', () => {
	// Level 8, category I: amendment 462 (November 1, 1992); §5K3.1 (October 27, 2003); §3F1.1 (November 1, 2025).
	const columns = columnsOf({ guideline: '2L1.2', criminalHistoryCategory: 'I' }, known);
	const since = yearsReport(columns, bundledLaw).match(/^ {2}\d{4}-\d{2}-\d{2}/gm);
	// §2L1.2(a) was 6 until January 15, 1988 (amendment 38); amendment 270 (1989) made 0-5 and 0-6 one, not 2-8.
	expect(since?.map((line) => line.trim())).toEqual([
		'1987-11-01',
		'1988-01-15',
		'1992-11-01',
		'2003-10-27',
		'2025-11-01',
	]);
});

test('bars stand from zero to the longest term; life and refusals have letters', () => {
	expect(sparkline([0, 1, 50, 100, 'life', undefined], 100, false)).toBe('▁▁▄█Lx');
	expect(sparkline([0, 13, 50, 100, 'life', undefined], 100, true)).toBe('1248Lx');
	expect(sparkline(['life', 'life'], longestTerm(['life', 'life']), false)).toBe('LL');
	expect(sparkline([0, 0], longestTerm([0]), false)).toBe('▁▁');
});

test('the years below a line stand under their marks', () => {
	const axis = yearAxis(1987, 2025);
	expect(axis.indexOf('1987')).toBe(0);
	for (const year of [2000, 2010, 2020]) expect(axis.indexOf(String(year))).toBe(year - 1987);
});
