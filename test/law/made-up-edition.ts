import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOfTables } from './copy.ts';

/** A Manual that never was, as somebody adds one: its line for editions.json, and a file for each table that it changes. */
const madeUp = fileURLToPath(new URL('made-up-2026/', import.meta.url));
const edition = JSON.parse(readFileSync(join(madeUp, 'edition.json'), 'utf8'));

/** A copy of tables/ whose last edition is the made-up one: what tables/ itself holds from that day on is left out. */
export function tablesWithMadeUpEdition(): string {
	const folder = copyOfTables([]);
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const [day] = /[\d-]+(?=\.json$)/.exec(file) ?? [];
		if (day !== undefined && day >= edition.effectiveDate) rmSync(join(folder, file));
	}
	const file = join(folder, 'editions.json');
	const held = JSON.parse(readFileSync(file, 'utf8'));
	const before = held.editions.filter((each: typeof edition) => each.effectiveDate < edition.effectiveDate);
	writeFileSync(file, JSON.stringify({ ...held, editions: [...before, edition] }));
	cpSync(madeUp, folder, { recursive: true, filter: (path) => !path.endsWith('edition.json') });
	return folder;
}
