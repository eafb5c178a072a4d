import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { plainDress } from '../../src/report/dress.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { narrow } from '../../src/wizard/screen/narrow-screen.ts';

const reports = [
	{ edition: '1995', guideline: '2L1.2', enhancements: ['(b)(2)'], acceptance: 3, criminalHistoryCategory: 'V' },
	{
		edition: '2010',
		guideline: '2L1.2',
		enhancements: ['(b)(1)(A)'],
		acceptance: 3,
		criminalHistoryCategory: 'VI',
		statutoryMinimumMonths: 120,
	},
	{
		sentencingDate: '2016-12-01',
		offenseDate: '2015-06-01',
		baseOffenseLevel: 34,
		criminalHistoryCategory: 'I',
		statutoryMaximumMonths: 120,
	},
].map((given) => textReport(calculate(parseCase(given)), bundledLaw));

const words = (text: string): string => text.replace(/\s+/g, ' ');

describe('a report on a narrow terminal', () => {
	test.each(reports)('fits, and says the same', (report) => {
		const fitted = narrow(report, 39);
		expect(Math.max(...fitted.split('\n').map((line) => line.length))).toBeLessThanOrEqual(39);
		expect(words(fitted)).toBe(words(report));
	});

	test('keeps the table around the cell', () => {
		expect(narrow(reports[0] as string, 39)).toContain('     21   57–71     [70–87]     77–96\n');
	});

	test('colours take no room', () => {
		const painted = (text: string) => `\x1b[1m\x1b[35m${text}\x1b[39m\x1b[22m`;
		const dress = { ascii: false, bold: painted, strong: painted, alert: painted };
		const given = { edition: '1995', baseOffenseLevel: 21, criminalHistoryCategory: 'V' };
		const [plain, dressed] = [plainDress, dress].map((of) =>
			textReport(calculate(parseCase(given)), bundledLaw, of),
		) as [string, string];
		expect(stripVTControlCharacters(narrow(dressed, 39))).toBe(narrow(plain, 39));
	});

	test('a wide terminal leaves it as it is', () => {
		for (const report of reports) expect(narrow(report, 79)).toBe(report);
	});
});
