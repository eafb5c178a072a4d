// The level of one drug, in its own column.
import type { Amount } from './amounts.ts';
import { convertedOf } from './converted.ts';
import { type Decimal, decimal, decimalText, sum, times } from './decimal.ts';
import { type Column, columnOf, type DrugLaw, type Form } from './drug-law.ts';
import { type DrugLevel, estimateNotes, inWords, listed, type Note } from './drug-level.ts';
import { substanceName } from './substances.ts';
import { type Place, placeIn } from './table-lookup.ts';

/** An amount in one form, and where it stands in the column for that form. */
interface Looked {
	form: Form;
	amount: Decimal;
	column: Column;
	place: Place;
}

/**
 * The level of one substance by its own column, never through converted weight. Of a mixture and the drug itself in it the
 * greater level applies (§2D1.1(c), note (B)). Undefined where the drugs are several, or none of them has a column.
 */
export function oneDrug(amounts: readonly Amount[], law: DrugLaw): DrugLevel | undefined {
	const [first] = amounts;
	const isOne = amounts.every(({ substance, measure }) => substance === first?.substance && measure === first.measure);
	if (first === undefined || !isOne) return undefined;
	const looked = (['mixture', 'actual', 'ice'] as const).flatMap((form) => lookedUp(form, amounts, law));
	const best = looked.reduce<Looked | undefined>(
		(most, one) => (most && most.place.level >= one.place.level ? most : one),
		undefined,
	);
	if (best === undefined) return undefined;
	const { place, form, amount, column } = best;
	const converted = amounts.map((each) => convertedOf(each, law)?.grams);
	const isWhole = converted.every((grams) => grams !== undefined);
	return {
		found: {
			baseOffenseLevel: place.level,
			method: 'table',
			drugs: listed(amounts, law),
			convertedGrams: isWhole ? decimalText(sum(converted)) : null,
			unit: column.measure === 'grams' ? 'g' : column.measure,
			thisLevelFrom: place.from,
			nextLevelAt: place.next?.from ?? null,
		},
		words: inWords(amount, column, form, law),
		notes: [...estimateNotes(amounts), ...greaterNote(best, looked, law), ...breakEvenNote(best, looked, law)],
		gap: place.inGap && place.next ? { lower: place.level, upper: place.next.level } : undefined,
	};
}

function lookedUp(form: Form, amounts: readonly Amount[], law: DrugLaw): Looked[] {
	const { substance = '', measure } = amounts[0] ?? {};
	const column = measure === 'milliliters' ? undefined : columnOf(law, substance, form, measure);
	const weights = amounts.flatMap(({ forms }) => forms.get(form) ?? []);
	if (column === undefined || weights.length !== amounts.length) return [];
	const amount = sum(weights);
	const place = placeIn(column, amount);
	return place === undefined ? [] : [{ form, amount, column, place }];
}

/** Which of the weights decides, where there are several. */
function greaterNote(best: Looked, looked: readonly Looked[], law: DrugLaw): Note[] {
	const others = looked.filter((one) => one !== best);
	if (others.length === 0) return [];
	const levelOf = ({ amount, column, form, place }: Looked) =>
		`${inWords(amount, column, form, law)}: level ${place.level}`;
	const words = `the greater level applies: ${[best, ...others].map(levelOf).join('; ')}`;
	return [{ provision: law.quantity.greaterOf.provision, words }];
}

const hundred = decimal('100');

/** From what purity the drug itself would give a higher level than the mixture, where the purity is not known. */
function breakEvenNote(best: Looked, looked: readonly Looked[], law: DrugLaw): Note[] {
	const { substance } = best.column;
	const isOpen =
		best.form === 'mixture' && looked.length === 1 && law.quantity.greaterOf.substances.includes(substance);
	const actual = isOpen ? columnOf(law, substance, 'actual') : undefined;
	const next = actual?.rows.findLast(({ level }) => level > best.place.level);
	if (next === undefined || decimal(next.from) > best.amount) return [];
	const tenths = (times(decimal(next.from), hundred) * 10n + best.amount - 1n) / best.amount;
	const percent = `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}`;
	const words = `the purity is not given: at ${percent} percent or more, the pure ${substanceName(substance, undefined, law)} would give level ${next.level} or higher`;
	return [{ provision: law.quantity.greaterOf.provision, words }];
}
