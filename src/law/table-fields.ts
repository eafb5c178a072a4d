// The fields that every table shares.
import * as z from 'zod';
import { isDate } from '../case/dates.ts';

/** The fields that every table shares. */

export const date = z.string().refine(isDate, 'a date as YYYY-MM-DD');
export const provision = z.string().regex(/^(§|Ch\. |\d+ U\.S\.C\. )\S/, 'a provision as the Manual writes it');
export const levels = z.int().min(-43).max(43);

export const citation = z.strictObject({
	section: z.string().min(2),
	authority: z.string().min(2),
	effectiveDate: date,
});

export const version = { provision, effectiveDate: date, citation };

export const notInForce = z.strictObject({ inForce: z.literal(false), begins: date, citation });

export const cell = z
	.string()
	.regex(/^(\d+-(\d+|life)|life)$/, 'a range as printed, such as "37-46", "360-life" or "life"');

/** Facts of a count on which a longer term of supervised release may turn. */
export const releaseFacts = ['minorVictim', 'riskOfDeathOrInjury'] as const;

/** Statutes as the Code is cited, or the list of the crimes of terrorism. */
export const listedOffenses = z.union([z.array(provision).min(1), z.literal('terrorism')]);
