// The days that stand for all that a case may answer where it is asked for one.
import { yearsBefore } from '../case/dates.ts';
import { dayAfter } from '../case/durations.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import { countedYears, recentYears } from './months-and-years/measures-of-law.ts';

const oneDay = { months: 0, days: 1 };

/** Of more days than these, none is tried: the day is asked for. */
const mostDays = 80;
const mostEnds = 400;

/**
 * A day for each place that a day of conduct or arrest can have among the other days of a case: on one of them, or between
 * two. Nothing else turns on such a day but where it lies among them, and among the ends of the periods before the offense
 * (§4A1.1). None where there are too many.
 */
export function daysTried(document: CaseDocument, { tables }: Law): string[] {
	const { commencedOn } = document.instantOffense ?? {};
	const limits = commencedOn === undefined ? [] : recentYears(tables).map((years) => yearsBefore(commencedOn, years));
	return placesAmong([...daysIn(document), ...limits], mostDays);
}

/**
 * The same for a day from which a period runs, or to which one does: a day for each place among the other days of the
 * case, and among those that lie a period of §4A1.1 or §4A1.2 before or after one of them.
 */
export function daysOfPeriods(document: CaseDocument, { tables }: Law): string[] {
	const years = [...new Set([...recentYears(tables), ...countedYears(tables)])];
	const known = [...new Set(daysIn(document))];
	const ends = known.flatMap((day) => years.flatMap((each) => [yearsBefore(day, each), yearsBefore(day, -each)]));
	const days = placesAmong([...known, ...ends], mostEnds);
	const [first, last] = [days.at(0), days.at(-1)];
	// What differs at all mostly differs between the first day and the last.
	return first === undefined || last === undefined ? [] : [...new Set([last, first, ...days])];
}

/** A day before all of them, and each of them with the day after it; none where they are more than `most`. */
function placesAmong(among: readonly string[], most: number): string[] {
	const days = [...new Set(among)].sort();
	const [first] = days;
	if (first === undefined || 2 * days.length > most) return [];
	return [...new Set([yearsBefore(first, 1), ...days.flatMap((day) => [day, dayAfter(day, oneDay)])])];
}

function daysIn(value: unknown): string[] {
	if (typeof value === 'string') return dayPattern.test(value) ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysIn) : [];
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;
