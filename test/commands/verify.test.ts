import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ussg as run } from './run.ts';

/** §5A, Sentencing Table: level 21, category V is 70-87 in every Manual since 1992. */
const given = { edition: '1995', baseOffenseLevel: 21, criminalHistoryCategory: 'V' };
const source = { citation: 'Ch. 5, Pt. A', says: '70-87' };

function folderWith(files: Record<string, unknown>): string {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-verify-'));
	mkdirSync(join(folder, 'inside'));
	for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
	return folder;
}

describe('verify', () => {
	test('cases that come out as their sources say, in folders below as well', () => {
		const expected = { guidelineRange: { minimumMonths: 70, maximumMonths: 87 } };
		const rejected = { name: 'no level', source, given: { edition: '1995' }, expected: { error: { code: 'missing' } } };
		const folder = folderWith({ 'a.json': { name: 'a', source, given, expected }, 'inside/b.json': rejected });
		expect(run(['verify', folder])).toMatchObject({ status: 0, stdout: '2 passed, 0 failed\n', stderr: '' });
	});

	test('one that does not is named, with what was expected and what came; status 1', () => {
		const expected = { guidelineRange: { minimumMonths: 71 } };
		const { status, stdout } = run(['verify', folderWith({ 'a.json': { name: 'a', source, given, expected } })]);
		expect(status).toBe(1);
		expect(stdout).toContain('a.json: a, Ch. 5, Pt. A');
		expect(stdout).toContain('/guidelineRange/minimumMonths: expected 71, found 70');
		expect(stdout).toContain('0 passed, 1 failed');
	});

	test('a file that is no case is named and skipped; a folder without cases is wrong input', () => {
		const { status, stdout, stderr } = run(['verify', folderWith({ 'a.json': { some: 'thing' } })]);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('a.json is not a conformance case');
		expect(run(['verify', '/nowhere/at/all'])).toMatchObject({ status: 2, stdout: '' });
	});
});

describe('help', () => {
	test('ussg help is ussg --help, and ussg help COMMAND is ussg COMMAND --help', () => {
		expect(run(['help'])).toEqual(run(['--help']));
		expect(run(['help', 'table'])).toEqual(run(['table', '--help']));
		expect(run(['help', 'table']).status).toBe(0);
	});

	test('help for a command that there is not is wrong input', () => {
		expect(run(['help', 'tabel'])).toMatchObject({ status: 2, stdout: '' });
	});

	test('-V is --version', () => {
		expect(run(['-V'])).toEqual(run(['--version']));
		expect(run(['-V']).stdout).toContain('tables sha256:');
	});
});

describe('what cannot be a case', () => {
	const right = { name: 'right', source, given, expected: { offenseLevel: { total: 21 } } };
	const wrong = { ...right, expected: { offenseLevel: { total: 22 } } };
	/** Beside a case that comes out right. */
	const verified = (name: string, content: string | Uint8Array) => {
		const folder = folderWith({ 'a.json': right });
		writeFileSync(join(folder, name), content);
		return run(['verify', folder]);
	};

	test.each([
		['not UTF-8', 'b.json', Uint8Array.of(0xff, 0xfe, 0x7b), 'not valid UTF-8'],
		['cut off', 'b.json', '{"given": {', 'not valid JSON'],
		['empty', 'b.json', '', 'not valid JSON'],
		['too large', 'b.json', ' '.repeat(1_048_577), 'larger than 1 MiB'],
		['an ending in capitals', 'B.JSON', JSON.stringify(wrong), 'expected 22, found 21'],
		['nothing expected', 'b.json', JSON.stringify({ ...right, given: {}, expected: {} }), 'the file expects nothing'],
		['null expected', 'b.json', JSON.stringify({ ...right, expected: null }), 'the file expects nothing'],
		[
			'an object that is not there',
			'b.json',
			JSON.stringify({ ...right, expected: { floor: {} } }),
			'/floor: expected {}',
		],
		[
			'a list that is not there',
			'b.json',
			JSON.stringify({ ...right, expected: { floor: [] } }),
			'/floor: expected []',
		],
		[
			'a field that no result has',
			'b.json',
			JSON.stringify({ ...right, expected: { totalOffenseLevel: 21 } }),
			'/totalOffenseLevel is not a field of the result. Did you mean offenseLevel? The fields are id, caption, edition,',
		],
		[
			'a field inside one that no result has',
			'b.json',
			JSON.stringify({ ...right, expected: { offenseLevel: { totl: 21 } } }),
			'/offenseLevel/totl is not a field of offenseLevel. Did you mean total? The fields are base,',
		],
		[
			'a field that this result lacks',
			'b.json',
			JSON.stringify({ ...right, expected: { relief: { kind: 'safety-valve' } } }),
			'/relief: expected {"kind":"safety-valve"}, found nothing',
		],
		[
			'what every object has',
			'b.json',
			JSON.stringify({ ...right, expected: { constructor: {} } }),
			'/constructor is ',
		],
	])('%s: that file fails by its name, and the others are run', (_, name, content, message) => {
		const { status, stdout } = verified(name, content);
		expect(stdout).toMatch(new RegExp(`^${name}`, 'm'));
		expect(stdout).toContain(message);
		expect(stdout).toContain('1 passed, 1 failed\n');
		expect(status).toBe(1);
	});

	test('a folder is a folder whatever its name; only node_modules is skipped', () => {
		const folder = folderWith({});
		for (const [name, content] of [
			['b.json', right],
			['my_node_modules', right],
			['node_modules', wrong],
		] as const) {
			mkdirSync(join(folder, name));
			writeFileSync(join(folder, name, 'a.json'), JSON.stringify(content));
		}
		const { status, stdout, stderr } = run(['verify', folder]);
		expect({ status, stdout }).toEqual({ status: 0, stdout: '2 passed, 0 failed\n' });
		expect(stderr).toBe('ussg: node_modules holds packages; skipped\n');
	});

	test('a link to a case is a case, and one that leads nowhere fails', () => {
		const folder = folderWith({ 'a.json': right });
		symlinkSync('a.json', join(folder, 'b.json'));
		symlinkSync('nowhere', join(folder, 'c.json'));
		const { status, stdout } = run(['verify', folder]);
		expect(stdout).toMatch(/^c\.json\n.*no such file[\s\S]*2 passed, 1 failed\n$/);
		expect(status).toBe(1);
	});
});

test('a link that leads back, and a pipe, are not followed', () => {
	const folder = folderWith({ 'a.json': { name: 'a', source, given, expected: { offenseLevel: { total: 21 } } } });
	symlinkSync('.', join(folder, 'one'));
	symlinkSync('..', join(folder, 'inside', 'two'));
	expect(spawnSync('mkfifo', [join(folder, 'pipe.json')]).status).toBe(0);
	const { status, stdout, stderr } = run(['verify', folder]);
	expect({ status, stdout }).toEqual({ status: 0, stdout: '1 passed, 0 failed\n' });
	expect(stderr).toContain('one is a link to a folder; skipped');
	expect(stderr).toContain('pipe.json is not a file; skipped');
});
