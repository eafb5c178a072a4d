// An amount of a drug in words.

/** `500 g`, `1.5 kg`, `60,000 units`: from a thousand grams on in kilograms, exactly. The amount is an exact decimal. */
export function amountInWords(amount: string, unit: string): string {
	const [whole = '', fraction = ''] = amount.split('.');
	if (unit !== 'g' || whole.length <= kilo) return `${withCommas(whole)}${fraction && `.${fraction}`} ${unit}`;
	const rest = `${whole.slice(-kilo)}${fraction}`.replace(/0+$/, '');
	return `${withCommas(whole.slice(0, -kilo))}${rest && `.${rest}`} kg`;
}

/** The digits of a thousand. */
const kilo = 3;

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');
