// Reads tables/rules-in-words, which only `ussg explain` needs.
import { readdirSync } from 'node:fs';
import { rulesInWordsSchema } from '../src/law/words-schema.ts';
import { checked } from './checked.mjs';
import { tableFault } from './table-fault.mjs';

/** Every rule in words. What the Guidelines say changes only with an edition. */
export function readWords(folder, { editions }) {
	const days = new Set(editions.map(({ effectiveDate }) => effectiveDate));
	const files = readdirSync(folder).sort();
	const rows = files.flatMap((file) => checked(rulesInWordsSchema, `${folder}/${file}`).rows);
	const named = new Set();
	for (const { provision, spans } of rows) {
		if (named.has(provision)) throw tableFault(folder, `${provision} stands there twice`);
		named.add(provision);
		const other = /^(\d+ U|Pub)/.test(provision) ? undefined : spans.find(({ from }) => !days.has(from));
		if (other) throw tableFault(folder, `${provision}: no edition took effect on ${other.from}`);
	}
	return rows;
}
