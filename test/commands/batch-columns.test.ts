import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { json, ussg } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-columns-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};

/** As an office keeps it: names of its own, a column that says nothing of the range, an empty one at the end. */
const clients = [
	'Client,Phone,BOL,Category,',
	'Doe,555-0100,34,I,',
	'"Roe, J.",555-0101,44,I,',
	'"x"y,1,20,I,',
	'Poe,,20,III,',
].join('\n');
const columns = 'Client=caption,BOL=baseOffenseLevel,Category=criminalHistoryCategory';
const office = ['batch', '--columns', columns, '--carry', '--set', 'edition=2011'];

describe('columns with names of the user', () => {
	// Sentencing Table of the 2011 Manual: 34/I is 151-188, 20/III 41-51.
	test('CSV: every column as it came, then the answer, also of a rejected row', () => {
		const select = 'guidelineRange.minimumMonths,guidelineRange.maximumMonths';
		const { status, stdout } = ussg([...office, '--format', 'csv', '--select', select], clients);
		expect(status).toBe(3);
		expect(stdout.split('\n')).toEqual([
			`Client,Phone,BOL,Category,column 5,${select},line,error.code,error.path,error.message`,
			'Doe,555-0100,34,I,,151,188,,,,',
			expect.stringMatching(/^"Roe, J\.",555-0101,44,I,,,,3,out-of-range,\/baseOffenseLevel,"column ""BOL"": 44 /),
			expect.stringMatching(/^"""x""y",1,20,I,,,,4,invalid-csv,/),
			'Poe,,20,III,,41,51,,,,',
			'',
		]);
	});

	test.each(['1', '2'])('JSON Lines: an object of the columns before the answer (%s threads)', (jobs) => {
		const [first, second] = json(ussg([...office, '--jobs', jobs, '--select', 'guidelineRange'], clients).stdout);
		const carried = { Client: 'Doe', Phone: '555-0100', BOL: '34', Category: 'I', 'column 5': '' };
		expect(first).toEqual({ carried, guidelineRange: { minimumMonths: 151, maximumMonths: 188 } });
		expect(Object.keys(first)[0]).toBe('carried');
		expect(second).toMatchObject({ carried: { Phone: '555-0101' }, line: 3, error: { path: '/baseOffenseLevel' } });
	});

	test('rows that recur keep their own columns', () => {
		const many = ['Client,BOL,Category,Phone', ...[1, 2, 3, 4, 5].map((at) => `C${at},20,III,${at}`)].join('\n');
		const records = json(ussg(office, many).stdout);
		expect(records.map(({ carried, caption }) => [caption, carried.Phone])).toEqual(
			[1, 2, 3, 4, 5].map((at) => [`C${at}`, String(at)]),
		);
	});

	test('a selected field of the same name as a carried column is named apart', () => {
		const csv = 'edition,baseOffenseLevel,criminalHistoryCategory\n2011,20,3\n';
		const { stdout } = ussg(['batch', '--carry', '--format', 'csv', '--select', 'criminalHistoryCategory'], csv);
		const header = 'edition,baseOffenseLevel,criminalHistoryCategory,result.criminalHistoryCategory,line,';
		expect(stdout.startsWith(header)).toBe(true);
		expect(stdout.split('\n')[1]).toBe('2011,20,3,III,,,,');
	});

	test('a table without rows has its header all the same', () => {
		const csv = 'Client,edition,baseOffenseLevel,criminalHistoryCategory\n';
		const { stdout } = ussg(['batch', '--carry', '--format', 'csv', '--select', 'line'], csv);
		expect(stdout).toBe(`${csv.trim()},line,error.code,error.path,error.message\n`);
	});

	test('a column that is not read, but almost named as a field is, is told of', () => {
		const csv = 'edition,baseOffenseLevel,criminalHistoryCategory,statutoryMinimumMonth\n2011,20,3,120\n';
		const { status, stderr } = ussg(['batch', '--carry'], csv);
		expect(status).toBe(0);
		expect(stderr).toContain('"statutoryMinimumMonth=statutoryMinimumMonths"');
	});

	test.each([
		[['--columns', 'Clent=caption'], 'no column "Clent". Did you mean "Client"?'],
		[['--columns', 'Client=captoin'], '"captoin" is not a field of the case document. Did you mean "caption"?'],
		[['--columns', 'Client'], '"Client" is not in the form COLUMN=FIELD'],
		[['--columns', 'Client=caption,Phone=caption', '--carry'], 'both give caption'],
		[['--columns', columns], '"Phone=FIELD"'],
		[['--set', 'editon=2011'], 'Did you mean "edition"?'],
		[['--set', 'baseOffenseLevel=44'], '--set: baseOffenseLevel: 44 '],
		[['--set', 'edition=2011', '--set', 'edition=2012'], '"edition" is given twice'],
	])('%j is rejected before anything is answered', (flags, message) => {
		const { status, stdout, stderr } = ussg(['batch', ...flags], clients);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(message);
	});

	test('a column left out with an empty field, and a name with a comma in quotes', () => {
		const csv = '"Name, first",Phone,baseOffenseLevel,criminalHistoryCategory\nDoe,5,20,III\n';
		const flags = ['--columns', '"Name, first=caption",Phone=', '--set', 'edition=2011', '--select', 'caption'];
		expect(json(ussg(['batch', ...flags], csv).stdout)).toEqual([{ caption: 'Doe' }]);
	});

	test('a value under a column without a name is not passed over', () => {
		const csv = 'edition,baseOffenseLevel,criminalHistoryCategory,\n2011,20,III,120\n2011,20,III,\n';
		const [rejected, answered] = json(ussg(['batch'], csv).stdout);
		expect(rejected).toMatchObject({ line: 2, error: { code: 'invalid-csv' } });
		expect(rejected.error.message).toContain('column 4');
		expect(answered.offenseLevel.total).toBe(20);
	});

	test('JSON Lines have no columns', () => {
		const document = '{"edition":"2011","baseOffenseLevel":20,"criminalHistoryCategory":"I"}\n';
		for (const flags of [['--carry'], ['--columns', 'a=id']]) {
			const { status, stdout, stderr } = ussg(['batch', ...flags], document);
			expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
			expect(stderr).toContain('with CSV or TSV');
		}
	});

	test('files with other columns cannot stand under one header', () => {
		const one = file('one.csv', 'id,edition,baseOffenseLevel,criminalHistoryCategory\na,2011,20,I\n');
		const other = file('other.csv', 'id,edition,criminalHistoryCategory,baseOffenseLevel\nb,2011,I,20\n');
		const { status, stdout, stderr } = ussg(['batch', '--carry', '--format', 'csv', one, other]);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('different columns');
		expect(json(ussg(['batch', '--carry', one, other]).stdout)[1].carried.baseOffenseLevel).toBe('20');
	});

	test('--map ussc: the row is kept, under names of the user', () => {
		const row = 'Row,AMENDYR,Level,XCRHISSR,GLMIN,GLMAX,DISTRICT\n7,2012,20,3,41,51,51\n';
		const flags = [
			'--map',
			'ussc',
			'--columns',
			'Row=USSCIDN,Level=XFOLSOR',
			'--carry',
			'--select',
			'id,agreement.class',
		];
		expect(json(ussg(['batch', ...flags], row).stdout)).toEqual([
			{
				carried: { Row: '7', AMENDYR: '2012', Level: '20', XCRHISSR: '3', GLMIN: '41', GLMAX: '51', DISTRICT: '51' },
				id: '7',
				agreement: { class: 'equal' },
			},
		]);
	});
});

describe('what every record shares', () => {
	test('is added to JSON Lines too; a record that says otherwise is rejected', () => {
		const records = ['', '"edition":"2011",', '"edition":"2018",'].map(
			(edition) => `{${edition}"baseOffenseLevel":20,"criminalHistoryCategory":"I"}\n`,
		);
		const { status, stdout } = ussg(
			['batch', '--set', 'edition=2011', '--select', 'edition.effectiveDate'],
			records.join(''),
		);
		expect(status).toBe(3);
		const [first, second, third] = json(stdout);
		expect([first, second]).toEqual(Array(2).fill({ edition: { effectiveDate: '2011-11-01' } }));
		expect(third).toMatchObject({ line: 3, error: { code: 'disagrees', path: '/edition' } });
	});

	test('a value as people write it', () => {
		const record = '{"baseOffenseLevel":20,"criminalHistoryCategory":"I"}\n';
		const { stdout } = ussg(
			['batch', '--set', 'sentencingDate=Nov. 5, 2012', '--select', 'edition.effectiveDate'],
			record,
		);
		expect(json(stdout)).toEqual([{ edition: { effectiveDate: '2012-11-01' } }]);
	});
});
