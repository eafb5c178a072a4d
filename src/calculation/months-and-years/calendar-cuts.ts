// Terms whose length turns on the calendar, from the very day on which they were imposed.
import type { GivenDate } from '../../case/dates-of-case.ts';
import {
	type Duration,
	dayAfter,
	daysBetween,
	differenceInDays,
	isNoTime,
	noTime,
	parseDuration,
} from '../../case/durations.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import type { Law } from '../../law/schema.ts';
import { addedTerms } from '../criminal-history/facts.ts';
import { mayBeGrouped } from './may-be-grouped.ts';
import { measuresOf } from './measures-of-law.ts';

type Term = Exclude<Duration, 'life'>;

/**
 * The places among the days of a sentence or a revocation at which the calendar may decide otherwise: a term in months is
 * held against one in days, or days are taken from months, and how many days they are turns on the day they began.
 */
export function calendarCuts(
	{ key, prior: at }: GivenDate,
	days: readonly string[],
	document: CaseDocument,
	law: Law,
): number[] {
	const { priors = [] } = document;
	if (at === undefined || (key !== 'sentencedOn' && key !== 'on')) return [];
	const isGrouped = mayBeGrouped(document);
	const members = priors.filter((_, index) => index === at || isGrouped(at, index));
	// Terms that run one after another are added up before they are measured: then each day is tried.
	const isAdded = members.length > 1 && members.some(({ consecutiveTo }) => consecutiveTo !== undefined);
	if (isAdded && members.some(hasDaysOrIsShort)) return [...days.keys()];
	const measures = members.flatMap((member) => measuredBy(member, law));
	if (measures.length === 0) return [];
	const found = days.map((day) => measures.map((measure) => measure(day)).join());
	return [...days.keys()].filter((place) => found[place] !== found[place - 1]);
}

type Measure = (day: string) => number;

/** What the calendar makes of the terms of a prior, from a day on, where it can make either. */
function measuredBy(prior: GivenPrior, law: Law): Measure[] {
	const { sentence, suspended, revocations = [] } = prior;
	const revoked = revocations.map(({ term }) => term);
	const [first, both] = [[sentence], [sentence, suspended]] as const;
	const sums = [first, both, revoked, [...first, ...revoked], [...both, ...revoked]].map(addedTerms).filter(isTerm);
	const lengths = measuresOf(law).lengths.filter(isTerm);
	const unclear = sums.flatMap((sum) =>
		lengths.filter((length) => isUnclear(sum, length)).map((length) => ({ sum, length })),
	);
	const compared = unclear.flatMap(({ sum, length }) =>
		[noTime, addedTerms(first), addedTerms(both)].filter(isTerm).flatMap((from): Measure[] => {
			const [one, other] = [less(sum, from), less(length, from)];
			if (one === undefined || other === undefined) return [];
			return [(day) => compare(dayAfter(day, one), dayAfter(day, other))];
		}),
	);
	return [...compared, ...daysLeft(prior)];
}

const isTerm = (term: Duration | undefined): term is Term => term !== undefined && term !== 'life';

function isUnclear(term: Term, length: Term): boolean {
	const { least, most } = differenceInDays(term, length);
	return least < most && least <= 0 && most >= 0;
}

function less(term: Duration, part: Term): Term | undefined {
	if (term === 'life') return undefined;
	const rest = { months: term.months - part.months, days: term.days - part.days };
	return rest.months < 0 || rest.days < 0 ? undefined : rest;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** How many days are left of a term without its suspended part, where months and days cannot be taken from each other. */
function daysLeft({ sentence, suspended }: GivenPrior): Measure[] {
	const [whole, part] = [parseDuration(sentence ?? ''), parseDuration(suspended ?? '')];
	if (!isTerm(whole) || !isTerm(part) || isNoTime(part) || less(whole, part) !== undefined) return [];
	return [(day) => daysBetween(dayAfter(day, part), dayAfter(day, whole))];
}

/** Whether terms are in days, or so short that they are measured in days. */
function hasDaysOrIsShort({ sentence, suspended, revocations = [] }: GivenPrior): boolean {
	const terms = [sentence, suspended, ...revocations.map(({ term }) => term)].map((term) => addedTerms([term]));
	return terms.some((term) => isTerm(term) && !isNoTime(term) && (term.days > 0 || term.months <= 2));
}
