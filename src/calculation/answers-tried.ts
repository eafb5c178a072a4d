// The answers that stand for all that a case may give where it is asked for a fact.
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import { daysOfPeriods, daysTried } from './days-tried.ts';

const yesOrNo = [true, false];

/** The facts that have few answers, by their keys, and all of these. */
const possibilities: Readonly<Record<string, readonly unknown[]>> = {
	grade: ['felony', 'misdemeanor'],
	convictedAsAdult: yesOrNo,
	underCriminalJusticeSentence: yesOrNo,
	receivesPoints: yesOrNo,
	sameHarm: yesOrNo,
	threePointOffense: yesOrNo,
	twoPointViolentOffense: yesOrNo,
};

/** Days on which nothing turns but where they lie among the other days of the case. */
const daysOfPlace: ReadonlySet<string> = new Set(['conductFrom', 'arrestedOn']);

/** Days from which a period runs, or to which one does. */
const periodDays: ReadonlySet<string> = new Set(['sentencedOn', 'commencedOn', 'endedOn']);

/** Lists of days. */
const dayLists: ReadonlySet<string> = new Set(['removals', 'removalOrders']);

/** Facts that are tried together at most: more of them, and the first is asked for. */
export const mostTogether = 5;

/** For how many facts one counts among those: a day has many answers, and one among periods is tried alone. */
export function weightOf(path: string): number {
	const key = keyOf(path);
	if (daysOfPlace.has(key)) return 3;
	return isDay(path) ? mostTogether : 1;
}

/** Whether it is a day that is asked for, or several. */
export const isDay = (path: string): boolean =>
	[daysOfPlace, periodDays, dayLists].some((days) => days.has(keyOf(path)));

const keyOf = (path: string): string => path.split('/').at(-1) ?? '';

/** The answers to be tried: all that there are, or one of each sort that the rules can tell apart. */
export function answersTried(path: string, document: CaseDocument, law: Law): readonly unknown[] {
	const key = keyOf(path);
	if (daysOfPlace.has(key)) return daysTried(document, law);
	// The end of the offense is the day by whose law it is fined, where the case gives no other.
	if (key === 'endedOn' && document.offenseDate === undefined) return [];
	if (periodDays.has(key)) return daysOfPeriods(document, law);
	if (dayLists.has(key)) return noneOrOne(daysTried(document, law));
	const { statutes } = document;
	// Maximums of one row of the table of §4B1.1 are alike where no statute of conviction has one of its own.
	if (path === '/careerOffender/offenseStatutoryMaximumMonths') return statutes ? [] : maximumsIn(law);
	return possibilities[key] ?? [];
}

/** No day, and each of them alone; nothing where none is to be tried. */
const noneOrOne = (days: readonly string[]): string[][] => (days.length === 0 ? [] : [[], ...days.map((day) => [day])]);

/** A maximum for each row of the tables of §4B1.1(b), of every edition. */
const maximumsIn = ({ tables }: Law): unknown[] => [
	...new Set(tables['4B1.1'].flatMap(({ table }) => table.map(({ fromMonths }) => fromMonths))),
];
