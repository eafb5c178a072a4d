import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cell } from '../../src/commands/batch/records/cells.ts';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { plainDress } from '../../src/report/dress.ts';
import { docxReport } from '../../src/report/formats/docx.ts';
import { htmlReport } from '../../src/report/formats/html.ts';
import { markdownReport } from '../../src/report/formats/markdown.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { questions, ussg } from '../commands/run.ts';
import { fullCase, givenCase, reportOf } from './hostile.ts';
import { marks, marksIn, unsafe } from './hostile-marks.ts';
import { unzipped } from './unzipped.ts';

/** Text is only text: whatever field it stands in, no output passes on what is not seen and would be obeyed. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The document with a text put in place of each text in it, one at a time, and in place of each key. */
function* withText(document: Json, text: string): Generator<Json> {
	if (typeof document === 'string') yield text;
	if (typeof document !== 'object' || document === null) return;
	for (const [key, value] of Object.entries(document)) {
		const copy = () => structuredClone(document) as { [key: string]: Json };
		for (const changed of withText(value, text)) yield Object.assign(copy(), { [key]: changed });
		if (Array.isArray(document)) continue;
		const { [key]: _, ...rest } = copy();
		yield { ...rest, [text]: value };
	}
}

const bases = [fullCase, givenCase].map((document) => JSON.parse(JSON.stringify(document)) as Json);
const documents = bases.flatMap((document) => [...withText(document, unsafe)]);

/** Those that are answered all the same. */
const answered = documents.filter((document) => {
	try {
		calculate(parseCase(document));
		return true;
	} catch {
		return false;
	}
});

const folder = mkdtempSync(join(tmpdir(), 'ussg-unsafe-'));
const at = (name: string): string => join(folder, name);
beforeAll(() => writeFileSync(at('all.jsonl'), documents.map((document) => `${JSON.stringify(document)}\n`).join('')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the text stands in every field, and some of them take any text', () => {
	expect(documents.length).toBeGreaterThan(60);
	expect(answered.length).toBeGreaterThan(8);
});

describe('a report', () => {
	test.each(answered.map((document, index) => [index, document as object]))('of case %i', async (_, document) => {
		const result = calculate(parseCase(document), { sensitivity: true });
		const report = reportOf(document);
		for (const ascii of [false, true])
			expect(marksIn(textReport(result, bundledLaw, { ...plainDress, ascii }))).toEqual([]);
		const [markdown, html] = [markdownReport(report), htmlReport(report)];
		expect(marksIn(markdown)).toEqual([]);
		expect(markdown).not.toMatch(/<script|(?<!\\)!\[i|(?<!\\)\$x|(?<!\\):smile/);
		expect(marksIn(html)).toEqual([]);
		expect(html).not.toMatch(/<script/);
		for (const [name, part] of Object.entries(unzipped(await docxReport(report)))) {
			expect(marksIn(part, ['\t', '\r']), name).toEqual([]);
			expect(part, name).not.toMatch(/<script/);
		}
	});
});

/** A spreadsheet's formula: a sign that begins a cell, if the cell is no number. */
const isFormula = (text: string): boolean =>
	/^[\s"]*[=+\-@＝＋－＠﹦﹢﹣﹫]/.test(text) && !/^[\s"]*[+-]?(\d+\.?\d*|\.\d+)[\s"]*$/.test(text);

describe('batch', () => {
	test.each(['jsonl', 'csv', 'tsv'])('as %s', (format) => {
		const { status, stdout, stderr } = ussg(['batch', '--format', format, '--summary', at('all.jsonl')]);
		expect(status).toBe(3);
		expect(marksIn(stderr)).toEqual([]);
		expect(marksIn(stdout, format === 'tsv' ? ['\t'] : [])).toEqual([]);
		const lines = stdout.split('\n').slice(format === 'jsonl' ? 0 : 1, -1);
		expect(lines).toHaveLength(documents.length);
		if (format === 'jsonl') {
			// Nothing is lost: what was escaped is read as it was given.
			expect(lines.map((line) => JSON.parse(line)).filter(({ caption }) => caption === unsafe).length).toBe(
				answered.filter((document) => (document as { caption?: string }).caption === unsafe).length,
			);
			return;
		}
		for (const line of lines)
			for (const separator of [',', ';', '\t', '|']) {
				expect(line.split(separator).filter(isFormula), `${separator} in ${line}`).toEqual([]);
			}
	});

	test('an id that recurs is escaped like any other', () => {
		const line = (id: string) =>
			JSON.stringify({ id, edition: '2012', baseOffenseLevel: 8, criminalHistoryCategory: 'I' });
		const ids = marks.filter((mark) => mark.isWellFormed()).flatMap((mark) => [`x${mark}y`, `${mark}=1+1`]);
		const input = ['first', 'second', ...ids].map((id) => `${line(id)}\n`).join('');
		const json = ussg(['batch'], input).stdout;
		expect(marksIn(json)).toEqual([]);
		expect(
			json
				.trimEnd()
				.split('\n')
				.map((each) => JSON.parse(each).id),
		).toEqual(['first', 'second', ...ids]);
		const csv = ussg(['batch', '--format', 'csv', '--select', 'id'], input).stdout;
		expect(marksIn(csv)).toEqual([]);
		expect(
			csv
				.split('\n')
				.flatMap((each) => each.split(','))
				.filter(isFormula),
		).toEqual([]);
	});

	test('cells and columns of a table', () => {
		const plain = unsafe.replaceAll('\n', ' ').replaceAll('"', "'").toWellFormed();
		const input = `id,edition,baseOffenseLevel,criminalHistoryCategory,caption\n${plain},2012,8,I,"${plain}"\n"${plain}","${plain}",8,I,c\n`;
		for (const format of ['jsonl', 'csv']) {
			const { status, stdout } = ussg(['batch', '--format', format], input);
			expect({ status, marks: marksIn(stdout) }).toEqual({ status: 3, marks: [] });
		}
		const { status, stderr } = ussg(['batch'], `id,"${plain}"\na,b\n`);
		expect({ status, marks: marksIn(stderr) }).toEqual({ status: 2, marks: [] });
	});
});

test.each([
	['-5', '-5'],
	['+3', '+3'],
	['-1.5', '-1.5'],
	['-.5', '-.5'],
	['-2;-3;+4', '-2;-3;+4'],
	['a-b', 'a-b'],
	['2012-11-01', '2012-11-01'],
	['=1+1', "'=1+1"],
	['-1+1', "'-1+1"],
	['-5)', "'-5)"],
	['@SUM(A1)', "'@SUM(A1)"],
	['  =1', "  '=1"],
	['x;=1', "x;'=1"],
	['x; \uff1d1', "x; '\uff1d1"],
	['\uff0b1', "'\uff0b1"],
	['"=1"', `"""'=1"""`],
	['\t=1', '\\t=1'],
	['\u200b=1', '\\u200b=1'],
	['a\u001b]0;x\u0007', 'a\\u001b]0;x\\u0007'],
])('the cell of %j is %s', (text, expected) => {
	expect(cell(text, ',')).toBe(expected);
});

describe('on the command line', () => {
	const odd = unsafe.replaceAll('\0', '').replaceAll('\n', ' ').toWellFormed();
	const good = ['--edition', '2012', '--base-level', '8', '--category', 'I'];

	test.each([
		['calc', '--edition', odd],
		['calc', '--case', odd],
		['calc', '--category', odd],
		['calc', '--enhancement', `x:${odd}`, ...good],
		['calc', '--adjust', odd, ...good],
		['calc', '--format', odd],
		['calc', ...good, '--output', `no/${odd}`],
		['calc', ...good, '--output', `a.${odd.replaceAll('/', ' ')}`],
		['calc', ...good, '--dated', odd, '--format', 'html'],
		['calc', `--${odd}`],
		['calc', odd],
		['batch', '--select', odd],
		['batch', '--format', odd],
		['batch', odd],
		['batch', '--rejects', `no/${odd}`],
		['compare', odd],
		['compare', ...good.slice(2), '--editions', odd],
		['table', '--level', odd],
		['editions', odd],
		['guideline', odd],
		['explain', odd],
		['verify', odd],
		['completion', odd],
		['schema', odd],
		[odd],
		[`--${odd}`],
	])('%s %s …', (...args) => {
		const { status, stdout, stderr } = ussg(args);
		expect([1, 2]).toContain(status);
		expect(marksIn(stdout + stderr)).toEqual([]);
		expect(stderr).toContain('ussg: ');
	});

	test('an adjustment that is answered, in every form', () => {
		for (const format of ['text', 'json', 'markdown', 'html']) {
			const { status, stdout } = ussg([
				'calc',
				...good,
				'--adjust',
				`-2:${odd.replace(/[\r\u2028\u2029]/g, '').slice(0, 150)}`,
				'--format',
				format,
			]);
			expect({ format, status, marks: marksIn(stdout) }).toEqual({ format, status: 0, marks: [] });
		}
	});

	test('cases side by side, from files of any name', () => {
		mkdirSync(at('odd'), { recursive: true });
		const name = (index: number): string => join(at('odd'), `${index} \u001b[31m\u202e\u009b.json`);
		const some = [...answered, ...documents.filter((document) => !answered.includes(document)).slice(0, 5)];
		const files = some.map((document, index) => {
			writeFileSync(name(index), JSON.stringify(document));
			return name(index);
		});
		for (const more of [[], ['--json'], ['--ascii']]) {
			const { status, stdout, stderr } = ussg(['compare', ...files, ...more]);
			expect({ status, marks: marksIn(stdout + stderr) }).toEqual({ status: 3, marks: [] });
		}
	});
});

describe('the questions', () => {
	test.each(answered.map((document, index) => [index, document]))(
		'about case %i, and what they write',
		async (index, document) => {
			const name = `case-${index}.json`;
			writeFileSync(at(name), JSON.stringify(document));
			const [saved, markdown, json, draft] = ['c.json', 'r.md', 'r.json', 'd.json'].map(
				(file) => `${index}-${file}`,
			) as [string, string, string, string];
			const written = ['save', saved, 'write', 'markdown', markdown, 'write', 'json', json, 'draft', draft];
			const said = await questions(folder, name, ['?', '', ...written, 'finish']);
			expect(marksIn(said)).toEqual([]);
			for (const file of [saved, draft]) expect(marksIn(readFileSync(at(file), 'utf8'), ['\t'])).toEqual([]);
			for (const file of [markdown, json]) expect(marksIn(readFileSync(at(file), 'utf8'))).toEqual([]);
		},
	);
});
