// What an answer says beside the words that tell how it was found.
import type { Result, Warning } from './result.ts';

/** Keys of words that tell how a result was found. What warnings say is a result. */
export const words: ReadonlySet<string> = new Set(['description', 'reason']);

/** Warnings that a day may be wrong: of a day that is only tried they say nothing. */
const ofDays: ReadonlySet<Warning['code']> = new Set([
	'edition-not-of-dates',
	'offense-dates-differ',
	'release-before-sentence',
	'removal-before-order',
]);

/**
 * Text that two answers share if they differ in nothing but words; what a warning says counts as `said` makes it. A sentence
 * may score as many points by one rule as by another.
 */
export function numbersOf(
	{ criminalHistory, warnings, ...rest }: Result,
	said: (message: string) => string = (message) => message,
): string {
	const points = criminalHistory?.priors.map((each) => each.points);
	const others = warnings.filter(({ code }) => !ofDays.has(code));
	const numbers = { ...rest, warnings: others, criminalHistory: { ...criminalHistory, priors: points } };
	return JSON.stringify(numbers, (key, value) =>
		words.has(key) ? undefined : key === 'message' ? said(String(value)) : value,
	);
}
