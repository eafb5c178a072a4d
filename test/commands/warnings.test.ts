import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/commands/output-format.ts';
import { bin, questions } from './run.ts';

/** Node warns on the user's terminal: `(node:14828) Warning: …`. The parts of the program give it no reason. */
const folder = mkdtempSync(join(tmpdir(), 'ussg-warnings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const someCase = { edition: '2012', baseOffenseLevel: 24, criminalHistoryCategory: 'V' };
writeFileSync(join(folder, 'a.json'), JSON.stringify(someCase));
writeFileSync(join(folder, 'b.json'), JSON.stringify({ ...someCase, edition: '2016' }));

describe('Node warns of nothing', () => {
	test.each([
		...formats.map((format) => ['calc', '--case', 'a.json', '--format', format, '--output', `calc.${format}`]),
		['calc', '--base-level', '99'],
		['compare', 'a.json', 'b.json'],
		['compare', '--case', 'a.json'],
		['compare', 'a.json', '--editions', 'all'],
		['compare', 'a.json', '--editions', '2011,2016', '--json'],
		['batch', 'a.json'],
		['batch', '--jobs', '2', 'a.json'],
		...formats.map((format) => [
			...['reduction', '--case', 'a.json', '--imposed', '92', '--amendment', '821'],
			...['--format', format, '--output', `reduction.${format}`],
		]),
		['table', '--edition', '2012'],
		['editions'],
		['editions', '2012'],
		['schema', 'case'],
		['schema', 'result'],
		['completion', 'bash'],
		['--help'],
		['--version'],
		['mistyped'],
	])('%s %s %s %s %s %s', (...args) => {
		const { stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
		expect(stderr).not.toMatch(/node:\d+|Warning:/);
	});

	test('in the questions, a report in each form among them', async () => {
		const reports = formats.flatMap((format) => ['report', format, `report.${format}`]);
		const lines = ['', ...reports, 'save', 'saved.json', 'command', 'finish'];
		const stderr = await questions(folder, 'a.json', lines);
		expect(readdirSync(folder)).toEqual(expect.arrayContaining(formats.map((format) => `report.${format}`)));
		expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('Guideline range worksheet');
		expect(stderr).toMatch(/Written to saved\.json/);
		expect(stderr).not.toMatch(/node:\d+|Warning:/);
	});
});
