// A quantity of a drug, as people write it.
import { InputError, shown } from './errors.ts';
import { limits } from './limits.ts';

/** What a quantity of a drug is counted in. Pounds and ounces are converted by the Manual's own factors. */
type DrugUnit = 'g' | 'kg' | 'mg' | 'lb' | 'oz' | 'ml' | 'plants' | 'doses' | 'units' | 'pills';

/** A quantity as the case gives it: an exact decimal, and its unit. */
export interface DrugQuantity {
	amount: string;
	unit: DrugUnit;
}

const names: Record<DrugUnit, string> = {
	g: 'g gm gms gr gram grams gramme grammes',
	kg: 'kg kgs kilo kilos kilogram kilograms',
	mg: 'mg mgs milligram milligrams',
	lb: 'lb lbs pound pounds',
	oz: 'oz ounce ounces',
	ml: 'ml milliliter milliliters cc',
	plants: 'plant plants',
	doses: 'dose doses hit hits',
	units: 'unit units',
	pills: 'pill pills tablet tablets tab tabs capsule capsules',
};
const spellings = new Map(
	(Object.keys(names) as DrugUnit[]).flatMap((unit) => names[unit].split(' ').map((word) => [word, unit] as const)),
);

const number = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+)?';
const pattern = new RegExp(`^\\s*(${number})\\s*([a-zA-Z]+)\\.?\\s*$`);
const most = 12;

/**
 * A quantity in words, such as "1.5 kg", "1,200 pills" or "2 lbs". Throws InputError where the number or the unit is
 * missing, is none of those above, or is not more than zero.
 */
export function drugQuantity(text: string, path: string): DrugQuantity {
	const [, given = '', word = ''] = pattern.exec(text) ?? [];
	const amount = given.replaceAll(',', '');
	const unit = spellings.get(word.toLowerCase());
	if (amount === '' || unit === undefined) {
		const bare = /^[\d.,\s]+$/.test(text) ? 'has no unit' : 'is not a quantity';
		throw new InputError(
			'invalid-value',
			path,
			`${shown(text)} ${bare}`,
			'give a number and its unit, such as "500 g", "1.5 kg", "2 lb" or "50 plants"',
		);
	}
	const [whole = '', part = ''] = amount.split('.');
	if (whole.length > most || part.length > most - 3) {
		throw new InputError(
			'out-of-range',
			path,
			`${shown(text)} has too many digits`,
			'give the quantity in another unit',
		);
	}
	if (/^[0.]*$/.test(amount)) {
		throw new InputError('out-of-range', path, `${shown(text)} is zero`, 'give a quantity above zero');
	}
	return { amount, unit };
}

/** A purity in percent, such as "83%" or "83": an exact decimal of the hundred. Throws InputError where it is not over zero and at most 100. */
export function purityPercent(text: string, path: string): string {
	const [, given = ''] = /^\s*(\d{0,3}(?:\.\d{1,6})?)\s*(?:%|percent)?\s*(?:pure)?\s*$/i.exec(text) ?? [];
	if (
		!/\d/.test(given) ||
		Number(given) <= 0 ||
		Number(given) > 100 ||
		(Number(given) <= 1 && !/%|percent/i.test(text))
	) {
		throw new InputError(
			'out-of-range',
			path,
			`${shown(text)} is not a purity`,
			'give a percentage above 0% and no higher than 100%, such as "83%"',
		);
	}
	return given;
}

/** A drug in words, as a flag or a cell gives it: the parts that a case document has apart. */
export interface DrugInWords {
	quantity: string;
	substance: string;
	purity?: string;
}

const drugPattern =
	/^\s*([\d.,]+\s*[a-zA-Z]+\.?)\s+(?:of\s+)?(\S.*?)(?:[,;]?\s+(?:at\s+)?(\d[\d.]*)\s*(?:%|percent)(?:\s+pure)?)?\s*$/;

/** Reads "500 g methamphetamine (actual)" or "500 g of methamphetamine, 83% pure". Throws InputError where there is no quantity, or no drug after it. */
export function drugInWords(text: string, path: string): DrugInWords {
	const [, quantity, substance, purity] = (text.length > limits.name ? null : drugPattern.exec(text)) ?? [];
	if (quantity === undefined || substance === undefined) {
		throw new InputError(
			'invalid-value',
			path,
			`${shown(text)} is not a quantity and a drug`,
			'give, for example, "500 g methamphetamine" or "50 g methamphetamine (actual)"',
		);
	}
	return { quantity, substance, ...(purity === undefined ? {} : { purity: `${purity}%` }) };
}
