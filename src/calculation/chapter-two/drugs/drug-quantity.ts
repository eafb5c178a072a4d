// The level of the Drug Quantity Table (§2D1.1(c)).
import { drugQuantity } from '../../../case/drug-quantity.ts';
import type { GivenDrug } from '../../../case/drugs-schema.ts';
import { type Amount, amountOf } from './amounts.ts';
import { severalDrugs } from './combined.ts';
import { type Decimal, decimal, sum } from './decimal.ts';
import type { DrugLaw } from './drug-law.ts';
import type { DrugLevel } from './drug-level.ts';
import { oneDrug } from './one-drug.ts';

/**
 * The base offense level of the Drug Quantity Table for the drugs of a case (§2D1.1(a)(5), (c)): one substance by its own
 * column, several by what they convert to. Throws InputError where a substance, a unit or a form is not one of the edition.
 */
export function drugLevelOf(drugs: readonly GivenDrug[], law: DrugLaw): DrugLevel {
	const plants = plantsOf(drugs);
	const amounts = drugs.map((drug, index) => amountOf(drug, law, `/drugs/${index}`, plants));
	const one = oneDrug(amounts, law);
	if (one === undefined || !isUneven(amounts)) return one ?? severalDrugs(amounts, law);
	const several = severalDrugs(amounts, law);
	return several.found.baseOffenseLevel > one.found.baseOffenseLevel ? several : one;
}

/** Entries of one drug, of which one is known in a form in which another is not: then each is converted too (notes 7 and 8(B)). */
const isUneven = (amounts: readonly Amount[]): boolean =>
	amounts.some(({ forms }) => [...forms.keys()].some((form) => amounts.some((other) => !other.forms.has(form))));

/** How many plants there are in all; only marihuana is counted so. */
function plantsOf(drugs: readonly GivenDrug[]): Decimal | undefined {
	const counts = drugs.flatMap(({ quantity }, index) => {
		const { amount, unit } = drugQuantity(quantity, `/drugs/${index}/quantity`);
		return unit === 'plants' ? [decimal(amount)] : [];
	});
	return counts.length === 0 ? undefined : sum(counts);
}
