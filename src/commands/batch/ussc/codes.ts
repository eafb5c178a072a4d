// The codes of the Commission's datafile.
import { InputError, notPossible } from '../../../case/errors.ts';
import type { Months } from '../../../case/months.ts';

/** A row of a datafile by the names of its columns, those without a value left out. */
export type Row = Record<string, string>;

/**
 * The codebook's codes for life and death in a number of months (ICPSR 4290). Life counts as 470 months in lengths of
 * sentences (SENTTOT there); no source was found that it does so in ranges, so such a row has a class of its own.
 */
const [lifeCode, deathCode] = [9996, 9997];
export const lifeInReports = 470;
/** Codes from here on are no months: life, death and those that say why there is none. */
const firstCode = 9990;
/** Life and death in the datafiles of fiscal years up to 2001 (ICPSR 3496, 3497), and months in later ones. */
const earlierCodes: readonly number[] = [996, 997];

export function number(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (/^\d{1,6}(\.\d*)?$/.test(text) && Number.isInteger(value)) return value;
	throw notPossible(`/${name}`, text, 'give a whole number');
}

/** Throws InputError at a code that is not known, or could be months too: it is not guessed. */
export function months(name: string, text: string | undefined): Months | undefined {
	const value = number(name, text);
	const refused = (why: string) => new InputError('invalid-value', `/${name}`, why);
	if (value !== undefined && earlierCodes.includes(value)) {
		throw refused(
			`${value} is a code through fiscal year 2001, and a number of months after that. Write life as ${lifeCode}`,
		);
	}
	if (value === undefined || value < firstCode) return value;
	// A maximum of death caps no term of imprisonment, as one of life does not.
	if (value === lifeCode || (value === deathCode && name === 'STATMAX')) return 'life';
	if (value === deathCode) throw refused(`the code ${value} means death, which has no guideline range`);
	throw refused(`the code ${value} is not known. ${lifeCode} is life`);
}
