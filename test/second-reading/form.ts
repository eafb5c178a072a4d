/** Prints the empty form of a table: the path of each value and the versions that have it, no value. `node test/second-reading/form.ts 4A1.2` */
import { readdirSync, readFileSync } from 'node:fs';
import { valuesOf } from './values.ts';

const tables = new URL('../../tables/', import.meta.url);
const [name = ''] = process.argv.slice(2);
const files = name.endsWith('.json')
	? [name]
	: readdirSync(new URL(`${name}/`, tables))
			.sort()
			.map((file) => `${name}/${file}`);
const versions = new Map<string, string[]>();
for (const file of files) {
	const table = JSON.parse(readFileSync(new URL(file, tables), 'utf8'));
	for (const [path] of valuesOf(table)) versions.set(path, [...(versions.get(path) ?? []), table.effectiveDate ?? '']);
}
process.stdout.write(`# ${name}: versions ${files.map((file) => file.replace(/.*\/|\.json/g, '')).join(' ')}\n`);
for (const [path, dates] of versions) process.stdout.write(`${path}\t\t${dates.join(' ')}\t\n`);
