import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOfTables } from './copy.ts';

/** A Manual that never was, as somebody adds one: a file for each table that it changes, the spans for rules-in-words, its line for editions.json, and the line of one announced after it. */
const madeUp = fileURLToPath(new URL('made-up-2026/', import.meta.url));
const added: { effectiveDate: string }[] = JSON.parse(readFileSync(join(madeUp, 'editions.json'), 'utf8'));
interface Span {
	from: string;
}
interface Row {
	provision: string;
	spans: Span[];
}
const words: { provision: string; span: Span }[] = JSON.parse(
	readFileSync(join(madeUp, 'rules-in-words.json'), 'utf8'),
);
const [{ effectiveDate: first } = { effectiveDate: '' }] = added;

/** A copy of tables/ whose last editions are these: what tables/ itself holds from that day on is left out. */
export function tablesWithMadeUpEdition(): string {
	const folder = copyOfTables([]);
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const [day] = /[\d-]+(?=\.json$)/.exec(file) ?? [];
		if (day !== undefined && day >= first) rmSync(join(folder, file));
	}
	const file = join(folder, 'editions.json');
	const held = JSON.parse(readFileSync(file, 'utf8'));
	const before = held.editions.filter(({ effectiveDate }: (typeof added)[number]) => effectiveDate < first);
	cpSync(madeUp, folder, { recursive: true });
	writeFileSync(file, JSON.stringify({ ...held, editions: [...before, ...added] }));
	addWords(join(folder, 'rules-in-words'));
	return folder;
}

/** Gives each provision that the made-up edition changes its span, and takes away those that tables/ has from that day on. */
function addWords(folder: string): void {
	rmSync(`${folder}.json`);
	for (const name of readdirSync(folder)) {
		const { rows, ...rest } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { rows: Row[] };
		const now = rows
			.map(({ provision, spans }) => ({
				provision,
				spans: [
					...spans.filter(({ from }) => from < first),
					...words.filter((one) => one.provision === provision).map(({ span }) => span),
				],
			}))
			.filter(({ spans }) => spans.length > 0);
		writeFileSync(join(folder, name), JSON.stringify({ ...rest, rows: now }));
	}
}
