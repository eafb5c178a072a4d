// Criminal history categories.
export const categories = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

/** Criminal history category (Chapter Four, Part A). */
export type Category = (typeof categories)[number];

/** The category of `"V"` or 5; undefined where there is none such. */
export function toCategory(value: string | number): Category | undefined {
	if (typeof value === 'number') return categories[value - 1];
	return categories.find((category) => category === value);
}

export const greaterCategory = (one: Category, other: Category): Category =>
	categories.indexOf(other) > categories.indexOf(one) ? other : one;
