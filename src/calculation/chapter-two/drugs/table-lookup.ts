// Where an amount stands in a column of the Drug Quantity Table.
import { type Decimal, decimal, decimalText } from './decimal.ts';
import type { Column } from './drug-law.ts';

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
export function placeIn({ rows }: Column, amount: Decimal): Place | undefined {
	const at = rows.findIndex(({ from }) => amount >= decimal(from));
	const row = rows[at];
	if (row === undefined) return undefined;
	const above = rows[at - 1];
	return {
		level: row.level,
		from: decimalText(decimal(row.from)),
		next: above === undefined ? null : { level: above.level, from: decimalText(decimal(above.from)) },
		inGap: row.through !== undefined && amount > decimal(row.through),
	};
}
