import type { GivenDrug } from '../../../case/drugs-schema.ts';
import { amountOf } from './amounts.ts';
import { severalDrugs } from './combined.ts';
import type { DrugLaw } from './drug-law.ts';
import type { DrugLevel } from './drug-level.ts';
import { oneDrug } from './one-drug.ts';

/**
 * The base offense level of the Drug Quantity Table for the drugs of a case (§2D1.1(a)(5), (c)): one substance by its own
 * column, several by what they convert to. Throws InputError where a substance, a unit or a form is not one of the edition.
 */
export function drugLevelOf(drugs: readonly GivenDrug[], law: DrugLaw): DrugLevel {
	const amounts = drugs.map((drug, index) => amountOf(drug, law, `/drugs/${index}`));
	return oneDrug(amounts, law) ?? severalDrugs(amounts, law);
}
