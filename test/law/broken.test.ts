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
