// Numbers, months, dates and adjustments as people type them.
import { dateOf, firstDayOf, isDate, lastDayOf, longDate, monthNamed } from './dates.ts';
import { partProvision } from './provision.ts';
import type { CaseDocument } from './schema.ts';

/** Values as people type them, on a command line or at a question. What cannot be read comes back as it is, to be refused by name. */

/** A text with the marks that a keyboard has: a plain minus, straight quotes, plain single spaces, none around it. */
export const plainMarks = (text: string): string =>
	text
		.replace(/[\u2010-\u2015\u2212]/gu, '-')
		.replace(/[\u2018\u2019\u02bc]/gu, "'")
		.replace(/[\u201c\u201d]/gu, '"')
		.replace(/\s+/gu, ' ')
		.trim();

/** A text to be read: a minus before a number as a keyboard has it, plain spaces, none around it. What it says stays as it is. */
export const plainSign = (text: string): string =>
	text
		.replace(/[\u00a0\u2007\u202f]/gu, ' ')
		.trim()
		.replace(/^[\u2010-\u2015\u2212](?=\d)/u, '-');

export function readNumber(text: string): number | string {
	return /^[+-]?\d{1,6}$/.test(text) ? Number(text) : text;
}

/** What can be typed for a day and for months, in few words. */
export const dateHint = 'a date (YYYY-MM-DD, M/D/YYYY or March 14, YYYY)';
export const dateOrPeriodHint = `${dateHint.slice(0, -1)}; a month or a year if that is all you know)`;
export const monthsHint = 'whole months, years (10y) or life';

/** `120`, `120 months`, `10 years`, `ten years`, `10y` or `life`. A number in words alone could be of years as well as of months. */
export function readMonths(text: string): number | string {
	const years = countIn(/^(\d{1,4}|[a-z-]+?) *(?:y|yrs?\.?|years?)$/i.exec(text)?.[1]);
	if (years !== undefined) return years * 12;
	const months = countIn(/^(\d{1,6}|[a-z-]+?) *(?:mos?\.?|months?)$/i.exec(text)?.[1]);
	if (months !== undefined) return months;
	return text.toLowerCase() === 'life' ? 'life' : readNumber(text);
}

const digits = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
/** The numbers from one on, as far as terms are mostly written out. */
const numbersInWords = [...digits, ...teens, 'twenty', ...digits.map((digit) => `twenty-${digit}`), 'thirty'];

/** A number in figures or in words; undefined where the text is none. */
export function countIn(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d/.test(text)) return Number(text);
	const index = numbersInWords.indexOf(text.toLowerCase());
	return index === -1 ? undefined : index + 1;
}

export type Adjustment = NonNullable<CaseDocument['adjustments']>[number];

/**
 * `2012-11-05`, `11/5/2012` as American courts write it, `November 5, 2012` or `5 Nov 2012`; `2012-11`, `11/2012` or
 * `Nov. 2012` as the month and `2012` as the year. Whoever asks shows it in words.
 */
export function readDate(text: string): string {
	const period = readPeriod(text);
	if (period) return period.date;
	const { year, month, day } = dateForms.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
	const number = month !== undefined && /\d/.test(month) ? month : monthNamed(month ?? '');
	if (year === undefined || day === undefined || number === undefined) return text;
	return dateOf(Number(year), Number(number), Number(day));
}

const dateForms = [
	/^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
	/^(?<month>[a-z]{3,9})\.? *(?<day>\d{1,2})(?:st|nd|rd|th)?(?:, *| +)(?<year>\d{4})$/i,
	/^(?<day>\d{1,2})(?:st|nd|rd|th)? *(?<month>[a-z]{3,9})\.?(?:, *| +)(?<year>\d{4})$/i,
];

/** A month or a year in place of a day: as the case document has it, what it is called, and its first and last day as ISO dates. */
export interface Period {
	date: string;
	name: string;
	first: string;
	last: string;
}

/** `March 2013`, `3/2013`, `2013-03` or `2013`; undefined where it is none of these. */
export function readPeriod(text: string): Period | undefined {
	const { year = '', month } = periodForms.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
	const number = month === undefined || /\d/.test(month) ? Number(month ?? 1) : monthNamed(month);
	if (number === undefined) return undefined;
	const date = month === undefined ? year : `${year}-${String(number).padStart(2, '0')}`;
	const [first, last] = [firstDayOf(date), lastDayOf(date)];
	return isDate(first) ? { date, name: longDate(date), first, last } : undefined;
}

const periodForms = [
	/^(?<year>\d{4})(?:-(?<month>\d{2}))?$/,
	/^(?<month>\d{1,2})\/(?<year>\d{4})$/,
	/^(?<month>[a-z]{3,9})\.?,? *(?<year>\d{4})$/i,
];

/** `-2:§3B1.2 minor role`, `−2 §3B1.2 minor role` or `-2`; undefined where it is none of these. */
export function readAdjustment(text: string): Adjustment | undefined {
	const match = /^([+-]?\d{1,2})\s*(?:[:\s]\s*(.*))?$/u.exec(text.trim().replace(/^[−–]/, '-'));
	if (!match) return undefined;
	const [, levels, label = ''] = match;
	return { levels: Number(levels), ...partProvision(label) };
}
