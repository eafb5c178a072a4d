import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { json, ussg } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-quoted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = 'id,caption,edition,baseOffenseLevel,criminalHistoryCategory,sentencingDate';
const good = '2011,20,III,';
const answersTo = (rows: readonly string[], flags: string[] = []) =>
	json(ussg(['batch', ...flags], `${[header, ...rows].join('\n')}\n`).stdout);

/** RFC 4180, section 2, rule 6: fields with line breaks are enclosed in double quotes. */
describe('a cell with line breaks', () => {
	test('is one cell, and lines are counted as the file has them', () => {
		const rows = [`a,"Doe\r\nv. ""Roe""\n\nand others",${good}`, `b,x,2011,44,III,`, `c,x,${good}`];
		const [a, b, c] = answersTo(rows);
		expect(a).toMatchObject({ id: 'a', caption: 'Doe\nv. "Roe"\n\nand others', offenseLevel: { total: 20 } });
		expect(b).toMatchObject({ line: 6, id: 'b' });
		expect(c.id).toBe('c');
	});

	test('may be the first or the last', () => {
		const csv =
			'caption,edition,baseOffenseLevel,criminalHistoryCategory,statutes\n"Doe\nJohn",2011,20,III,"8:1326(b)(2)\n"\nx,2011,20,III,\n';
		const records = json(ussg(['batch', '--set', 'offenseDate=2011-11-05'], csv).stdout);
		expect(records.map(({ caption, error }) => [caption, error])).toEqual([
			['Doe\nJohn', undefined],
			['x', undefined],
		]);
	});

	test('goes whole to the rejected rows, and stays in its carried column', () => {
		const file = join(folder, 'again.csv');
		const rows = [`a,"Doe\nRoe",2011,44,III,`, `b,x,${good}`];
		const [a] = answersTo(rows, ['--rejects', file, '--carry']);
		expect(readFileSync(file, 'utf8')).toBe(`${header}\n${rows[0]}\n`);
		expect(a).toMatchObject({ line: 2, id: 'a', carried: { caption: 'Doe\nRoe' } });
	});

	test.each(['1', '2', '3'])('anywhere in a long file (%s threads)', (jobs) => {
		const texts = Array.from({ length: 9000 }, (_, at) => {
			if (at % 7 === 0) return `note ${at}\nof ${'several '.repeat(at % 5)}\nlines`;
			return at % 11 === 0 ? 'stray' : `note ${at}`;
		});
		const rows = texts.map((text, at) => `r${at},${text === 'stray' ? '"' : ''}"${text}",${good}`);
		const file = join(folder, `long${jobs}.csv`);
		writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
		const { stdout } = ussg(['batch', '--jobs', jobs, '--select', 'id,caption', file]);
		let line = 1;
		const expected = texts.map((text, at) => {
			line++;
			const first = line;
			line += text.split('\n').length - 1;
			return text === 'stray' ? first : { id: `r${at}`, caption: text };
		});
		expect(json(stdout).map((record) => (record.error ? record.line : record))).toEqual(expected);
	});
});

describe('a stray quote costs its own record alone', () => {
	test.each([
		['never closed', [`a,"x,${good}`, `b,x,${good}`, `c,x,${good}`]],
		['closed by chance in the next record', [`a,"x,${good}`, `b,x",${good}`, `c,x,${good}`]],
		['in the last cell', [`a,x,2011,20,III,"`, `b,x,${good}`, `c,x,${good}`]],
		['in the first cell', [`"a,x,${good}`, `b,x,${good}`, `c,x,${good}`]],
		['closed by chance after a record', [`a,"x`, `b,x,${good}`, `c,x",${good}`]],
		['at the end of the file', [`b,x,${good}`, `c,x,${good}`, `a,"x,${good}`]],
	])('%s', (_, rows) => {
		const records = answersTo(rows);
		expect(records).toHaveLength(3);
		expect(records.filter(({ error }) => error?.code === 'invalid-csv')).toHaveLength(1);
		expect(records.filter(({ error }) => !error).map(({ id }) => id)).toEqual(['b', 'c']);
	});
});
