import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { json, ussg } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, bytes: string | Uint8Array): string => {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	return path;
};
const select = ['--select', 'id,guidelineRange'];

const header = 'id,edition,baseOffenseLevel,criminalHistoryCategory';
const table = `${header}\na,2011,34,I\nb,2011,20,III\n`;
/** Sentencing Table of the 2011 Manual. */
const ranges = [
	{ id: 'a', guidelineRange: { minimumMonths: 151, maximumMonths: 188 } },
	{ id: 'b', guidelineRange: { minimumMonths: 41, maximumMonths: 51 } },
];

describe('a table as spreadsheets save it', () => {
	const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
	const semicolons = table.replaceAll(',', ';');
	test.each<[string, string | Uint8Array]>([
		['semicolons', semicolons],
		['a sep= line', `sep=;\r\n${semicolons}`],
		['a sep= line in quotes, with a byte order mark', `\ufeff"sep=,"\n${table}`],
		['UTF-16, little end first', utf16(table.replaceAll(',', '\t'))],
		['UTF-16, big end first', utf16(table).swap16()],
		['UTF-16 in gzip', gzipSync(utf16(table))],
		['UTF-8 with a byte order mark', `\ufeff${table}`],
		[
			'a header whose cells are broken into lines',
			table.replace(header, `${header},"Notes\non file"`).replaceAll(/I$/gm, 'I,'),
		],
		['empty columns', table.replaceAll('\n', ',,\n')],
		['empty rows', table.replaceAll('\n', '\n,,,\n"","",,""\n')],
	])('%s: the same from standard input and from a file', (_, bytes) => {
		const flags = [
			...select,
			...(typeof bytes === 'string' && bytes.includes('Notes') ? ['--columns', 'Notes on file='] : []),
		];
		expect(json(ussg(['batch', ...flags], bytes).stdout)).toEqual(ranges);
		expect(json(ussg(['batch', ...flags, file('table.txt', bytes)]).stdout)).toEqual(ranges);
	});

	test('lines are counted as they stand in the file', () => {
		const { stdout } = ussg(['batch'], `sep=,\n\n${header}\n,,,\nx,2011,44,I\n`);
		expect(json(stdout)[0]).toMatchObject({ id: 'x', line: 5 });
	});

	test('a title above the header is named as such', () => {
		const { status, stdout, stderr } = ussg(['batch'], `Clients of the office,,,\n\n${table}`);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('line 1, "Clients of the office", is a title. The header is line 3.');
	});

	test('a header without any known name says so, from standard input as from a file', () => {
		const unknown = 'Client,Level\nDoe,34\n';
		const runs = [ussg(['batch'], unknown), ussg(['batch', file('unknown.csv', unknown)])];
		for (const { status, stdout, stderr } of runs) {
			expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
			expect(stderr).toContain('unknown column "Client"');
		}
	});

	test('an empty row of a datafile is none', () => {
		const rows = 'AMENDYR,XFOLSOR,XCRHISSR,GLMIN,GLMAX\n,,,,\n2012,20,3,NA,.A\n';
		const records = json(ussg(['batch', '--map', 'ussc'], rows).stdout);
		expect(records.map(({ agreement }) => agreement.class)).toEqual(['not recorded']);
	});

	test('JSON Lines that come one by one are not waited for', () => {
		const record = '{"edition":"2011","baseOffenseLevel":34,"criminalHistoryCategory":"I"}\n';
		expect(json(ussg(['batch'], `\n\n${record}`).stdout)).toHaveLength(1);
	});

	test.each<[string, Uint8Array, string]>([
		['clients.xlsx', Buffer.from('504b030414000600', 'hex'), 'Save As > CSV UTF-8'],
		['clients.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Save As > CSV UTF-8'],
		['clients.zip', Buffer.from('504b030414000600', 'hex'), 'Unpack it'],
		['clients.csv.xz', Buffer.from('fd377a585a000004', 'hex'), 'xz -dc'],
		['clients.csv.zst', zstdCompressSync(table), 'zstd -dc'],
	])('%s is recognized, with what to do', (name, bytes, todo) => {
		const { status, stdout, stderr } = ussg(['batch', file(name, bytes)]);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(todo);
		expect(ussg(['batch'], bytes).status).toBe(2);
	});
});

describe('cells as programs write them', () => {
	const answers = (columns: string, cells: string) =>
		json(ussg(['batch'], `edition,baseOffenseLevel,${columns}\n2011,20,${cells}\n`).stdout)[0];
	const plain = answers('criminalHistoryCategory', 'III');

	test.each(['', ' ', 'NA', 'N/A', '.', '.A', '.Z', '#N/A', 'NULL', 'null', 'NaN', '<NA>', '#NULL!', '"NA"'])(
		'%j is no value',
		(cell) => {
			expect(answers('criminalHistoryCategory,statutoryMinimumMonths,enhancements', `III,${cell},${cell}`)).toEqual(
				plain,
			);
		},
	);

	test('a missing value in JSON Lines, as programs write it', () => {
		const document = (more: string) =>
			`{"edition":"2011","baseOffenseLevel":20,"criminalHistoryCategory":"III"${more}}\n`;
		const input = ['', 'null', '"NA"', '"."'].map((value) => document(value && `,"statutoryMinimumMonths":${value}`));
		expect(json(ussg(['batch'], input.join('')).stdout)).toEqual(Array(4).fill(plain));
	});

	test('an id or a caption stays as it is', () => {
		expect(answers('criminalHistoryCategory,id', 'III,NA').id).toBe('NA');
	});

	test('#REF! is no missing value', () => {
		expect(answers('criminalHistoryCategory,statutoryMinimumMonths', 'III,#REF!').error.path).toBe(
			'/statutoryMinimumMonths',
		);
	});

	test('20.0 is 20, in every column of numbers', () => {
		const csv = `edition,baseOffenseLevel,acceptance,criminalHistoryCategory,statutoryMinimumMonths\n2011.0,34.0,3.0,1.0,120.0\n`;
		const [answer] = json(ussg(['batch'], csv).stdout);
		// §5G1.1(c)(2): 31/I is 108-135, with a minimum of 120 it begins there.
		expect(answer.guidelineRange).toEqual({ minimumMonths: 120, maximumMonths: 135 });
	});

	test.each(['TRUE', 'True', 'yes', '1', '1.0', 'true'])('%s is true', (cell) => {
		expect(answers('criminalHistoryCategory,deportable', `III,${cell}`)).toEqual(
			answers('criminalHistoryCategory,deportable', 'III,true'),
		);
	});

	test('1 is true in JSON Lines too', () => {
		const document = (value: unknown) =>
			`${JSON.stringify({ edition: '2011', baseOffenseLevel: 20, criminalHistoryCategory: 'III', deportable: value })}\n`;
		const [first, ...others] = json(ussg(['batch'], [true, 1, 'yes', 'TRUE'].map(document).join('')).stdout);
		expect(first.error).toBeUndefined();
		expect(others).toEqual([first, first, first]);
	});

	test.each(['FALSE', 'no', '0', '0.0'])('%s is false', (cell) => {
		expect(answers('criminalHistoryCategory,deportable', `III,${cell}`)).toEqual(
			answers('criminalHistoryCategory,deportable', 'III,false'),
		);
	});

	// Excel's day 41218 is November 5, 2012 (day 1 is January 1, 1900, with a February 29 that year never had).
	test.each([
		'2012-11-05',
		'11/5/2012',
		'11/05/2012 0:00',
		'41218',
		'41218.0',
		'2012-11-05 00:00:00',
		'2012-11-05T00:00:00',
	])('%s in a column of dates is November 5, 2012', (cell) => {
		const csv = `sentencingDate,baseOffenseLevel,criminalHistoryCategory\n${cell},20,III\n`;
		const written = csv.replace(cell, '2012-11-05');
		expect(json(ussg(['batch'], csv).stdout)).toEqual(json(ussg(['batch'], written).stdout));
		expect(json(ussg(['batch'], csv).stdout)[0].edition.effectiveDate).toBe('2012-11-01');
	});

	test('a year in a column of dates stays a year', () => {
		const csv = 'sentencingDate,baseOffenseLevel,criminalHistoryCategory\n2012,20,III\n';
		expect(json(ussg(['batch'], csv).stdout)[0].error?.message ?? '').not.toContain('1905');
	});

	test('an edition that a spreadsheet made a date', () => {
		const csv = 'edition,baseOffenseLevel,criminalHistoryCategory\n11/1/2012,20,III\n';
		expect(json(ussg(['batch'], csv).stdout)[0].edition.effectiveDate).toBe('2012-11-01');
	});
});
