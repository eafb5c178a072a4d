import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/commands/output-format.ts';
import { questions } from '../commands/run.ts';
import { unzipped } from '../report/unzipped.ts';

/** Level 24 is 92–115 in category V, 63–78 in III; level 21 is 70–87 in V (Sentencing Table of November 1, 2010). */
const folder = mkdtempSync(join(tmpdir(), 'ussg-scenarios-'));
const document = { caption: '<b>A</b>', edition: '2012', baseOffenseLevel: 24, criminalHistoryCategory: 'V' };
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const wordText = (archive: Buffer) => unzipped(archive)['word/document.xml'];
let said = '';

beforeAll(async () => {
	writeFileSync(join(folder, 'a.json'), JSON.stringify(document));
	const reports = (name: string) => formats.flatMap((format) => ['report', format, `${name}.${format}`]);
	const scenarios = ['what', 'change Accept', '3', 'change Criminal', 'III', 'change Criminal', 'u', 'back'];
	said = await questions(folder, 'a.json', ['', ...reports('alone'), ...scenarios, ...reports('all'), 'finish']);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the report that the questions write', () => {
	test.each(['text', 'markdown', 'html'])('as %s has the scenarios side by side, after the case', (format) => {
		const report = read(`all.${format}`);
		const part = report.slice(report.indexOf('Scenarios'));
		expect(report.indexOf('Scenarios')).toBeGreaterThan(report.search(/Sentencing Table|92–115/));
		for (const range of ['92–115 months', '70–87 months', '63–78 months']) expect(part).toContain(range);
		expect(part).toMatch(/Acceptance: −3 levels/);
		expect(part).toMatch(/D: unanswered: Criminal history/);
		if (format !== 'text') expect(part).not.toContain('<b>A');
		expect(read(`alone.${format}`)).not.toContain('Scenarios');
	});

	test('as Word too', () => {
		const text = wordText(readFileSync(join(folder, 'all.docx')));
		for (const part of ['Scenarios', '92–115 months', '70–87 months', '63–78 months']) expect(text).toContain(part);
		expect(wordText(readFileSync(join(folder, 'alone.docx')))).not.toContain('Scenarios');
	});

	test('as JSON is the result of the case alone, and that is said', () => {
		expect(read('all.json')).toBe(read('alone.json'));
		expect(JSON.parse(read('all.json')).guidelineRange).toEqual({ minimumMonths: 92, maximumMonths: 115 });
		const after = said.slice(said.indexOf('Written to all.json')).replace(/\s+/g, ' ');
		expect(after).toMatch(
			/^Written to all\.json, readable by you alone\. It holds the case, A \(level 24, category V, 92–115 months\)\. The scenarios B, C, D are not in it\./,
		);
	});
});
