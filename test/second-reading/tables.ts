import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { editionsSchema } from '../../src/law/editions-schema.ts';
import { guidelineSchema } from '../../src/law/guideline-schema.ts';
import { tableSchemas } from '../../src/law/schema.ts';
import { rulesInWordsSchema } from '../../src/law/words-schema.ts';
import { type Reading, readingsOf } from './values.ts';

const root = new URL('../../tables/', import.meta.url);
const here = new URL('./', import.meta.url);

/** Tables of our own words, with nothing in them that a source could be read for. */
export const ownWords = ['drug-names', 'explanations', 'open-questions', 'rules-in-words'];

/** The schema of a table, by its folder. */
export function schemaOf(name: string) {
	if (name === 'editions') return editionsSchema;
	if (name === 'rules-in-words') return rulesInWordsSchema;
	return name.startsWith('chapter-two/') ? guidelineSchema : tableSchemas[name as keyof typeof tableSchemas];
}

/** A version of a table, by the file it stands in. */
export interface TableFile {
	/** The folder of the table: `4A1.2`, `chapter-two/2L1.1`. */
	name: string;
	file: string;
	table: { effectiveDate: string };
}

/** Every version of every table, as tables/ holds it. */
export function tableFiles(): TableFile[] {
	const files = readdirSync(root, { recursive: true })
		.map(String)
		.filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => {
		const name = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : file.replace('.json', '');
		const table = JSON.parse(readFileSync(new URL(file, root), 'utf8'));
		return { name, file, table: { effectiveDate: '1987-11-01', ...table } };
	});
}

/** The table that somebody names, in letters of any case. Where there is none, the names are printed and the program ends. */
export function tableNamed(given: string): string {
	const names = [...new Set(tableFiles().map(({ name }) => name))].filter((name) => !ownWords.includes(name));
	const found = names.find((name) => name.toLowerCase() === given.toLowerCase());
	if (found !== undefined) return found;
	const problem = ownWords.includes(given)
		? `${given} holds our own words, which nobody reads a second time`
		: `${given === '' ? 'no table is named' : `"${given}" is not a table`}`;
	process.stderr.write(`${problem}. Name one of these:\n${names.map((name) => `  ${name}\n`).join('')}`);
	process.exit(2);
}

/** The second reading of a table; undefined where it has none. */
export function secondReadingOf(name: string): Reading[] | undefined {
	const file = new URL(`${name.replaceAll('/', '-')}.tsv`, here);
	return existsSync(file) ? readingsOf(readFileSync(file, 'utf8')) : undefined;
}
