import { partProvision } from './provision.ts';
import type { CaseDocument } from './schema.ts';

/** Values as people type them, on a command line or at a question. What cannot be read comes back as it is, to be refused by name. */

export function readNumber(text: string): number | string {
	return /^[+-]?\d{1,6}$/.test(text) ? Number(text) : text;
}

/** `120`, `10y` (years) or `life`. */
export function readMonths(text: string): number | string {
	const years = /^(\d{1,4})y$/i.exec(text)?.[1];
	if (years !== undefined) return Number(years) * 12;
	return text.toLowerCase() === 'life' ? 'life' : readNumber(text);
}

export type Adjustment = NonNullable<CaseDocument['adjustments']>[number];

/** `2012-11-05`, or `11/5/2012` as American courts write it; whoever asks shows the day in words. */
export function readDate(text: string): string {
	const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
	if (!match) return text;
	const [, month, day, year] = match as unknown as [string, string, string, string];
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `-2:§3B1.2 minor role`, `-2 §3B1.2 minor role` or `-2`; undefined where it is none of these. */
export function readAdjustment(text: string): Adjustment | undefined {
	const match = /^([+-]?\d{1,2})(?:[:\s](.*))?$/u.exec(text);
	if (!match) return undefined;
	const [, levels, label = ''] = match;
	return { levels: Number(levels), ...partProvision(label) };
}
