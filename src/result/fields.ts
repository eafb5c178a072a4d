// The kinds of field that the result document is made of. Each takes what it says.
import * as z from 'zod';

export const text = (says: string) => z.string().describe(says);
export const yesNo = (says: string) => z.boolean().describe(says);
export const date = (says: string) => z.iso.date().describe(says);
/** A count of things, or of points: never below zero. */
export const count = (says: string) => z.int().min(0).describe(says);
export const dollars = (says: string) => z.int().min(0).describe(says);
/** A whole number, such as a number of months where life is not possible. */
export const whole = (says: string) => z.int().describe(says);
/** Months, or life. */
export const months = (says: string) => z.union([z.int().min(0), z.literal('life')]).describe(says);
/** A change in levels, or a level before the ends of the table bound it. */
export const level = (says: string) => z.int().describe(says);
/** A level of the Sentencing Table. */
export const tableLevel = (says: string) => z.int().min(1).max(43).describe(says);
export const oneOf = <const Words extends readonly string[]>(words: Words, says: string) =>
	z.enum(words).describe(says);

/** A level of the Sentencing Table, or null where none does what the field says. */
export const levelOrNone = (says: string) => tableLevel(says).nullable().describe(`${says} Null if no level does so.`);

export const provision = (says = 'The provision, as the Manual prints it.') => text(says);

/** The low and the high end of a range of imprisonment. */
export const ends = {
	minimumMonths: months('The low end, in months or "life".'),
	maximumMonths: months('The high end, in months or "life".'),
};

export const range = (says: string) => z.strictObject(ends).describe(says);

/** A range, and the provisions that set it. */
export const rangeSet = (says: string) =>
	z.strictObject({ ...ends, provisions: z.array(z.string()).describe('The provisions that set it.') }).describe(says);

/** A term of one length, and the provision that sets it. */
export const minimumBy = (says: string) =>
	z.strictObject({ minimumMonths: months('The minimum, in months or "life".'), provision: provision() }).describe(says);

export const described = (says: string) =>
	z.strictObject({ provision: provision(), description: text('What it says about this case.') }).describe(says);

export const zone = (says: string) => z.enum(['A', 'B', 'C', 'D']).nullable().describe(says);

/** What one change in levels does to a range. */
export const effects = ['none', 'high-end-only', 'lowers-range'] as const;
