// Changes every value of the law, one at a time, and counts the changes that the fast checks notice:
// npm run proof:tables [-- TABLE]. Ends with status 1 where any passes unnoticed.
import { ownWords, schemaOf, secondReadingOf, tableFiles, tableNamed } from '../second-reading/tables.ts';
import { differences, type Reading } from '../second-reading/values.ts';
import { mutationsOf } from './mutations.ts';

const [given] = process.argv.slice(2);
const only = given === undefined ? undefined : tableNamed(given);
const files = tableFiles();
let missed = 0;

for (const name of new Set(files.map((file) => file.name))) {
	if (ownWords.includes(name) || (only !== undefined && name !== only)) continue;
	const readings = secondReadingOf(name);
	let all = 0;
	const unnoticed: string[] = [];
	for (const { file, table } of files.filter((each) => each.name === name)) {
		for (const mutation of mutationsOf(table)) {
			all++;
			if (!isNoticed(name, mutation.table as { effectiveDate: string }, readings)) {
				unnoticed.push(`${file} ${mutation.path}: ${mutation.change}`);
			}
		}
	}
	missed += unnoticed.length;
	process.stdout.write(
		`${name.padEnd(22)} ${String(all - unnoticed.length).padStart(6)} of ${String(all).padStart(6)} noticed\n`,
	);
	for (const line of unnoticed.slice(0, 5)) process.stdout.write(`    unnoticed: ${line}\n`);
}
process.stdout.write(missed === 0 ? 'every change is noticed\n' : `${missed} changes pass unnoticed\n`);
process.exitCode = missed === 0 ? 0 : 1;

/** Whether the second reading or the schema of the table notices a change. */
function isNoticed(name: string, table: { effectiveDate: string }, readings: readonly Reading[] | undefined): boolean {
	if (readings && differences(table, readings).length > 0) return true;
	const { effectiveDate: _, ...undated } = table;
	return !schemaOf(name).safeParse(name === 'editions' ? undated : table).success;
}
