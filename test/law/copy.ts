import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLaw } from '../../bin/read-law.mjs';
import type { Law } from '../../src/law/schema.ts';

const tables = fileURLToPath(new URL('../../tables', import.meta.url));

/** An edit of a copy of tables/: in a file, text that stands there once is replaced. A file that is new is written. */
export interface Edit {
	file: string;
	replace: string;
	by: string;
}

/** A copy of tables/ in a folder of its own, with some edits. */
export function copyOfTables(edits: readonly Edit[]): string {
	const folder = join(mkdtempSync(join(tmpdir(), 'ussg-tables-')), 'tables');
	cpSync(tables, folder, { recursive: true });
	for (const { file, replace, by } of edits) {
		const path = join(folder, file);
		mkdirSync(dirname(path), { recursive: true });
		const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
		if (before.split(replace).length !== 2 && before !== replace)
			throw new Error(`${file}: ${replace} stands there not once`);
		writeFileSync(
			path,
			before.replace(replace, () => by),
		);
	}
	return folder;
}

/** The text of a file of tables/ as it is. */
export const tableText = (file: string): string => readFileSync(join(tables, file), 'utf8');

/** The law of a folder, as the build reads it. */
export const lawOf = (folder: string): Law => readLaw(folder);
