import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copyOfTables, type Edit, lawOf } from './copy.ts';

/** Tables with one defect each, and what the build must say of it: the file, the place in it, and what is wrong. */
const folder = new URL('broken/', import.meta.url);

test('tables as they are, are read', () => {
	expect(lawOf(copyOfTables([])).editions.editions.length).toBeGreaterThan(0);
});

for (const name of readdirSync(folder)) {
	test(name, () => {
		const { message, ...edit } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Edit & { message: string };
		const tables = copyOfTables([edit]);
		let said = '';
		try {
			lawOf(tables);
		} catch (error) {
			said = (error as Error).message;
		}
		expect(said).toContain(message);
		expect(said).toContain(name === 'unknown-table.json' ? `${tables}/5K9.9` : `${tables}/${edit.file}`);
	});
}

test('the build prints the file and what is wrong in it, and no stack trace', () => {
	const day = '1989-11-01';
	const replace = `"provision": "§5G1.1",\n  "effectiveDate": "${day}"`;
	const tables = copyOfTables([{ file: `5G1.1/${day}.json`, replace, by: replace.replace(day, '2027-11-01') }]);
	const root = tables.slice(0, -'tables'.length);
	const bin = new URL('../../bin/', import.meta.url).href;
	const step = `import { readLaw } from '${bin}read-law.mjs'; import { orTellFault } from '${bin}table-fault.mjs';
		orTellFault(${JSON.stringify(root)}, () => readLaw(${JSON.stringify(tables)}));`;
	const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', step], { encoding: 'utf8' });
	expect(stderr).toBe(
		"tables/5G1.1/1989-11-01.json: effectiveDate must be the file's name, 1989-11-01; it is 2027-11-01\n",
	);
	expect(status).toBe(1);
});
