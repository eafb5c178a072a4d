// Reads tables/ into one document and refuses what does not fit its schema.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { editionsSchema } from '../src/law/editions-schema.ts';
import { guidelineSchema } from '../src/law/guideline-schema.ts';
import { tableSchemas } from '../src/law/schema.ts';
import { checked } from './checked.mjs';
import { tableFault } from './table-fault.mjs';

/** The law in a folder: every table checked, versions oldest first, and a digest of the whole. */
export function readLaw(folder) {
	const editions = checked(editionsSchema, `${folder}/editions.json`);
	const known = Object.keys(tableSchemas);
	const others = [chapterTwo, inWords];
	const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	for (const { name } of found) {
		if (!others.includes(name) && !known.includes(name))
			throw tableFault(`${folder}/${name}`, 'no such table is known');
	}
	const dates = new Set(editions.editions.map((edition) => edition.effectiveDate));
	const tables = Object.fromEntries(
		known.map((name) => [name, readVersions(`${folder}/${name}`, tableSchemas[name], dates)]),
	);
	const guidelines = readGuidelines(`${folder}/${chapterTwo}`, dates);
	const digest = createHash('sha256').update(JSON.stringify({ editions, tables, guidelines })).digest('hex');
	return { digest, editions, tables, guidelines };
}

/** The guidelines of Chapter Two: a folder for each section, so that a new one needs no change here. */
const chapterTwo = 'chapter-two';
/** Rules in our own words are no part of the law that is calculated with (bin/read-words.mjs). */
const inWords = 'rules-in-words';

function readGuidelines(folder, dates) {
	if (!existsSync(folder)) return {};
	const sections = readdirSync(folder).sort();
	return Object.fromEntries(
		sections.map((section) => {
			const versions = readVersions(`${folder}/${section}`, guidelineSchema, dates);
			const other = versions.find(({ provision }) => provision !== `§${section}`);
			if (other) {
				const file = `${folder}/${section}/${other.effectiveDate}.json`;
				throw tableFault(file, `provision must be the folder's, §${section}; it is ${other.provision}`);
			}
			return [section, versions];
		}),
	);
}

function readVersions(folder, schema, dates) {
	return readdirSync(folder)
		.sort()
		.map((file) => {
			const table = checked(schema, `${folder}/${file}`);
			const path = `${folder}/${file}`;
			const day = file.replace(/\.json$/, '');
			if (table.effectiveDate !== day)
				throw tableFault(path, `effectiveDate must be the file's name, ${day}; it is ${table.effectiveDate}`);
			if (!dates.has(day)) throw tableFault(path, `no edition took effect on ${day}; add it to editions.json`);
			return table;
		});
}
