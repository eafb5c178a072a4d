// The drug tables of one edition.
import type { DrugConversions, DrugNames, DrugQuantityTable } from '../../../law/drug-schema.ts';
import type { Provisions } from '../../../law/schema.ts';
import { type Decimal, decimal } from './decimal.ts';
import { oncePer } from './once-per.ts';

/** What one edition says of drugs: the Drug Quantity Table, the conversions, and our list of names. */
export interface DrugLaw {
	quantity: DrugQuantityTable;
	conversions: DrugConversions;
	names: DrugNames;
}

export const drugLawOf = (provisions: Provisions): DrugLaw => ({
	quantity: provisions['drug-quantity'],
	conversions: provisions['drug-conversions'],
	names: provisions['drug-names'],
});

/** A mixture that contains the drug, the drug itself in it, or methamphetamine of high purity. */
export type Form = 'mixture' | 'actual' | 'ice';
export type Column = DrugQuantityTable['columns'][number];
export type Measure = Column['measure'];

/** The columns of the Drug Quantity Table for each substance. */
export const columnsBySubstance = oncePer(({ columns }: DrugQuantityTable) =>
	Map.groupBy(columns, ({ substance }) => substance),
);

/** The column of the Drug Quantity Table for a substance in a form; undefined where the edition has none. */
export const columnOf = ({ quantity }: DrugLaw, substance: string, form: Form, measure?: Measure): Column | undefined =>
	columnsBySubstance(quantity)
		.get(substance)
		?.find((column) => (column.form ?? 'mixture') === form && (measure === undefined || column.measure === measure));

type Group = DrugConversions['groups'][number];

/** A line of the conversion tables, and the group it stands in. */
interface Line {
	line: Group['conversions'][number];
	group: Group;
	factor: Decimal;
	form: Form;
}

/** The lines of the conversion tables for each substance. */
export const linesBySubstance = oncePer(({ groups }: DrugConversions): Map<string, Line[]> => {
	const lines = groups.flatMap((group) =>
		group.conversions.map((line): Line => ({ line, group, factor: decimal(line.grams), form: line.form ?? 'mixture' })),
	);
	return Map.groupBy(lines, ({ line }) => line.substance);
});
