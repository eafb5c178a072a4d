// What a count charges of drugs, and the subparagraph that they choose.
import { withChargedDrugs } from '../../calculation/statutes/charged-drugs.ts';
import { type DrugInWords, drugInWords } from '../../case/drug-quantity.ts';
import { attempt, InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { citedAs } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Count, NamedRows } from './count-rows.ts';
import type { Context, Value } from './question.ts';

/** The statute whose subparagraph the drugs charged choose; undefined where there is none among the rows. */
export const tierOf = (ids: readonly string[], provisions: Provisions): string | undefined =>
	provisions['drug-tiers'].statutes.find(({ id }) => ids.some((one) => one.startsWith(id)))?.id;

export const readCharged = (text: string): Value => ({
	drugs: text.split(/;|\band\b/).map((one) => ({ ...drugInWords(one, '/statutes') })),
});

export const countOfDrugs = (value: Value, tier = '', { objectStatute }: NamedRows): Count => {
	const { drugs } = value as unknown as { drugs: DrugInWords[] };
	return objectStatute ? { id: objectStatute.id, object: tier, drugs } : { id: tier, drugs };
};

/** The row that the drugs charged choose; an InputError where it cannot be told. */
export function rowOfDrugs(
	value: Value,
	tier: string | undefined,
	rows: NamedRows,
	{ known, provisions }: Context,
): string | InputError {
	const document = { offenseDate: known.offenseDate, statutes: [countOfDrugs(value, tier, rows)] } as CaseDocument;
	return attempt(() => {
		const [found] = withChargedDrugs(document, provisions).statutes as { id: string; object?: string }[];
		return found?.object ?? (found?.id as string);
	});
}

export function sayCharged(value: Value, tier: string | undefined, rows: NamedRows, context: Context): string {
	const { drugs } = value as unknown as { drugs: DrugInWords[] };
	const id = rowOfDrugs(value, tier, rows, context);
	if (id instanceof InputError && id.path !== '/offenseDate') throw id;
	const where = id instanceof InputError ? 'the day of the offense decides which penalties' : citedAs(id);
	return `${drugs.map(({ quantity, substance }) => `${quantity} ${substance}`).join('; ')}: ${where}`;
}
