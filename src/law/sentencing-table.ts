// Reading the Sentencing Table.
import { type Category, categories } from '../case/category.ts';
import type { Months } from '../case/months.ts';
import type { Cell, Zone } from '../result/result.ts';
import type { SentencingTable } from './schema.ts';

/** The cell of an offense level and a category. The level must lie within the table. */
export function cellAt(table: SentencingTable, level: number, category: Category): Cell {
	const cell = rowOf(table, level)?.[categories.indexOf(category)];
	if (cell === undefined) throw new RangeError(`no row for offense level ${level}`);
	return cell;
}

/** A range beyond every mild zone as a cell: it has the zone of the last one of the table. */
export function cellOfRange(
	table: SentencingTable,
	{ minimumMonths, maximumMonths }: { minimumMonths: Months; maximumMonths: Months },
): Cell {
	const { zone } = cellAt(table, table.levelLimits.highest, categories[categories.length - 1] as Category);
	return { minimumMonths, maximumMonths, zone };
}

const readRows = new WeakMap<SentencingTable, Map<number, readonly Cell[]>>();

/** A row as numbers, read once: every scenario looks some of its cells up. */
function rowOf(table: SentencingTable, level: number): readonly Cell[] | undefined {
	const known = readRows.get(table) ?? new Map<number, readonly Cell[]>();
	readRows.set(table, known);
	const row = known.get(level) ?? readRow(table, level);
	if (row) known.set(level, row);
	return row;
}

function readRow(table: SentencingTable, level: number): readonly Cell[] | undefined {
	return table.rows[level - table.levelLimits.lowest]?.cells.map((printed, column) =>
		Object.freeze({ ...readRange(printed), zone: zoneAt(table, level, column) }),
	);
}

/** A range as the Manual prints it, `360-life`, in months. */
export function readRange(printed: string): { minimumMonths: Months; maximumMonths: Months } {
	const [low, high] = printed.split('-');
	return { minimumMonths: readMonths(low), maximumMonths: readMonths(high ?? low) };
}

function readMonths(printed: string | undefined): Months {
	return printed === 'life' ? 'life' : Number(printed);
}

function zoneAt(table: SentencingTable, level: number, column: number): Zone | null {
	return table.zones.find((zone) => level <= (zone.lastLevel[column] as number))?.zone ?? null;
}

/** The zone of the cells with this minimum; null in editions without zones. Throws RangeError where no cell has it. */
export function zoneOfMinimum(table: SentencingTable, minimumMonths: Months): Zone | null {
	for (const { level, cells } of table.rows) {
		const column = cells.findIndex((cell) => readMonths(cell.split('-')[0]) === minimumMonths);
		if (column >= 0) return zoneAt(table, level, column);
	}
	throw new RangeError(`no cell with a minimum of ${minimumMonths} months`);
}

/** A level below the table is treated as its lowest, one above as its highest (Ch. 5, Pt. A, n.2). */
export function clampLevel(table: SentencingTable, level: number): number {
	return Math.min(Math.max(level, table.levelLimits.lowest), table.levelLimits.highest);
}

/** The category of a number of criminal history points (head of the Sentencing Table). */
export function categoryOfPoints(table: SentencingTable, points: number): Category {
	const row = table.criminalHistoryCategories.find(
		({ minimumPoints, maximumPoints }) =>
			points >= minimumPoints && (maximumPoints === null || points <= maximumPoints),
	);
	if (!row) throw new RangeError(`no category for ${points} points`);
	return row.category;
}

/** True where no printed table of the edition was read and the cell was worked out from a later amendment. */
export function isDerivedCell(table: SentencingTable, cell: Cell): boolean {
	return (
		table.derivedCells !== undefined &&
		cell.minimumMonths === 0 &&
		cell.maximumMonths !== 'life' &&
		cell.maximumMonths < table.derivedCells.maximumBelowMonths
	);
}
