// Where an amount stands in a column of the Drug Quantity Table.
import { type Decimal, decimal } from './decimal.ts';
import type { Column } from './drug-law.ts';
import { oncePer } from './once-per.ts';

/** Where an amount stands in a column of the Drug Quantity Table. */
export interface Place {
	level: number;
	/** The least amount of this level, and the amount at which the next one begins; null at the top. */
	from: string;
	next: { level: number; from: string } | null;
	/** The amount lies between two printed rows: this level is that of the lower one (1987). */
	inGap: boolean;
}

/**
 * The offense level of an amount of one drug (§2D1.1(c)). A row begins at its amount, so that a weight just below it has
 * the level before. Undefined where the column begins above the amount.
 */
export function placeIn(column: Column, amount: Decimal): Place | undefined {
	const rows = rowsOf(column);
	const at = rows.findIndex(({ least }) => amount >= least);
	const row = rows[at];
	if (row === undefined) return undefined;
	const { level, from, last } = row;
	const above = rows[at - 1];
	return {
		level,
		from,
		next: above === undefined ? null : { level: above.level, from: above.from },
		inGap: last !== undefined && amount > last,
	};
}

/** The rows of a column with their amounts as numbers. */
const rowsOf = oncePer(({ rows }: Column) =>
	rows.map(({ level, from, through }) => ({
		level,
		from,
		least: decimal(from),
		last: through === undefined ? undefined : decimal(through),
	})),
);
