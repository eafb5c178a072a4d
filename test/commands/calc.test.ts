import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, ussg } from './run.ts';

const banuelos = [
	'--edition',
	'1995',
	'--guideline',
	'2L1.2',
	'--enhancement',
	'(b)(2)',
	'--acceptance',
	'3',
	'--category',
	'V',
];
const folder = mkdtempSync(join(tmpdir(), 'ussg-test-'));
const file = (name: string, content: string): string => {
	writeFileSync(join(folder, name), content);
	return join(folder, name);
};

describe('one case from flags', () => {
	test('Banuelos-Rodriguez: the range stands first, exit 0, nothing on stderr', () => {
		const { status, stdout, stderr } = ussg(['calc', ...banuelos]);
		expect(stdout.split('\n')[0]).toMatch(/^Guideline range {3}70–87 months +offense level 21 · category V · Zone D$/);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	});

	test('--json and --format json are the same document', () => {
		expect(ussg(['calc', ...banuelos, '--json']).stdout).toBe(ussg(['calc', ...banuelos, '--format', 'json']).stdout);
	});

	test('10y is 120 months, life is life', () => {
		const args = ['calc', '--edition', '2011', '--base-level', '34', '--acceptance', '3', '--category', 'I', '--json'];
		const years = JSON.parse(ussg([...args, '--statutory-min', '10y', '--statutory-max', 'life']).stdout);
		expect(years.guidelineRange).toEqual({ minimumMonths: 120, maximumMonths: 135 });
		expect(years.statutoryEffect.maximum).toBe('none');
	});

	test('an adjustment carries its provision and label into the steps', () => {
		const { stdout } = ussg([
			'calc',
			'--base-level',
			'20',
			'--category',
			'I',
			'--adjust',
			'-2:§3B1.2 minor role',
			'--json',
		]);
		expect(JSON.parse(stdout).steps[1]).toEqual({
			provision: '§3B1.2',
			description: 'minor role',
			levels: -2,
			offenseLevel: 18,
			worksheet: 'A',
		});
	});

	test('without an edition, the one in force today is used, and the answer says so', () => {
		const { stdout } = ussg(['calc', '--base-level', '20', '--category', 'I']);
		expect(stdout).toContain('in force today');
	});

	test('2011 to 2016: whether the conviction receives points decides between 16 and 12 levels', () => {
		const args = ['calc', '--edition', '2012', '--guideline', '2L1.2', '--category', 'I', '--json', '--enhancement'];
		expect(JSON.parse(ussg([...args, '(b)(1)(A):points']).stdout).offenseLevel.total).toBe(24);
		expect(JSON.parse(ussg([...args, '(b)(1)(A):no-points']).stdout).offenseLevel.total).toBe(20);
	});
});

describe('one case from a document', () => {
	const document = { edition: '1995', baseOffenseLevel: 24, criminalHistoryPoints: 11, acceptance: 3 };

	test('from a file and from standard input alike', () => {
		const path = file('case.json', JSON.stringify(document));
		const fromFile = ussg(['calc', '--case', path, '--json']).stdout;
		expect(JSON.parse(fromFile).guidelineRange).toEqual({ minimumMonths: 70, maximumMonths: 87 });
		expect(ussg(['calc', '--case', '-', '--json'], JSON.stringify(document)).stdout).toBe(fromFile);
	});

	test('a flag overrides the document, also where the document says it in other words', () => {
		const answer = JSON.parse(
			ussg(['calc', '--case', '-', '--category', 'VI', '--json'], JSON.stringify(document)).stdout,
		);
		expect(answer.criminalHistoryCategory).toBe('VI');
		const dated = ussg(['calc', '--case', '-', '--sentencing-date', '1993-03-01', '--json'], JSON.stringify(document));
		expect(JSON.parse(dated.stdout).edition.effectiveDate).toBe('1992-11-01');
	});

	test('a byte order mark is no part of the document', () => {
		expect(ussg(['calc', '--case', '-'], `\uFEFF${JSON.stringify(document)}`).status).toBe(0);
	});

	test('the answer goes to a file that only the user can read', () => {
		const path = join(folder, 'answer.json');
		const { status, stdout } = ussg(['calc', ...banuelos, '--json', '--output', path]);
		expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
		expect(JSON.parse(readFileSync(path, 'utf8')).guidelineRange).toEqual({ minimumMonths: 70, maximumMonths: 87 });
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});
});

describe('what cannot be answered', () => {
	const refused: [name: string, args: string[], message: string | RegExp, input?: string][] = [
		['a level above the table', ['calc', '--base-level', '44', '--category', 'I'], '--base-level: 44'],
		['a level that is no number', ['calc', '--base-level', 'eight', '--category', 'I'], '--base-level: "eight"'],
		['no level', ['calc', '--category', 'I'], '--base-level: missing'],
		['no category', ['calc', '--base-level', '8'], '--category: missing'],
		['a category beyond VI', ['calc', '--base-level', '8', '--category', 'VII'], '--category: "VII"'],
		[
			'a day that does not exist',
			['calc', '--base-level', '8', '--category', 'I', '--sentencing-date', '2013-02-29'],
			'"2013-02-29"',
		],
		[
			'a year before the Guidelines',
			['calc', '--base-level', '8', '--category', 'I', '--edition', '1986'],
			'November 1, 1987',
		],
		[
			'a date on which no edition began',
			['calc', '--base-level', '8', '--category', 'I', '--edition', '2012-05-05'],
			'"2011-11-01"',
		],
		[
			'a third level below 16',
			['calc', '--base-level', '15', '--category', 'I', '--acceptance', '3'],
			'--acceptance: 3',
		],
		[
			'a third level before 1992',
			['calc', '--base-level', '24', '--category', 'I', '--acceptance', '3', '--edition', '1991'],
			'November 1, 1992',
		],
		[
			'one level of acceptance',
			['calc', '--base-level', '24', '--category', 'I', '--acceptance', '1'],
			'--acceptance: 1',
		],
		[
			'fast track before it began',
			['calc', '--base-level', '24', '--category', 'I', '--fast-track', '1', '--edition', '2002'],
			'October 27, 2003',
		],
		[
			'five fast-track levels',
			['calc', '--base-level', '24', '--category', 'I', '--fast-track', '5'],
			'--fast-track: 5',
		],
		[
			'a minimum above the maximum',
			['calc', '--base-level', '24', '--category', 'I', '--statutory-min', '10y', '--statutory-max', '60'],
			'120 is above the maximum of 60',
		],
		[
			'an enhancement of another edition',
			['calc', '--edition', '2012', '--guideline', '2L1.2', '--enhancement', '(b)(2)', '--category', 'V'],
			'"(b)(2)"',
		],
		[
			'an enhancement without its guideline',
			['calc', '--base-level', '8', '--category', 'I', '--enhancement', '(b)(2)'],
			'--enhancement',
		],
		['a base level that is not the edition’s', ['calc', ...banuelos, '--base-level', '9'], 'which is 8'],
		[
			'a category that is not the points’',
			['calc', '--case', '-'],
			'category IV',
			'{"edition":"2012","baseOffenseLevel":8,"criminalHistoryCategory":"V","criminalHistoryPoints":8}',
		],
		[
			'points unknown where the level depends on them',
			['calc', '--edition', '2012', '--guideline', '2L1.2', '--enhancement', '(b)(1)(A)', '--category', 'I'],
			/receive criminal history points/,
		],
		['an unknown flag', ['calc', '--bse-level', '8'], "'--bse-level'"],
		['an unknown format', ['calc', ...banuelos, '--format', 'pdf'], 'pdf'],
		['a file that is not there', ['calc', '--case', join(folder, 'nowhere.json')], 'no such file'],
		['a folder in place of a file', ['calc', '--case', folder], 'folder'],
		['text that is no JSON', ['calc', '--case', '-'], 'not valid JSON', 'base 8'],
		['an empty document', ['calc', '--case', '-'], 'not valid JSON', ''],
		['an array', ['calc', '--case', '-'], 'one JSON object', '[1]'],
		['a duplicate key', ['calc', '--case', '-'], '"edition" appears twice', '{"edition":"2012","edition":"2013"}'],
		[
			'an unknown key',
			['calc', '--case', '-'],
			'/acceptence: unknown key',
			'{"edition":"2012","baseOffenseLevel":8,"criminalHistoryCategory":"I","acceptence":2}',
		],
		[
			'an output folder that is not there',
			['calc', ...banuelos, '--output', join(folder, 'no', 'where')],
			/cannot write ".*": there is no folder ".*no"\. Make it first, or name another/,
		],
	];
	for (const [name, args, message, input] of refused) {
		test(`${name}: exit 2, stdout empty, the message says what`, () => {
			const { status, stdout, stderr } = ussg(args, input);
			expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
			expect(stderr).toMatch(/^ussg: [^\n]+\n(\(Did you mean [^\n]+\n)?$/);
			if (typeof message === 'string') expect(stderr).toContain(message);
			else expect(stderr).toMatch(message);
		});
	}

	test('without a terminal, ussg alone names calc and batch', () => {
		const { status, stdout, stderr } = ussg([]);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/ussg calc.*ussg batch/);
	});
});

// An id belongs to its Manual: (b)(1)(A) of §2L1.2 was 16 levels for a violent or drug felony until November 1, 2016 (amendment 802).
describe('a case document that a flag moves to another edition', () => {
	const document = (given: object) => {
		const path = join(folder, 'carried.json');
		writeFileSync(path, JSON.stringify({ guideline: '2L1.2', criminalHistoryCategory: 'I', ...given }));
		return path;
	};
	const of2005 = { edition: '2005', enhancements: ['(b)(1)(A)'] };

	test.each([
		['--edition 2025', of2005, ['--edition', '2025'], '/enhancements/0'],
		['--sentencing-date', of2005, ['--sentencing-date', '2019-02-01'], '/enhancements/0'],
		[
			'from its sentencing date',
			{ ...of2005, edition: undefined, sentencingDate: '2006-02-01' },
			['--edition', '2025'],
			'/enhancements/0',
		],
		[
			'a named adjustment (amendment 663)',
			{ edition: '2003', enhancements: [], chapterThree: ['§3A1.2(b)'] },
			['--edition', '2004'],
			'/chapterThree/0',
		],
		[
			'another guideline (amendment 543)',
			{ guideline: '2L1.1', edition: '1995', enhancements: ['(b)(1)'] },
			['--edition', '1998'],
			'/enhancements/0',
		],
	])('keeps no id that is a different rule there: %s', (_, given, flags, path) => {
		const file = document(given);
		for (const command of ['calc', 'compare']) {
			const args = command === 'calc' ? ['--case', file] : [file];
			const { status, stdout, stderr } = ussg([command, ...args, ...flags, '--acceptance', 'full']);
			expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
			expect(stderr).toMatch(new RegExp(`^ussg: ${path}: .* is a different rule in the edition used: "`));
		}
	});

	test('says what the id means there, and what it meant', () => {
		const { stderr } = ussg(['calc', '--case', document(of2005), '--edition', '2025']);
		expect(stderr).toContain('"earlier felony conviction for illegal reentry"');
		expect(stderr).toContain(
			'In the Manual of November 1, 2005 it is "deported, or remained, after a felony: drugs over 13 months',
		);
	});

	test('keeps one that is the same rule, and takes one that the flags give', () => {
		const levels = (...flags: string[]) =>
			JSON.parse(ussg(['calc', '--case', document(of2005), '--json', ...flags]).stdout).offenseLevel.enhancements;
		expect(levels('--edition', '2008')).toBe(16);
		expect(levels('--edition', '2025', '--enhancement', '(b)(1)(A)')).toBe(4);
	});

	test('leaves out what it states of the Manual of the offense date', () => {
		const levels = { guideline: undefined, baseOffenseLevel: 20, underOffenseDateManual: { baseOffenseLevel: 10 } };
		const file = document({ ...levels, offenseDate: '2001-02-01', sentencingDate: '2005-02-01' });
		expect(JSON.parse(ussg(['calc', '--case', file, '--json']).stdout).offenseLevel.total).toBe(10);
		expect(JSON.parse(ussg(['calc', '--case', file, '--json', '--edition', '2004']).stdout).offenseLevel.total).toBe(
			20,
		);
	});
});

describe('a document larger than a case can be is not read to its end', () => {
	const tooLarge = 'ussg: the document is larger than 1 MiB, the limit for a case. Check the file\n';

	test('standard input that never ends', () => {
		const pipe = `yes '{"a":1}' | timeout 60 "$0" "$1" calc --case -`;
		const { status, stdout, stderr } = spawnSync('bash', ['-c', pipe, process.execPath, bin], { encoding: 'utf8' });
		expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: tooLarge });
	});

	test('a file of two gigabytes', () => {
		truncateSync(file('large.json', ''), 2 ** 31);
		const large = join(folder, 'large.json');
		expect(ussg(['calc', '--case', large])).toEqual({ status: 2, stdout: '', stderr: tooLarge });
		expect(ussg(['compare', large])).toMatchObject({ status: 2, stdout: '' });
	});

	test('a case of just that size is answered', () => {
		const text = '{"edition":"2011","baseOffenseLevel":34,"criminalHistoryCategory":"I"}';
		expect(ussg(['calc', '--case', file('full.json', text.padEnd(2 ** 20))]).status).toBe(0);
		expect(ussg(['calc', '--case', file('over.json', text.padEnd(2 ** 20 + 1))]).stderr).toBe(tooLarge);
	});
});
