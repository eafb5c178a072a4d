// Exact decimals, for weights.
/** Exact decimals: a weight, or a factor by which weights are converted, in whole parts of 10⁻¹⁸. Never floating point. */

const places = 18;
const one = 10n ** BigInt(places);

export type Decimal = bigint;

/** A decimal from its text, such as "28.35". Throws RangeError where it is none, or has more than eighteen places. */
export function decimal(text: string): Decimal {
	const [, whole = '', part = ''] = /^(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
	if ((whole === '' && part === '') || part.length > places) throw new RangeError(`not a decimal: ${text}`);
	return BigInt(whole || '0') * one + BigInt(part.padEnd(places, '0'));
}

/** The exact product. Throws RangeError where it has more than eighteen places. */
export function times(a: Decimal, b: Decimal): Decimal {
	const product = a * b;
	if (product % one !== 0n) throw new RangeError('a product with too many places');
	return product / one;
}

export const sum = (all: readonly Decimal[]): Decimal => all.reduce((total, each) => total + each, 0n);

/** The decimal as text, without trailing zeros: "28.35". */
export function decimalText(value: Decimal): string {
	const whole = value / one;
	const part = (value % one).toString().padStart(places, '0').replace(/0+$/, '');
	return part === '' ? `${whole}` : `${whole}.${part}`;
}
