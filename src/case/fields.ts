import * as z from 'zod';

/** The kinds of field a case is made of. The remedy is the message: `parseCase` puts the field and the value before it. */
export const text = (remedy: string) => z.string({ error: remedy });

export const words = (remedy: string) => text(remedy).regex(/\S/, { error: remedy });

export const integer = (from: number, to: number, remedy: string) =>
	z.int({ error: remedy }).min(from, { error: remedy }).max(to, { error: remedy });

export const date = z.iso.date({ error: 'give a date that exists, as YYYY-MM-DD' });

export const yesOrNo = (remedy = 'give true or false') => z.boolean({ error: remedy });

const monthsRemedy = 'give whole months, or "life"';
export const months = (from: number) =>
	z.union([integer(from, 12_000, monthsRemedy), z.literal('life')], { error: monthsRemedy });

export const listOf = <T extends z.ZodType>(item: T, remedy: string, most = 100) =>
	z.array(item, { error: remedy }).max(most, { error: `give at most ${most}` });
