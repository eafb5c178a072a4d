// A quantity of a drug as a whole number of small steps, to ask what a little more or less of it comes to.
import { drugQuantity } from '../../../case/drug-quantity.ts';
import type { GivenDrug } from '../../../case/drugs-schema.ts';
import { type Decimal, decimal, decimalText, times } from './decimal.ts';
import type { DrugLaw } from './drug-law.ts';
import { gramsPer } from './units-of-weight.ts';

/** A quantity counted in steps: thousandths of a gram or less, or whole plants, doses and pills. */
export interface CountedAmount {
	steps: bigint;
	/** The unit of the amounts: weights are in grams, whatever the case gives them in. */
	unit: string;
	/** How many steps there are in so many units, rounded up. */
	stepsIn: (amount: Decimal) => bigint;
	/** An amount of so many steps, as an exact decimal. */
	amount: (steps: bigint) => string;
	/** The same drug with an amount of so many steps. */
	drug: (steps: bigint) => GivenDrug;
}

/** The places of a thousandth. */
const leastPlaces = 3;

/** The quantity of a drug in steps as small as it is given in. Throws InputError where it is no quantity. */
export function countedAmount(drug: GivenDrug, law: DrugLaw, path: string): CountedAmount {
	const quantity = drugQuantity(drug.quantity, `${path}/quantity`);
	const grams = gramsPer(quantity.unit, law);
	const unit = grams === undefined ? quantity.unit : 'g';
	const amount = times(decimal(quantity.amount), grams ?? decimal('1'));
	const isWhole = unit !== 'g' && unit !== 'ml';
	const decimals = decimalText(amount).split('.')[1]?.length ?? 0;
	const places = Math.max(decimals, isWhole ? 0 : leastPlaces);
	const size = decimal(places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`);
	const text = (steps: bigint): string => decimalText(steps * size);
	return {
		steps: amount / size,
		unit,
		stepsIn: (other) => (other + size - 1n) / size,
		amount: text,
		drug: (steps) => ({ ...drug, quantity: `${text(steps)} ${unit}` }),
	};
}
