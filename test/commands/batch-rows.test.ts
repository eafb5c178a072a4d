import { describe, expect, test } from 'vitest';
import { json, ussg } from './run.ts';

const header = 'id,edition,baseOffenseLevel,criminalHistoryCategory,fastTrackLevels';
const table = `${header}\na,2011,34,I,2\nb,2011,34,I,2\nc,2011,34,I,\nd,2011,44,I,\ne,2011,34,I,2\n`;
/** The same records as JSON Lines. */
const documents = ['2', '2', '', '', '2'].map((levels, at) => {
	const level = at === 3 ? 44 : 34;
	return `{"id":"${'abcde'[at]}","edition":"2011","baseOffenseLevel":${level},"criminalHistoryCategory":"I"${levels && `,"fastTrackLevels":${levels}`}}\n`;
});

describe('--select line and the range after fast track', () => {
	// Sentencing Table of the 2011 Manual: 34/I is 151-188, and two levels below 121-151.
	const offered = { offered: { minimumMonths: 121, maximumMonths: 151 } };

	test.each(['1', '2'])('in CSV, also where a record recurs (%s threads)', (jobs) => {
		const records = json(ussg(['batch', '--jobs', jobs, '--select', 'line,id,fastTrack.offered'], table).stdout);
		expect(records.filter(({ error }) => !error)).toEqual([
			{ line: 2, id: 'a', fastTrack: offered },
			{ line: 3, id: 'b', fastTrack: offered },
			{ line: 4, id: 'c', fastTrack: {} },
			{ line: 6, id: 'e', fastTrack: offered },
		]);
	});

	test('in JSON Lines', () => {
		const records = json(ussg(['batch', '--select', 'id,line'], documents.join('')).stdout);
		expect(records.map(({ id, line }) => [id, line])).toEqual([...'abcde'].map((id, at) => [id, at + 1]));
	});

	test('line as a column stands once', () => {
		const select = 'line,fastTrack.offered.minimumMonths,fastTrack.offered.maximumMonths';
		const { stdout } = ussg(['batch', '--format', 'csv', '--select', select], table);
		const [names, ...rows] = stdout.split('\n');
		expect(names).toBe(`${select},error.code,error.path,error.message`);
		expect(rows.slice(0, 3)).toEqual(['2,121,151,,,', '3,121,151,,,', '4,,,,,']);
		expect(rows[3]).toMatch(/^5,,,out-of-range,/);
	});

	test('help lists them with all others', () => {
		const { status, stdout } = ussg(['batch', '--select', 'help']);
		expect(status).toBe(0);
		const fields = stdout.split('\n');
		expect(fields).toEqual(expect.arrayContaining(['guidelineRange.minimumMonths', 'line', 'fastTrack.offered']));
		expect(fields).not.toContain('agreement.class');
		expect(ussg(['batch', '--map', 'ussc', '--select', 'help']).stdout).toContain('agreement.class\n');
	});

	test('shells complete the fields', () => {
		const completed = (...words: string[]) => ussg(['complete', '--', 'batch', ...words]).stdout;
		expect(completed('--select', 'id,fastTrack.off')).toContain('id,fastTrack.offered.minimumMonths');
		expect(completed('--set', 'edi')).toContain('edition=');
	});
});

describe('--bom', () => {
	test('once, before the header', () => {
		const { stdout } = ussg(['batch', '--bom', '--format', 'csv'], table);
		expect(stdout.startsWith('\ufeffid,')).toBe(true);
		expect(stdout.lastIndexOf('\ufeff')).toBe(0);
	});

	test('not for JSON Lines', () => {
		const { status, stdout, stderr } = ussg(['batch', '--bom'], table);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('--format csv or tsv');
	});
});

test('--summary json counts on standard error', () => {
	const { status, stderr } = ussg(['batch', '--summary', 'json'], table);
	expect(status).toBe(3);
	expect(JSON.parse(stderr)).toEqual({
		records: 5,
		answered: 4,
		rejected: 1,
		guidelineRange: { '151-188': 4 },
		statutoryMinimum: { none: 4 },
		fastTrack: { 'lowers-range': 4 },
		errors: { 'out-of-range': 1 },
	});
});
