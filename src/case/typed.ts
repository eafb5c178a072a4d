import { monthNamed } from './dates.ts';
import { partProvision } from './provision.ts';
import type { CaseDocument } from './schema.ts';

/** Values as people type them, on a command line or at a question. What cannot be read comes back as it is, to be refused by name. */

export function readNumber(text: string): number | string {
	return /^[+-]?\d{1,6}$/.test(text) ? Number(text) : text;
}

/** What can be typed for a day and for months, in few words. */
export const dateHint = 'a date (YYYY-MM-DD, M/D/YYYY or March 14, YYYY)';
export const monthsHint = 'months, years (10y) or life';

/** `120`, `120 months`, `10 years`, `10y` or `life`. */
export function readMonths(text: string): number | string {
	const years = /^(\d{1,4}) *(?:y|yrs?\.?|years?)$/i.exec(text)?.[1];
	if (years !== undefined) return Number(years) * 12;
	const months = /^(\d{1,6}) *(?:mos?\.?|months?)$/i.exec(text)?.[1];
	if (months !== undefined) return Number(months);
	return text.toLowerCase() === 'life' ? 'life' : readNumber(text);
}

export type Adjustment = NonNullable<CaseDocument['adjustments']>[number];

/** `2012-11-05`, `11/5/2012` as American courts write it, `November 5, 2012` or `5 Nov 2012`; whoever asks shows the day in words. */
export function readDate(text: string): string {
	const { year, month, day } = dateForms.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
	const number = month !== undefined && /\d/.test(month) ? month : monthNamed(month ?? '');
	if (year === undefined || day === undefined || number === undefined) return text;
	return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const dateForms = [
	/^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
	/^(?<month>[a-z]{3,9})\.? *(?<day>\d{1,2})(?:st|nd|rd|th)?(?:, *| +)(?<year>\d{4})$/i,
	/^(?<day>\d{1,2})(?:st|nd|rd|th)? *(?<month>[a-z]{3,9})\.?(?:, *| +)(?<year>\d{4})$/i,
];

/** `-2:§3B1.2 minor role`, `-2 §3B1.2 minor role` or `-2`; undefined where it is none of these. */
export function readAdjustment(text: string): Adjustment | undefined {
	const match = /^([+-]?\d{1,2})(?:[:\s](.*))?$/u.exec(text);
	if (!match) return undefined;
	const [, levels, label = ''] = match;
	return { levels: Number(levels), ...partProvision(label) };
}
