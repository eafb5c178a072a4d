// Dates, as ISO text.
/**
 * Calendar dates as ISO text (`2012-11-01`). ISO dates compare as text, and text has no time zone:
 * a Date object would print the first of November as the last of October west of Greenwich.
 */
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Year, month and day of an ISO date; undefined where the text is none or the day does not exist. */
function dateParts(text: string): [year: number, month: number, day: number] | undefined {
	const match = pattern.exec(text);
	if (!match) return undefined;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
	return exists ? [year, month, day] : undefined;
}

export const isDate = (text: string): boolean => dateParts(text) !== undefined;

/** What the JSON Schema calls a day, a month or a year: "format": "date" would be a day alone. */
export const dateTitle = 'a day, a month or a year';

const periodPattern = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;

/** Whether a text is a month (`2012-05`) or a year (`2012`) in place of a day. */
export const isMonthOrYear = (text: string): boolean => periodPattern.test(text);

/** The first day of a month or a year; a day itself. */
export const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 'YYYY-MM-DD'.length);

/** The last day of a month or a year; a day itself. */
export function lastDayOf(date: string): string {
	const [, year, month = '12'] = periodPattern.exec(date) ?? [];
	return year === undefined ? date : dateOf(Number(year), Number(month), daysInMonth(Number(year), Number(month)));
}

/** Whether every day of the first date, which may be a month or a year, comes after every day of the second. */
export const isLater = (date: string, than: string): boolean => date > than && !date.startsWith(than);

export const dateOf = (year: number, month: number, day: number): string =>
	[String(year).padStart(4, '0'), ...[month, day].map((number) => String(number).padStart(2, '0'))].join('-');

/** The day so many years before. Dates compare as text, so that no such day need exist in the calendar. */
export function yearsBefore(date: string, years: number): string {
	const year = String(Number(date.slice(0, 4)) - years);
	return `${year.padStart(4, '0')}${date.slice(4)}`;
}

const monthNames = [
	...['January', 'February', 'March', 'April', 'May', 'June'],
	...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The number of a month from its name or the first three or more letters of it; undefined where there is none. */
export function monthNamed(name: string): number | undefined {
	const wanted = name.toLowerCase();
	const index = monthNames.findIndex((month) => wanted.length >= 3 && month.toLowerCase().startsWith(wanted));
	return index === -1 ? undefined : index + 1;
}

/** `2012-11-01` as the Manual writes it: `November 1, 2012`; a month as `November 2012`, a year as it is. */
export function longDate(date: string): string {
	const parts = dateParts(date);
	if (!parts) {
		const [, year, month] = periodPattern.exec(date) ?? [];
		return month === undefined ? date : `${monthNames[Number(month) - 1]} ${year}`;
	}
	const [year, month, day] = parts;
	return `${monthNames[month - 1]} ${day}, ${year}`;
}
