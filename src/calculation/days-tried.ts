// The days that stand for a period of which a case gives only the month or the year.
import { yearsBefore } from '../case/dates.ts';
import { dayAfter } from '../case/durations.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';

const oneDay = { months: 0, days: 1 };

/** Of more days than these, none is tried: the day is asked for. */
const mostDays = 80;

/**
 * A day for each place that a day of conduct or arrest can have among the other days of a case: on one of them, or between
 * two. Nothing else turns on such a day but where it lies among them, and among the ends of the periods before the offense
 * (§4A1.1). None where there are too many.
 */
export function daysTried(document: CaseDocument, { tables }: Law): string[] {
	const { commencedOn } = document.instantOffense ?? {};
	const recent = tables['4A1.1'].flatMap(({ recency }) => (recency.inForce ? [recency.withinYears] : []));
	const limits = commencedOn === undefined ? [] : recent.map((years) => yearsBefore(commencedOn, years));
	const known = [...new Set([...daysIn(document), ...limits])].sort();
	const [first] = known;
	if (first === undefined || 2 * known.length > mostDays) return [];
	return [...new Set([yearsBefore(first, 1), ...known.flatMap((day) => [day, dayAfter(day, oneDay)])])];
}

function daysIn(value: unknown): string[] {
	if (typeof value === 'string') return dayPattern.test(value) ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysIn) : [];
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;
