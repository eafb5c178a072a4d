import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';

/** npm's bin starts the program from what V8 compiled of it at the build; where that is not to be had, it compiles. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const records = `dist/compiled/${process.version}-${process.platform}-${process.arch}`;
const record = `${records}/main.cjs`;
const copies: string[] = [];

afterAll(() => {
	for (const copy of copies) rmSync(copy, { recursive: true });
});

/** The package in a folder of its own. */
function copyOfPackage(): string {
	const copy = mkdtempSync(join(tmpdir(), 'ussg-start-'));
	copies.push(copy);
	for (const part of ['bin/ussg.cjs', 'dist/cli', records, 'package.json']) {
		cpSync(join(root, part), join(copy, part), { recursive: true });
	}
	return copy;
}

/** Its answers to a good call, a wrong one, one that takes parts beside main.cjs, and one in threads. */
function answersOf(folder: string): unknown[] {
	const line = '{"edition":"2012","baseOffenseLevel":8,"criminalHistoryCategory":"I"}\n{}\n';
	const calls = ['calc --edition 2012 --base-level 24 --category V', 'calc --base-level 99', 'table', 'batch --jobs 2'];
	return calls.map((call) => {
		const args = [join(folder, 'bin/ussg.cjs'), ...call.split(' ')];
		const { status, stdout, stderr } = spawnSync(process.execPath, args, { input: line, encoding: 'utf8' });
		return { status, stdout, stderr };
	});
}

describe('the start of the program', () => {
	const whole = answersOf(root);

	test('what V8 compiled at the build is taken by this Node', () => {
		const source = `(function (exports, require, __dirname) {${readFileSync(join(root, 'dist/cli/main.cjs'), 'latin1')}\n})`;
		const { cachedDataRejected } = new Script(source, { cachedData: readFileSync(join(root, record)) });
		expect(cachedDataRejected).toBe(false);
	});

	test.each([
		['in another folder', () => {}],
		['without it', (copy: string) => rmSync(join(copy, records), { recursive: true })],
		['with a broken one', (copy: string) => writeFileSync(join(copy, record), 'no code')],
	])('%s the answers are the same', (_, change) => {
		const copy = copyOfPackage();
		change(copy);
		expect(answersOf(copy)).toEqual(whole);
	});
});
