// The kinds of field that the case document is made of.
import * as z from 'zod';
import { dateTitle } from './dates.ts';
import { limits } from './limits.ts';

/** The kinds of field a case is made of. The remedy is the message: `parseCase` puts the field and the value before it. */
export const text = (remedy: string) =>
	z.string({ error: remedy }).max(limits.text, { error: `give at most ${limits.text} characters` });

export const words = (remedy: string) => text(remedy).regex(/\S/, { error: remedy });

export const integer = (from: number, to: number, remedy: string) =>
	z.int({ error: remedy }).min(from, { error: remedy }).max(to, { error: remedy });

const leapDay = '(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))-02-29';
const monthAndDay =
	'(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';
const anyDay = `${leapDay}|(?:19|20)\\d\\d-${monthAndDay}`;

const dayRemedy = 'give a date that exists, from 1900 to 2099, as YYYY-MM-DD';

/** A day of the years in which what a case tells can have happened. They are no law: a slip such as 2200 is none of them. */
export const day = z
	.string({ error: dayRemedy })
	.regex(new RegExp(`^(?:${anyDay})$`), { error: dayRemedy })
	.meta({ format: 'date' });

const dateRemedy = `${dayRemedy}, or a month (YYYY-MM) or a year (YYYY) where every day in it leads to the same answer`;

/** Such a day; or a month or a year, where the day is not known. */
export const date = z
	.string({ error: dateRemedy })
	.regex(new RegExp(`^(?:${anyDay}|(?:19|20)\\d\\d(?:-(?:0[1-9]|1[0-2]))?)$`), { error: dateRemedy })
	.meta({ title: dateTitle });

export const yesOrNo = (remedy = 'give true or false') => z.boolean({ error: remedy });

const monthsRemedy = 'give whole months, or "life"';
export const months = (from: number) =>
	z.union([integer(from, 12_000, monthsRemedy), z.literal('life')], { error: monthsRemedy });

export const listOf = <T extends z.ZodType>(item: T, remedy: string, most: number = limits.list) =>
	z.array(item, { error: remedy }).max(most, { error: `give at most ${most}` });
