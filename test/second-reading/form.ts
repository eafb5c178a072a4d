/** Prints the empty form of a table: the path of each value and the versions that have it, no value. `node test/second-reading/form.ts 4A1.2` */
import { readdirSync, readFileSync } from 'node:fs';
import { tableFiles, tableNamed } from './tables.ts';
import { valuesOf } from './values.ts';

const tables = new URL('../../tables/', import.meta.url);

/** Our own words for an entry, by its path, so that a reader knows which entry of the law the path means. */
function descriptionsOf(table: unknown, path = ''): [string, string][] {
	if (typeof table !== 'object' || table === null) return [];
	const { description, name: title, question } = table as Record<string, unknown>;
	const words = [description, title, question].find((one) => typeof one === 'string');
	const below = Object.entries(table).flatMap(([key, value]) => descriptionsOf(value, `${path}/${key}`));
	return words === undefined ? below : [[path, String(words)], ...below];
}

/** What a key may say in the whole of `tables/`, in the alphabet's order: the words that a reader chooses from. */
function vocabularyOf(keys: ReadonlySet<string>): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const file of readdirSync(tables, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.json')) continue;
		for (const [path, value] of valuesOf(JSON.parse(readFileSync(new URL(file, tables), 'utf8')))) {
			const key = keyOf(path);
			if (!keys.has(key) || /^[-\d.]+$|§|^(true|false)$/.test(value)) continue;
			found.set(key, (found.get(key) ?? new Set()).add(value));
		}
	}
	return found;
}

const keyOf = (path: string): string =>
	path
		.split('/')
		.filter((part) => !/^\d+$/.test(part))
		.at(-1) ?? '';

const [given = ''] = process.argv.slice(2);
const name = tableNamed(given);
const files = tableFiles().filter((file) => file.name === name);
const versions = new Map<string, string[]>();
const descriptions = new Map<string, Set<string>>();
for (const { table } of files) {
	for (const [path] of valuesOf(table)) versions.set(path, [...(versions.get(path) ?? []), table.effectiveDate]);
	for (const [path, words] of descriptionsOf(table))
		descriptions.set(path, (descriptions.get(path) ?? new Set()).add(words));
}
const lines = [`# ${name}: versions ${files.map(({ table }) => table.effectiveDate).join(' ')}`];
for (const [path, words] of descriptions) lines.push(`# ${path} is: ${[...words].join(' | ')}`);
for (const [key, words] of vocabularyOf(new Set([...versions.keys()].map(keyOf))))
	lines.push(`# ${key} may be: ${[...words].sort().join(', ')}`);
for (const [path, dates] of versions) lines.push(`${path}\t\t${dates.join(' ')}\t`);
process.stdout.write(`${lines.join('\n')}\n`);
