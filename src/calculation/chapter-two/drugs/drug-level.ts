// The level that drugs come to, and how it is said.
import type { DrugQuantityFound } from '../../../result/result.ts';
import type { Amount } from './amounts.ts';
import { type Converted, convertedOf } from './converted.ts';
import { type Decimal, decimalText } from './decimal.ts';
import type { DrugLaw, Form } from './drug-law.ts';
import { substanceName } from './substances.ts';

/** What moves the level beside the amount, or leaves it open. */
export interface Note {
	provision: string;
	words: string;
}

/** The level, and what is said of how it was found. */
export interface DrugLevel {
	found: DrugQuantityFound;
	/** The amount looked up, and in what. */
	words: string;
	notes: Note[];
	/** The amount lies between two printed rows of the table (1987). */
	gap: { lower: number; upper: number } | undefined;
}

/** Of a mixture its own weight, else that of the form that is known. */
const shownAmount = ({ forms }: Amount): Decimal =>
	forms.get('mixture') ?? forms.get('ice') ?? forms.get('actual') ?? 0n;

/** Each drug with its weight and what it converts to, as the result lists it. */
export function listed(
	amounts: readonly Amount[],
	law: DrugLaw,
	known: readonly Converted[] = [],
): DrugQuantityFound['drugs'] {
	return amounts.map((amount) => {
		const converted = known.find((one) => one.amount === amount) ?? convertedOf(amount, law);
		return {
			substance: amount.substance,
			grams: decimalText(shownAmount(amount)),
			convertedGrams: converted === undefined ? null : decimalText(converted.grams),
		};
	});
}

const units = { grams: 'g', units: 'units', plants: 'plants', milliliters: 'ml' };

/** An amount in words: "500 g of Methamphetamine (actual)". */
export const inWords = (
	amount: Decimal,
	{ measure, substance }: { measure: keyof typeof units; substance: string },
	form: Form,
	law: DrugLaw,
): string => `${decimalText(amount)} ${units[measure]} of ${substanceName(substance, form, law)}`;

/** How a weight that was not given was worked out. */
export function estimateNotes(amounts: readonly Amount[]): Note[] {
	return amounts.flatMap(({ estimate, forms }) => {
		if (estimate === undefined) return [];
		const weight = decimalText([...forms.values()][0] ?? 0n);
		return [
			{ provision: estimate.provision, words: `${estimate.count} at ${estimate.each} g each count as ${weight} g` },
		];
	});
}
