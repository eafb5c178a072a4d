import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { docxReport } from '../../src/report/formats/docx.ts';
import { htmlReport } from '../../src/report/formats/html.ts';
import { fullCase, reportOf } from '../report/hostile.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-reports-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = reportOf(fullCase);
const html = htmlReport(report);
writeFileSync(at('report.html'), html);

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const chromium = (...flags: string[]): string =>
	execFileSync(
		'chromium',
		[
			'--headless',
			'--no-sandbox',
			...quiet,
			'--disable-component-update',
			'--disable-sync',
			`--user-data-dir=${at('profile')}`,
			...flags,
		],
		{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 },
	);
const pdfText = (name: string): string => execFileSync('pdftotext', ['-layout', at(name), '-'], { encoding: 'utf8' });
const pdfPages = (name: string): string[] =>
	pdfText(name)
		.split('\f')
		.filter((page) => page.trim() !== '');

/** The words of the report that must be on paper, whatever the format. */
const mustStand = [
	'Guideline range: 292–365 months',
	'Worksheet A: offense level',
	'Worksheet D: guideline range',
	'[292–365]',
	'<script>document.title="owned"</script>',
];

describe('HTML in Chromium', () => {
	test('runs nothing of the user: the title stays', () => {
		const dom = chromium('--virtual-time-budget=3000', '--dump-dom', `file://${at('report.html')}`);
		expect(dom).toContain('<title>Guideline range worksheet');
		expect(dom).not.toContain('<title>owned');
		expect(dom).not.toMatch(/<script|<img/);
	});

	test('axe-core finds no violation', () => {
		const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
		const run = `axe.run(document).then((found) => { const box = document.createElement('pre'); box.id = 'found'; box.textContent = JSON.stringify({ violations: found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), passes: found.passes.length }); document.body.append(box); });`;
		// The page forbids scripts, so the check opens the page without that rule.
		const open = html
			.replace(/<meta http-equiv[^>]*>/, '')
			.replace('</body>', () => `<script>${axe}</script><script>${run}</script></body>`);
		writeFileSync(at('axe.html'), open);
		const dom = chromium('--virtual-time-budget=20000', '--dump-dom', `file://${at('axe.html')}`);
		const found = /<pre id="found">(.*?)<\/pre>/s.exec(dom)?.[1] ?? 'axe did not run';
		const { violations, passes } = JSON.parse(
			found.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
		);
		expect(violations).toEqual([]);
		expect(passes).toBeGreaterThan(15);
	});

	test('prints on Letter paper, with every section and no row cut', () => {
		chromium('--no-pdf-header-footer', `--print-to-pdf=${at('report.pdf')}`, `file://${at('report.html')}`);
		const info = execFileSync('pdfinfo', [at('report.pdf')], { encoding: 'utf8' });
		expect(info).toMatch(/Page size: +612 x 792 pts \(letter\)/);
		const text = pdfText('report.pdf');
		for (const words of mustStand) expect(text).toContain(words);
		const rows = pdfPages('report.pdf').flatMap((page) => page.split('\n'));
		for (const level of [35, 36, 37, 38, 39, 40, 41, 42, 43]) {
			expect(
				rows.some((row) => new RegExp(`^\\s*${level}(\\s+\\S+){6}\\s*$`).test(row)),
				`the row of level ${level}`,
			).toBe(true);
		}
	});
});

describe('docx in LibreOffice', () => {
	test('opens, and says what the HTML says', async () => {
		writeFileSync(at('report.docx'), await docxReport(report));
		execFileSync(
			'soffice',
			[
				`-env:UserInstallation=file://${at('office')}`,
				'--headless',
				'--convert-to',
				'pdf',
				'--outdir',
				folder,
				at('report.docx'),
			],
			{
				stdio: 'ignore',
			},
		);
		const info = execFileSync('pdfinfo', [at('report.pdf')], { encoding: 'utf8' });
		expect(info).toMatch(/Page size: +612 x 792 pts \(letter\)/);
		const text = pdfText('report.pdf');
		for (const words of mustStand) expect(text).toContain(words);
	});
});
