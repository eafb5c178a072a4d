// What a unit of weight is in grams.
import type { DrugQuantity } from '../../../case/drug-quantity.ts';
import type { DrugConversions } from '../../../law/drug-schema.ts';
import { type Decimal, decimal } from './decimal.ts';
import type { DrugLaw } from './drug-law.ts';
import { oncePer } from './once-per.ts';

/** The grams in a unit by the factors of the edition; undefined where it is no unit of weight. */
export function gramsPer(unit: DrugQuantity['unit'], { conversions }: DrugLaw): Decimal | undefined {
	return gramsByUnit(conversions).get(unit);
}

/** The grams in each unit of weight: the metric ones, and the others by the factors of the edition. */
const gramsByUnit = oncePer(({ measures }: DrugConversions): Map<string, Decimal> => {
	const metric: [string, string][] = [
		['g', '1'],
		['kg', '1000'],
		['mg', '0.001'],
	];
	const known = [...measures.map(({ unit, grams }): [string, string] => [unit, grams]), ...metric];
	return new Map(known.map(([unit, grams]) => [unit, decimal(grams)]));
});
