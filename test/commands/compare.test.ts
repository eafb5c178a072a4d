import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-compare-'));
const file = (name: string, content: unknown): string => {
	const path = join(folder, name);
	writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
	return path;
};

/** Banuelos-Rodriguez, 215 F.3d 969 (9th Cir. 2000): 70–87; a plea to § 1326(a) caps it at 24 (§5G1.1(a)). */
const banuelos = {
	edition: '1995',
	guideline: '2L1.2',
	enhancements: ['(b)(2)'],
	acceptance: 3,
	criminalHistoryCategory: 'V',
};
const a = file('a.json', { ...banuelos, id: 'a', statutoryMaximumMonths: 24 });
const b2 = file('b2.json', { ...banuelos, id: 'b2', statutoryMaximumMonths: 240 });
const reentry = ['--guideline', '2L1.2', '--category', 'III'];
const parsed = (args: string[], input = '') => JSON.parse(ussg(['compare', ...args, '--json'], input).stdout);
// biome-ignore lint/suspicious/noExplicitAny: documents as they came out
const range = (result: any) => result.guidelineRange;

describe('several case documents', () => {
	test('an array of results in the order of the files, exit 0, nothing on stderr', () => {
		const { status, stdout, stderr } = ussg(['compare', b2, a, '--format', 'json']);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(JSON.parse(stdout).map(range)).toEqual([
			{ minimumMonths: 70, maximumMonths: 87 },
			{ minimumMonths: 24, maximumMonths: 24 },
		]);
	});

	test('- is standard input, and flags override each document', () => {
		const other = JSON.stringify({ edition: '1995', baseOffenseLevel: 20, criminalHistoryCategory: 'II' });
		const results = parsed([a, '-', '--category', 'I'], other);
		expect(results.map(range)).toEqual([
			{ minimumMonths: 24, maximumMonths: 24 },
			{ minimumMonths: 33, maximumMonths: 41 },
		]);
	});

	test('a refused document keeps its place and spoils no other, exit 3', () => {
		const broken = file('broken.json', { ...banuelos, id: 'broken', acceptance: 1 });
		const { status, stdout, stderr } = ussg([
			'compare',
			broken,
			a,
			file('text.json', '{'),
			file('latin1.json', Buffer.from([0xff])),
			'--json',
		]);
		const answers = JSON.parse(stdout);
		expect({ status, stderr, length: answers.length }).toEqual({ status: 3, stderr: '', length: 4 });
		expect(answers[0]).toMatchObject({ file: broken, id: 'broken', error: { path: '/acceptance' } });
		expect(range(answers[1])).toEqual({ minimumMonths: 24, maximumMonths: 24 });
		expect(answers.slice(2).map((answer: { error: { code: string } }) => answer.error.code)).toEqual([
			'invalid-json',
			'invalid-utf8',
		]);
	});

	test('a document is named by its place in the file system only where it is refused', () => {
		expect(parsed([a])[0]).not.toHaveProperty('file');
	});
});

describe('one case under several editions', () => {
	test('years and effective dates, whatever edition the document names', () => {
		const results = parsed([a, '--editions', '1995, 1991-11-27,1994-09-23', '--acceptance', '2']);
		expect(results.map((result: { edition: object }) => result.edition)).toMatchObject([
			{ effectiveDate: '1995-11-01' },
			{ effectiveDate: '1991-11-27' },
			{ effectiveDate: '1994-09-23' },
		]);
	});

	test('an edition that cannot answer says so in its place: no §5K3.1 before October 27, 2003', () => {
		const args = [...reentry, '--fast-track', '4', '--editions', '2003-05-30,2003-10-27'];
		const { status } = ussg(['compare', ...args]);
		const [refused, answered] = parsed(args);
		expect(status).toBe(3);
		expect(refused).toMatchObject({
			edition: { effectiveDate: '2003-05-30' },
			error: { code: 'fast-track-not-in-force', path: '/fastTrackLevels' },
		});
		expect(answered.fastTrack).toMatchObject({ available: true, kind: 'departure', levels: 4 });
	});

	test('an id that an edition lacks is refused there, and the refusal says that ids belong to editions', () => {
		const [refused] = parsed([...reentry, '--enhancement', '(b)(2)', '--editions', '2001,1991']);
		expect(refused.error).toMatchObject({ code: 'no-such-enhancement', path: '/enhancements/0' });
		expect(refused.error.message).toContain('Ids differ between editions');
	});

	test('an id that is a different rule is rejected there: (b)(1)(A) in 1997 (am. 562) and in 2016 (am. 802)', () => {
		const args = [...reentry, '--enhancement', '(b)(1)(A)', '--editions', '1997,2000,2016'];
		const [first, same, other] = parsed(args);
		expect([first.offenseLevel.enhancements, same.offenseLevel.enhancements]).toEqual([16, 16]);
		expect(other).toMatchObject({
			edition: { effectiveDate: '2016-11-01' },
			error: { code: 'different-rule', path: '/enhancements/0' },
		});
		expect(other.error.message).toMatch(/: "earlier felony conviction for illegal reentry"\. In the Manual of/);
		expect(other.error.message).toContain('November 1, 1997 it is "deported, or remained, after an aggravated felony"');
		expect(ussg(['compare', ...args]).status).toBe(3);
	});

	test('the ids of a document are of the edition that it names, or of its sentencing date', () => {
		const given = { guideline: '2L1.2', enhancements: ['(b)(1)(A)'], criminalHistoryCategory: 'I' };
		for (const names of [{ edition: '2018' }, { sentencingDate: '2019-02-01' }]) {
			const document = file('named.json', { ...given, ...names });
			const answers = parsed([document, '--editions', '1997,2016,2025']);
			expect(answers.map((answer: { error?: { code: string } }) => answer.error?.code)).toEqual([
				'different-rule',
				undefined,
				undefined,
			]);
		}
	});

	test('all is every edition whose text is known, oldest first', () => {
		const held = JSON.parse(ussg(['editions', '--json']).stdout) as { effectiveDate: string; verified: boolean }[];
		const known = held.filter((edition) => edition.verified).map((edition) => edition.effectiveDate);
		const results = parsed([...reentry, '--editions', 'all']);
		expect(results.map((result: { edition: { effectiveDate: string } }) => result.edition.effectiveDate)).toEqual(
			known,
		);
	});
});

describe('nothing on standard output, exit 2', () => {
	test.each([
		['no case', [], 'no case to compare'],
		['no case but editions', ['--editions', 'all'], 'no case to compare'],
		['a file that is not there', [a, join(folder, 'nowhere.json')], 'no such file'],
		['two cases under editions', [a, b2, '--editions', 'all'], '--editions: compares one case'],
		['standard input twice', ['-', '-'], 'standard input can be read only once'],
		['an edition that never was', [a, '--editions', '1995,1996-02-02'], '--editions: no edition took effect'],
		['a year before the Guidelines', [a, '--editions', '1986'], '--editions: "1986-11-01" is before'],
		['what is no edition', [a, '--editions', '1995,,1996'], '--editions: "" is not valid here'],
		['two ways to name an edition', [...reentry, '--editions', '1995', '--edition', '1996'], 'cannot be used with'],
		['a flag with a bad value', ['--base-level', '44', '--category', 'I', '--editions', '1995'], '--base-level: 44'],
		['an unknown option', [a, '--every'], "unknown option '--every'"],
		[
			'no edition that answers',
			['--base-level', '9', '--category', 'I', '--acceptance', '3', '--editions', 'all'],
			'none of the',
		],
		['one refused document', [file('empty.json', '{}')], '/baseOffenseLevel: missing'],
	] as [string, string[], string][])('%s', (_, args, says) => {
		for (const format of [[], ['--json']]) {
			const { status, stdout, stderr } = ussg(['compare', ...args, ...format]);
			expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
			expect(stderr).toContain(says);
			expect(stderr).toMatch(/^ussg: /);
		}
	});
});

test('colour adds nothing but colour', () => {
	for (const args of [
		['compare', a, b2],
		['compare', a, '--editions', 'all', '--acceptance', '2'],
		['calc', '--case', a],
	]) {
		const plain = ussg(args).stdout;
		const colored = ussg(args, '', { FORCE_COLOR: '1' }).stdout;
		expect(colored).toContain('\u001b[');
		expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(plain);
		expect(ussg([...args, '--no-color'], '', { FORCE_COLOR: '1' }).stdout).toBe(plain);
	}
});

describe('properties', () => {
	const document = fc.record(
		{
			id: fc.string({ maxLength: 8 }),
			edition: fc.constantFrom('1987', '1991', '1995', '2003-10-27', '2010', '2025', '2026'),
			baseOffenseLevel: fc.integer({ min: 1, max: 43 }),
			acceptance: fc.constantFrom(0, 2, 3, 'full'),
			criminalHistoryPoints: fc.integer({ min: 0, max: 20 }),
			statutoryMinimumMonths: fc.constantFrom(12, 60, 120, 'life'),
			fastTrackLevels: fc.integer({ min: 0, max: 4 }),
		},
		{ requiredKeys: ['baseOffenseLevel', 'criminalHistoryPoints', 'edition'] },
	);

	test('compare of one document is calc', () => {
		fc.assert(
			fc.property(document, (given) => {
				const input = JSON.stringify(given);
				const one = ussg(['calc', '--case', '-', '--json'], input);
				const compared = ussg(['compare', '-', '--json'], input);
				expect(compared.status).toBe(one.status);
				expect(compared.stdout).toBe(one.status === 0 ? `[${one.stdout.trimEnd()}]\n` : '');
				expect(compared.stderr).toBe(one.stderr);
			}),
			{ numRuns: 25 },
		);
	});

	test('under all editions is batch of the case in each of them', () => {
		fc.assert(
			fc.property(document, (given) => {
				const { stdout } = ussg(['compare', '-', '--editions', 'all', '--json'], JSON.stringify(given));
				if (stdout === '') return;
				const held = JSON.parse(ussg(['editions', '--json']).stdout) as { effectiveDate: string; verified: boolean }[];
				const lines = held
					.filter((edition) => edition.verified)
					.map(({ effectiveDate }) => JSON.stringify({ ...given, edition: effectiveDate }));
				const batch = ussg(['batch'], lines.join('\n')).stdout.trim().split('\n');
				const plain = (answers: unknown[]) =>
					// biome-ignore lint/suspicious/noExplicitAny: a result or a refusal
					answers.map((answer: any) => ('error' in answer ? { error: answer.error } : answer));
				expect(plain(JSON.parse(stdout))).toEqual(plain(batch.map((line) => JSON.parse(line))));
			}),
			{ numRuns: 10 },
		);
	});
});
