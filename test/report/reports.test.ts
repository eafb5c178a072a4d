import { beforeAll, describe, expect, test } from 'vitest';
import { docxReport } from '../../src/report/formats/docx.ts';
import { htmlReport } from '../../src/report/formats/html.ts';
import { markdownReport } from '../../src/report/formats/markdown.ts';
import { inAscii } from '../../src/report/words.ts';
import { criteriaMet } from '../calculation/criteria.ts';
import { ussg } from '../commands/run.ts';
import { fullCase, givenCase, hostile, reportOf } from './hostile.ts';
import { unzipped } from './unzipped.ts';

const report = reportOf(fullCase);
const headings = [
	'Reduction after sentencing',
	'As given',
	'Worksheet A: offense level',
	'Worksheet B: multiple counts',
	'Worksheet C: criminal history',
	'Worksheet D: guideline range',
	'The Sentencing Table',
	'Fast track',
	'Sensitivity',
	'Warnings',
	'Edition and program',
];

test('the sections stand in the order of the Worksheets, and a section without content is left out', () => {
	expect(report.sections.map(({ heading }) => heading)).toEqual(headings);
	const bare = reportOf({ edition: '2018', baseOffenseLevel: 20, criminalHistoryCategory: 'I' });
	expect(bare.sections.map(({ heading }) => heading)).not.toContain('Worksheet B: multiple counts');
	expect(bare.sections.map(({ heading }) => heading)).not.toContain('Reduction after sentencing');
});

test('the line of the range names the terms that run after it', () => {
	expect(report.answer).toBe(
		'Guideline range: 292–365 months (offense level 39, criminal history category II), plus 60 months consecutive (18\u00a0U.S.C.\u00a0§\u00a0924(c)(1)(A)(i))',
	);
});

test('in ASCII nothing is left as a question mark', () => {
	const markdown = markdownReport(inAscii(reportOf({ ...fullCase, caption: 'x', otherGroups: [], adjustments: [] })));
	expect(markdown).not.toMatch(/\?/);
	expect(markdown).toMatch(/^[\n -~]*$/);
});

test('every step of the calculation is in it, with its provision', () => {
	const rows = report.sections
		.flatMap(({ blocks }) => blocks)
		.flatMap((block) => (block.kind === 'grid' && block.columns[0]?.heading === 'Provision' ? block.rows : []));
	const groups = ['§3D1.4', '§3D1.4', '§3D1.4', '§3D1.4'];
	const provisions = ['§1B1.1(a)(2)', '§2D1.1(b)(1) "><b>', '§3B1.2(b)', ...groups, '§3E1.1(a), (b)'];
	expect(rows.map((row) => row[0]?.text)).toEqual(provisions);
	const units = rows.map((row) => row[1]?.text ?? '').filter((text) => /adjusted offense level \d+, .*Unit/.test(text));
	expect(units).toHaveLength(2);
});

describe('what counsel entered stands in the report', () => {
	const entered = [
		'22-cr-1',
		'December 5, 2018',
		'May 1, 2019',
		'§2L1.2',
		'3 levels',
		'September 1, 2014',
		'under criminal justice sentence: no',
		'8 U.S.C. § 1326(b)(1)',
		'yes, and likely to be deported',
		'24 months',
		'conduct from January 1, 2012; sentenced June 1, 2012',
		'revoked February 1, 2017: 3 months',
	];
	const sectionOf = (text: string, start: string, end: string): string =>
		text.slice(text.indexOf(start), text.indexOf(end));

	test.each([
		['markdown', (document: object) => markdownReport(reportOf(document))],
		['html', (document: object) => htmlReport(reportOf(document))],
		['docx', async (document: object) => unzipped(await docxReport(reportOf(document)))['word/document.xml'] as string],
	])('%s', async (_, write) => {
		const text = sectionOf(await write(givenCase), 'As given', 'Worksheet A');
		for (const words of entered) expect(text).toContain(words);
		expect(text).not.toMatch(/<script|<img|<b>|\u202e|\u0007/);
		expect(await write(givenCase)).toBe(await write(givenCase));
	});

	test('days are written as the Manual writes them', () => {
		const markdown = markdownReport(reportOf(givenCase));
		expect(markdown).toContain('10 months, imposed June 1, 2012');
		expect(markdown).not.toMatch(/\d{4}-\d{2}-\d{2}/);
	});

	test('each prior with its points', () => {
		const grid = reportOf(givenCase)
			.sections.find(({ heading }) => heading === 'As given')
			?.blocks.find((block) => block.kind === 'grid');
		expect(grid?.kind === 'grid' && grid.rows.map((row) => row.at(-1)?.text)).toEqual(['2', '3']);
	});

	test('a key that is given has a line, whatever it is', () => {
		const document = {
			edition: '2018',
			baseOffenseLevel: 30,
			adjustments: [{ levels: -2, provision: '§9Z9.9', label: hostile }],
			chapterThree: ['§3C1.1'],
			otherGroups: [{ offenseLevel: 22, label: 'count 2' }],
			acceptance: 'full',
			criminalHistoryPoints: 1,
			statutoryMinimumMonths: 120,
			statutoryMaximumMonths: 'life',
			counts: 2,
			offenseClass: 'A',
			supervisedReleaseMinimumMonths: 60,
			statutoryMinimumRelief: 'safety-valve',
			safetyValve: {
				convictedOn: '2019-01-02',
				criminalHistoryPoints: 1,
				pointsFromOnePointOffenses: 1,
				...criteriaMet,
			},
			fastTrackLevels: 2,
			sentenceImposedMonths: 60,
		};
		const markdown = markdownReport(reportOf(document));
		const part = sectionOf(markdown, '## As given', '## Worksheet A');
		expect(part.match(/^\| \*\*/gm)).toHaveLength(Object.keys(document).length);
		for (const words of ['−2: §9Z9.9', 'convicted on: January 2, 2019', 'truthful disclosure: yes', '120 months']) {
			expect(part).toContain(words);
		}
	});
});

describe('HTML', () => {
	const html = htmlReport(report);

	test('no markup of the user, no script, nothing from elsewhere', () => {
		expect(html).not.toMatch(/<script|<img|<b>|<link|<iframe|\son\w+\s*=\s*["']?[^&]*>/i);
		expect(html).toContain('&lt;script&gt;document.title=&quot;owned&quot;&lt;/script&gt;');
		const attributes = [...html.matchAll(/<[^>]*\s(?:src|href|action|data|xlink:href)=/g)];
		expect(attributes).toEqual([]);
		expect(html.match(/url\(|@import/g)).toBeNull();
		expect(html).not.toMatch(
			/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufffe]|[\ud800-\udbff](?![\udc00-\udfff])/,
		);
	});

	test('headings, captions and headers for those who hear the page', () => {
		expect([...html.matchAll(/<h2>([^<]*)/g)].map(([, heading]) => heading)).toEqual(headings);
		const tables = html.match(/<table[ >]/g)?.length ?? 0;
		expect(html.match(/<caption>/g)?.length).toBe(tables);
		expect(html.match(/<thead><tr><th scope="col"/g)?.length).toBe(tables);
		expect(html.match(/<tr><th scope="row"/g)?.length).toBeGreaterThan(tables);
		expect(html.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)?.length).toBe(2);
		expect(html).toContain('<html lang="en">');
	});

	test('the cell is marked, in the table and in the sensitivity', () => {
		expect(html.match(/<mark>\[292–365\]/g)?.length).toBe(2);
	});
});

describe('on paper', () => {
	test('a short table stands on one page', async () => {
		const html = htmlReport(reportOf(givenCase));
		expect(html).toContain('<table class="kept">\n<caption>Prior sentences as given');
		expect(html).toMatch(/table\.kept, dl\.kept \{ break-inside: avoid \}/);
		const body = unzipped(await docxReport(reportOf(givenCase)))['word/document.xml'] ?? '';
		expect(body.match(/<w:keepNext\/>/g)?.length).toBeGreaterThan(20);
	});
});

describe('Markdown', () => {
	const markdown = markdownReport(report);

	test('no markup of the user', () => {
		expect(markdown).not.toMatch(/<script|<img|<b>/i);
		expect(markdown).not.toMatch(/(?<!\\)\[link|(?<!\\)!\[|(?<!\\)`code|[^\\]:\/\/|[^\\]@example|www\.ex/);
	});

	test('each row of a table has the cells of its header', () => {
		const edges = (line: string) => line.replaceAll('\\|', '').split('|').length;
		let header = 0;
		for (const line of markdown.split('\n')) {
			if (!line.startsWith('|')) header = 0;
			else if (header === 0) header = edges(line);
			else expect(edges(line), line).toBe(header);
		}
	});
});

describe('docx', () => {
	let bytes: Uint8Array;
	let parts: Record<string, string>;
	beforeAll(async () => {
		bytes = await docxReport(report);
		parts = unzipped(bytes);
	});

	test('real headings, tables with header rows, no row across pages', () => {
		const body = parts['word/document.xml'] ?? '';
		expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(headings.length);
		expect(body.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(5);
		expect(body.match(/<w:cantSplit\/>/g)?.length).toBe(body.match(/<w:tr>/g)?.length);
		expect(body).toContain('<w:pgSz w:w="12240" w:h="15840"');
	});

	test('no markup of the user, no field, no link, no character that XML forbids', () => {
		const body = parts['word/document.xml'] ?? '';
		expect(body).toContain('&lt;script&gt;');
		expect(body).not.toMatch(/<w:hyperlink|<w:fldSimple|<script|<img/);
		expect(body).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e\ufffe\uffff]/);
		expect(Object.values(parts).join('')).not.toMatch(/TargetMode="External"/);
	});

	test('no day and no person in it', () => {
		expect(parts['docProps/core.xml']).not.toMatch(/created|modified|creator|lastModifiedBy/);
		for (const [name, xml] of Object.entries(parts)) expect(xml, name).not.toMatch(/20\d\d-\d\d-\d\dT/);
	});
});

describe('the same case gives the same bytes', () => {
	const asked = (format: string, zone: string): string =>
		ussg(['calc', '--case', '-', '--format', format, '--output', '-'], JSON.stringify({ ...fullCase, caption: 'x' }), {
			TZ: zone,
			LANG: zone === 'UTC' ? 'C' : 'de_DE.UTF-8',
		}).stdout;
	test.each(['markdown', 'html', 'docx'])('%s, wherever and whenever', (format) => {
		const first = asked(format, 'UTC');
		expect(first.length).toBeGreaterThan(1000);
		expect(asked(format, 'Pacific/Kiritimati')).toBe(first);
	});

	test('a day is in it only where the user gives one, and must exist', () => {
		const dated = (...more: string[]) =>
			ussg(['calc', '--edition', '2018', '--base-level', '20', '--category', 'I', '--format', 'markdown', ...more]);
		expect(dated().stdout).not.toContain('Dated');
		expect(dated('--dated', '2020-02-29').stdout).toContain('February 29, 2020');
		expect(dated('--dated', '2021-02-29')).toMatchObject({ status: 2, stdout: '' });
	});
});
