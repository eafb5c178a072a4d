import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (script: string, ...args: string[]) =>
	spawnSync(process.execPath, [`${root}test/${script}`, ...args], { encoding: 'utf8' });

describe('the empty form of a second reading', () => {
	test('has the path of each value, and no value; the list of editions has one too', () => {
		const { status, stdout } = run('second-reading/form.ts', 'editions');
		expect(status).toBe(0);
		expect(stdout).toContain('/editions/0/effectiveDate\t\t1987-11-01\t\n');
	});
});

describe.each(['second-reading/form.ts', 'proof/tables.ts'])('%s', (script) => {
	test.each(['nosuch', 'tables/chapter-two/2L1.2/2016-11-01.json'])('%s is no table: the names are listed', (name) => {
		const { status, stdout, stderr } = run(script, name);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(`"${name}" is not a table. Name one of these:\n`);
		expect(stderr).toContain('  5G1.1\n');
		expect(stderr).toContain('  chapter-two/2L1.1\n');
	});

	test('a table of our own words has no second reading', () => {
		expect(run(script, 'explanations').stderr).toContain('explanations holds our own words');
	});
});

test('a table is named in letters of any case', () => {
	const { status, stdout } = run('proof/tables.ts', '5g1.1');
	expect(status).toBe(0);
	expect(stdout).toMatch(/^5G1\.1 +\d+ of +\d+ noticed\nevery change is noticed\n$/);
});
