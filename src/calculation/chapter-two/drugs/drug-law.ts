// The drug tables of one edition.
import type { DrugConversions, DrugNames, DrugQuantityTable } from '../../../law/drug-schema.ts';
import type { Provisions } from '../../../law/schema.ts';

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

/** The column of the Drug Quantity Table for a substance in a form; undefined where the edition has none. */
export const columnOf = ({ quantity }: DrugLaw, substance: string, form: Form, measure?: Measure): Column | undefined =>
	quantity.columns.find(
		(column) =>
			column.substance === substance &&
			(column.form ?? 'mixture') === form &&
			(measure === undefined || column.measure === measure),
	);
