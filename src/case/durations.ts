import { daysInMonth } from './dates.ts';
import { InputError } from './errors.ts';

/** A length of imprisonment as pronounced: whole calendar months and days, which are not the same thing; or life. */
export type Duration = { months: number; days: number } | 'life';

/** `18 months`, `1 year 1 day`, `60 days`, `2 years and 6 months`, `life`, `0`. */
export const durationPattern =
	/^\s*(?:0|life|\d{1,4} *(?:years?|months?|weeks?|days?)(?:(?: *, *| +and +| +)\d{1,4} *(?:years?|months?|weeks?|days?)){0,3})\s*$/i;

export const noTime: Duration = { months: 0, days: 0 };

/** A length of imprisonment from text; undefined where the text is none. */
export function parseDuration(text: string): Duration | undefined {
	if (!durationPattern.test(text)) return undefined;
	if (text.trim().toLowerCase() === 'life') return 'life';
	const total = { months: 0, days: 0 };
	for (const [, number, unit] of text.toLowerCase().matchAll(/(\d+) *(year|month|week|day)/g)) {
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

/** What is left of a sentence when a part of it is suspended. Life less anything but life has no length: throws InputError at `path`. */
export function lessSuspended(sentence: Duration, suspended: Duration, path: string): Duration {
	if (suspended === 'life') return noTime;
	if (sentence === 'life') {
		if (suspended.months === 0 && suspended.days === 0) return 'life';
		throw new InputError(
			'facts-missing',
			path,
			'how much of the life sentence was not suspended? Give that term as the sentence, and leave suspended out',
		);
	}
	return { months: sentence.months - suspended.months, days: sentence.days - suspended.days };
}

/**
 * Less than zero where a is the shorter term, zero where they are the same; undefined where months and days
 * cannot be told apart, as two months and sixty days cannot: the length of a month depends on which month it is.
 */
export function compareDurations(a: Duration, b: Duration): number | undefined {
	if (a === 'life' || b === 'life') return a === b ? 0 : a === 'life' ? 1 : -1;
	const months = a.months - b.months;
	const days = a.days - b.days;
	if (months === 0) return days;
	if (days === 0 || Math.sign(months) === Math.sign(days)) return months;
	const { shortest, longest } = daysIn(Math.abs(months));
	if (Math.abs(days) < shortest) return months;
	return Math.abs(days) > longest ? days : shortest === longest ? 0 : undefined;
}

/** The fewest and the most days that this many consecutive months can have. */
function daysIn(months: number): { shortest: number; longest: number } {
	const leapCycle = 48;
	const lengths = Array.from({ length: leapCycle + (months % leapCycle) }, (_, index) =>
		daysInMonth(2001 + (Math.floor(index / 12) % 4), (index % 12) + 1),
	);
	const wholeCycles = Math.floor(months / leapCycle) * sum(lengths.slice(0, leapCycle));
	const starts = Array.from({ length: leapCycle }, (_, start) =>
		sum(lengths.slice(start, start + (months % leapCycle))),
	);
	return { shortest: wholeCycles + Math.min(...starts), longest: wholeCycles + Math.max(...starts) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A length in words: `2 years 6 months`, `1 year 1 day`, `60 days`, `no imprisonment`. */
export function durationText(duration: Duration): string {
	if (duration === 'life') return 'life';
	const { months, days } = duration;
	if (months > 0 && days < 0)
		return `${durationText({ months, days: 0 })} less ${durationText({ months: 0, days: -days })}`;
	const parts = [months > 0 ? counted(months, 'month') : '', days > 0 ? counted(days, 'day') : ''].filter(Boolean);
	return parts.join(' ') || 'no imprisonment';
}

const counted = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;
