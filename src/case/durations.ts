// Lengths of imprisonment, in months and days.
import { dateOf, daysInMonth } from './dates.ts';

/** A length of imprisonment as pronounced: whole calendar months and days, which are not the same thing; or life. */
export type Duration = { months: number; days: number } | 'life';

/** Of as many parts as `2 years 6 months`, whose numbers have as many digits as said. */
const patternOf = (digits: string): RegExp => {
	const part = `\\d${digits} *(?:years?|months?|weeks?|days?)`;
	return new RegExp(`^ *(?:0|[Ll]ife|${part}(?:(?: *, *| +and +| +)${part}){0,3}) *$`);
};

/** `18 months`, `1 year 1 day`, `60 days`, `2 years and 6 months`, `30000 years`, `life`, `0`. */
export const durationPattern = patternOf('{1,7}');

/** What is worked out from such terms has more months than one can be given. */
const readable = patternOf('+');

export const noTime: Duration = { months: 0, days: 0 };

export const isNoTime = (term: Duration): boolean => term !== 'life' && term.months === 0 && term.days === 0;

/** A length of imprisonment from text; undefined where the text is none. */
export function parseDuration(text: string): Duration | undefined {
	if (!read.has(text)) {
		if (read.size === mostKept) read.clear();
		read.set(text, readDuration(text));
	}
	return read.get(text);
}

/** The same few terms are read time and again. */
const read = new Map<string, Duration | undefined>();
const mostKept = 1000;

function readDuration(text: string): Duration | undefined {
	if (!readable.test(text)) return undefined;
	if (/life/i.test(text)) return 'life';
	const total = { months: 0, days: 0 };
	for (const [, number, unit] of text.matchAll(/(\d+) *(year|month|week|day)/g)) {
		const { months, days } = units[unit as keyof typeof units];
		total.months += Number(number) * months;
		total.days += Number(number) * days;
	}
	return total;
}

const units = {
	year: { months: 12, days: 0 },
	month: { months: 1, days: 0 },
	week: { months: 0, days: 7 },
	day: { months: 0, days: 1 },
};

export function addDurations(a: Duration, b: Duration): Duration {
	if (a === 'life' || b === 'life') return 'life';
	return { months: a.months + b.months, days: a.days + b.days };
}

/**
 * By how many days a is the longer term, at least and at most: the length of a month depends on which month it is,
 * so that two months are one day less than sixty days, or as much as two days more.
 */
export function differenceInDays(a: Duration, b: Duration): { least: number; most: number } {
	if (a === 'life' || b === 'life') {
		const days = a === b ? 0 : a === 'life' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		return { least: days, most: days };
	}
	const months = a.months - b.months;
	const days = a.days - b.days;
	const { shortest, longest } = daysIn(Math.abs(months));
	return months < 0
		? { least: days - longest, most: days - shortest }
		: { least: days + shortest, most: days + longest };
}

/** Less than zero where a is surely the shorter term, more where it is surely the longer. */
export function compareDurations(a: Duration, b: Duration): number {
	const { least, most } = differenceInDays(a, b);
	if (least > 0) return 1;
	return most < 0 ? -1 : 0;
}

/** The fewest and the most days that so many months can have which follow each other. */
function daysIn(months: number): { shortest: number; longest: number } {
	const rest = months % leapCycle;
	const found = known.get(rest) ?? spanOf(rest);
	known.set(rest, found);
	const ofCycles = Math.floor(months / leapCycle) * daysOfCycle;
	return { shortest: ofCycles + found.shortest, longest: ofCycles + found.longest };
}

const leapCycle = 48;
/** The spans of less than a cycle: the days of whole cycles are always as many. */
const known = new Map<number, { shortest: number; longest: number }>();

function spanOf(months: number): { shortest: number; longest: number } {
	const starts = Array.from({ length: leapCycle }, (_, start) => daysFrom(start, months));
	return { shortest: Math.min(...starts), longest: Math.max(...starts) };
}

/** The days of so many months from a month of the leap cycle on. */
function daysFrom(start: number, months: number): number {
	let days = 0;
	for (let month = start; month < start + months; month++) {
		days += daysInMonth((Math.floor(month / 12) % 4) + 1, (month % 12) + 1);
	}
	return days;
}

const daysOfCycle = daysFrom(0, leapCycle);

/**
 * The day on which a term that began on a day has run, whole months first; the last day that can be written where the
 * term is for life or runs beyond it.
 */
export function dayAfter(date: string, term: Duration): string {
	if (term === 'life') return lastDay;
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	const months = year * 12 + month - 1 + term.months;
	let [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1];
	if (inYear > yearOfLastDay) return lastDay;
	let inDay = Math.min(day, daysInMonth(inYear, inMonth)) + term.days;
	const cycles = Math.floor((inDay - 1) / daysOfCenturies);
	inYear += cycles * 400;
	inDay -= cycles * daysOfCenturies;
	while (inDay > daysInMonth(inYear, inMonth)) {
		inDay -= daysInMonth(inYear, inMonth);
		inYear += Math.floor(inMonth / 12);
		inMonth = (inMonth % 12) + 1;
	}
	return inYear > yearOfLastDay ? lastDay : dateOf(inYear, inMonth, inDay);
}

const lastDay = '9999-12-31';
const yearOfLastDay = Number(lastDay.slice(0, 4));
/** Every four hundred years the calendar repeats itself. */
const daysOfCenturies = 146_097;

/** The days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
	const [[year, month, day], [toYear, toMonth, toDay]] = [from, to].map((date) => date.split('-').map(Number)) as [
		[number, number, number],
		[number, number, number],
	];
	let days = toDay - day;
	for (let at = year * 12 + month - 1; at < toYear * 12 + toMonth - 1; at++) {
		days += daysInMonth(Math.floor(at / 12), (at % 12) + 1);
	}
	return days;
}

/** A length in words: `2 years 6 months`, `1 year 1 day`, `60 days`, `no imprisonment`. */
export function durationText(duration: Duration): string {
	if (duration === 'life') return 'life';
	const { months, days } = duration;
	const parts = [months > 0 ? counted(months, 'month') : '', days > 0 ? counted(days, 'day') : ''].filter(Boolean);
	return parts.join(' ') || 'no imprisonment';
}

const counted = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;
