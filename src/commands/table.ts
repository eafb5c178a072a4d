// The command `ussg table`.
import { Command } from 'commander';
import { type Category, toCategory } from '../case/category.ts';
import { notPossible } from '../case/errors.ts';
import { bundledLaw } from '../law/bundled.ts';
import { provisionsOf } from '../law/editions.ts';
import { cellAt, isDerivedCell } from '../law/sentencing-table.ts';
import { jsonText } from '../report/escape.ts';
import { tablePage } from '../report/table.ts';
import { toAscii } from '../report/words.ts';
import { dressFor } from './dress.ts';
import { editionAsked } from './edition.ts';
import { print } from './io.ts';

/** `ussg table`: the Sentencing Table of an edition, with a cell, row or column marked. */
export function tableCommand(): Command {
	return new Command('table')
		.description('prints the Sentencing Table of an edition; --level and --category mark the cell')
		.option('--edition <edition>', 'year or effective date (default: the one in force today)')
		.option('--level <level>', 'offense level, 1 to 43')
		.option('--category <category>', 'criminal history category, I to VI or 1 to 6')
		.option('--json', 'as JSON')
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runTable);
}

const examples = `
Examples:
  ussg table
  ussg table --edition 2012 --level 21 --category V`;

async function runTable(_: unknown, command: Command): Promise<void> {
	const options = command.optsWithGlobals();
	const edition = editionAsked(options['edition']);
	const table = provisionsOf(bundledLaw, edition.effectiveDate)['sentencing-table'];
	const level = readLevel(options['level'], table.levelLimits);
	const category = readCategory(options['category']);
	if (options['json'] === true) {
		const rows = table.rows.filter((row) => level === undefined || row.level === level);
		const columns = table.criminalHistoryCategories
			.map((row) => row.category)
			.filter((column) => category === undefined || column === category);
		const cells = rows.flatMap((row) =>
			columns.map((column) => {
				const cell = cellAt(table, row.level, column);
				return {
					offenseLevel: row.level,
					criminalHistoryCategory: column,
					...cell,
					...(isDerivedCell(table, cell) ? { derived: true } : {}),
				};
			}),
		);
		return print(
			`${jsonText({ edition, table: { effectiveDate: table.effectiveDate, citation: table.citation }, cells })}\n`,
		);
	}
	const dress = await dressFor(options);
	const text = tablePage(edition, bundledLaw, { level, category }, dress.bold);
	return print(dress.ascii ? toAscii(text) : text);
}

function readLevel(
	text: string | undefined,
	{ lowest, highest }: { lowest: number; highest: number },
): number | undefined {
	if (text === undefined) return undefined;
	const level = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (level >= lowest && level <= highest) return level;
	throw notPossible('--level', text, `give an offense level from ${lowest} to ${highest}`);
}

function readCategory(text: string | undefined): Category | undefined {
	if (text === undefined) return undefined;
	const category = toCategory(/^\d+$/.test(text) ? Number(text) : text.toUpperCase());
	if (category) return category;
	throw notPossible('--category', text, 'give I to VI, or 1 to 6');
}
