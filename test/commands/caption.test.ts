import { expect, test } from 'vitest';
import { ussg } from './run.ts';

const calc = ['calc', '--edition', '2018', '--base-level', '20', '--points', '3'];
const caption = [
	'--court',
	'U.S. District Court, S.D. Tex.',
	'--case-number',
	'4:14-cr-00123',
	'--judge',
	'Hon. A. Smith',
];

test('the caption block stands at the head of a report to file', () => {
	const { stdout, status } = ussg([
		...calc,
		...caption,
		'--prepared-by',
		'Counsel',
		'--dated',
		'May 5, 2019',
		'--format',
		'markdown',
	]);
	expect(status).toBe(0);
	const rows = ['Court', 'Case number', 'Judge', 'Prepared by', 'Date'];
	const places = rows.map((row) => stdout.indexOf(`| **${row}** |`));
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(places.every((place) => place > 0 && place < stdout.indexOf('## As given'))).toBe(true);
	expect(stdout).toContain('| **Date** | May 5, 2019 |');
	expect(stdout).not.toContain('**Dated**');
});

test('without it nothing changes, and the day stands at the end', () => {
	const { stdout } = ussg([...calc, '--dated', '2019-05-05', '--format', 'markdown']);
	expect(stdout).not.toContain('## Caption');
	expect(stdout).toContain('| **Dated** | May 5, 2019 |');
});

test('an answer on the screen has no caption block, and says so', () => {
	expect(ussg([...calc, ...caption])).toMatchObject({ status: 2, stdout: '' });
	expect(ussg([...calc, ...caption]).stderr).toContain(
		'--court: the caption block stands in a markdown, html or docx report',
	);
});

test('--format client writes the page, as text or as the file that is named', () => {
	const { stdout, status } = ussg([...calc, '--format', 'client']);
	expect(status).toBe(0);
	expect(stdout).toContain('YOUR RANGE');
	expect(stdout).toContain('No one can\n   promise you a sentence.');
	expect(ussg([...calc, '--format', 'client', '--output', 'page.json']).stderr).toContain(
		'ends in .json, but the format is client',
	);
});

test('a month or a year in a flag, and in a cell', () => {
	const dated = (day: string) =>
		ussg(['calc', '--sentencing-date', day, '--base-level', '20', '--points', '3', '--json']);
	expect(JSON.parse(dated('May 2012').stdout)).toMatchObject({
		edition: { effectiveDate: '2011-11-01' },
		partialDates: [{ given: '2012-05' }],
	});
	expect(dated('2012')).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('--sentencing-date: Was the sentencing before November 1, 2012'),
	});
	const rows =
		'id,sentencingDate,baseOffenseLevel,criminalHistoryPoints\na,5/2012,20,3\nb,Sept. 2012,20,3\nc,2012,20,3\n';
	const answers = ussg(['batch'], rows)
		.stdout.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	expect(answers.map(({ partialDates, error }) => partialDates?.[0].given ?? error.code)).toEqual([
		'2012-05',
		'2012-09',
		'facts-missing',
	]);
});
