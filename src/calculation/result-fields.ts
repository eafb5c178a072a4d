import * as z from 'zod';

/** The kinds of field a result is made of. */
export const months = z.union([z.int().min(0), z.literal('life')]);
export const date = z.iso.date();
export const level = z.int();
export const tableLevel = z.int().min(1).max(43);
export const range = z.strictObject({ minimumMonths: months, maximumMonths: months });
