// The Sentencing Table as text.
import { editionWarnings } from '../calculation/which-manual/unverified-edition.ts';
import { type Category, categories } from '../case/category.ts';
import { longDate } from '../case/dates.ts';
import { provisionsOf } from '../law/editions.ts';
import type { Law, SentencingTable } from '../law/schema.ts';
import { cellAt } from '../law/sentencing-table.ts';
import type { ChosenEdition } from '../result/result.ts';
import { rangeText, screenWidth, wrap } from './words.ts';

export interface TableWindow {
	levels: number[];
	columns: readonly Category[];
}

/** The rows and columns next to a cell, so that nobody reads the neighbour. */
export function around(table: SentencingTable, level: number, category: Category): TableWindow {
	const at = categories.indexOf(category);
	const { lowest, highest } = table.levelLimits;
	return {
		levels: [level - 1, level, level + 1].filter((row) => row >= lowest && row <= highest),
		columns: categories.slice(Math.max(at - 1, 0), at + 2),
	};
}

function whole(table: SentencingTable): TableWindow {
	return { levels: table.rows.map((row) => row.level), columns: categories };
}

/** Lines of the Sentencing Table with one cell, row or column marked by brackets. */
export function tableLines(
	table: SentencingTable,
	{ levels, columns }: TableWindow,
	marked: { level?: number | undefined; category?: Category | undefined },
	emphasize: (text: string) => string = (text) => text,
): string[] {
	const width = 11;
	const isMarked = (level: number, category: Category): boolean =>
		(marked.level !== undefined || marked.category !== undefined) &&
		(marked.level ?? level) === level &&
		(marked.category ?? category) === category;
	const header = `       ${columns.map((column) => centered(column, width)).join('')}`;
	const rows = levels.map((level) => {
		const cells = columns.map((column) => {
			const range = rangeText(cellAt(table, level, column));
			return isMarked(level, column) ? emphasize(centered(`[${range}]`, width)) : centered(range, width);
		});
		return `    ${String(level).padStart(3)}${cells.join('')}`;
	});
	return [header, ...rows].map((line) => line.trimEnd());
}

/** The Sentencing Table of an edition on a page: what it is, its cells, its zones, and what is uncertain about it. */
export function tablePage(
	edition: ChosenEdition,
	law: Law,
	marked: { level?: number | undefined; category?: Category | undefined },
	emphasize?: (text: string) => string,
): string {
	const table = provisionsOf(law, edition.effectiveDate)['sentencing-table'];
	const { citation, derivedCells } = table;
	const notes = [
		...(derivedCells ? [`The ${derivedCells.where}: ${derivedCells.note}`] : []),
		...editionWarnings(edition, law).map(({ message }) => `Warning: ${message}`),
	];
	return [
		`Sentencing Table, Guidelines Manual of ${longDate(edition.effectiveDate)} (months of imprisonment)`,
		`${citation.section}, ${citation.authority}, in force since ${longDate(table.effectiveDate)}`,
		'',
		...tableLines(table, whole(table), marked, emphasize),
		'',
		...zoneLines(table),
		...notes.flatMap((note) => ['', ...wrap(note, screenWidth)]),
		'',
	].join('\n');
}

function zoneLines({ zones }: SentencingTable): string[] {
	if (zones.length === 0) return ['    No zones in this edition.'];
	return zones.map(({ zone, lastLevel }) => {
		const levels = lastLevel.map((last) => String(last).padStart(2)).join(', ');
		return `    Zone ${zone}  to level ${levels}  (categories I to VI)`;
	});
}

function centered(text: string, width: number): string {
	const left = Math.floor((width - text.length) / 2);
	return text.padStart(text.length + left).padEnd(width);
}
