import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-output-'));
const input = join(folder, 'cases.jsonl');
beforeAll(() => {
	const levels = Array.from({ length: 20_000 }, (_, at) => (at % 43) + 1);
	const lines = levels.map(
		(level, at) => `{"id":"${at}","edition":"2011","baseOffenseLevel":${level},"criminalHistoryCategory":"III"}\n`,
	);
	writeFileSync(input, lines.join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of bash in which `ussg` is the program and `$INPUT` more cases than a pipe holds answers to. */
function bash(line: string) {
	const env = { ...process.env, NODE: process.execPath, BIN: bin, INPUT: input };
	const script = `set -o pipefail; ussg() { "$NODE" "$BIN" "$@"; }; ${line}`;
	const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env });
	return { status, stdout, stderr };
}

const ways = ['--jobs 1', '--jobs 2'].flatMap((jobs) => ['jsonl', 'csv'].map((format) => `${jobs} --format ${format}`));

describe.each(ways)('batch %s', (options) => {
	test('| head -1 ends quietly', () => {
		const { status, stdout, stderr } = bash(`ussg batch ${options} "$INPUT" | head -1`);
		expect({ status, stderr, lines: stdout.split('\n').length }).toEqual({ status: 0, stderr: '', lines: 2 });
	});

	test.skipIf(!existsSync('/dev/full'))('a full disk is an error in one line, and no success', () => {
		const { status, stderr } = bash(`ussg batch ${options} "$INPUT" > /dev/full`);
		expect(status).toBe(1);
		expect(stderr).toMatch(
			/^ussg: cannot write to standard output: the disk is full[^\n]*\. The output may be incomplete [^\n]+\n$/,
		);
	});
});
