// What rules make of a day before they compare it with another.
import { yearsBefore } from '../../case/dates.ts';
import type { GivenDate } from '../../case/dates-of-case.ts';
import { type Duration, dayAfter, isNoTime } from '../../case/durations.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import type { Law } from '../../law/schema.ts';
import { addedTerms } from '../criminal-history/facts.ts';
import { countedYears, measuresOf, recentYears } from './measures-of-law.ts';

/** What a rule makes of a day before it compares it: the day itself, some years before it, or the end of a term from it. Never a later day of an earlier one. */
export type Move = (day: string) => string;

export const itself: Move = (day) => day;

const yearsBack =
	(years: number): Move =>
	(day) =>
		yearsBefore(day, years);

/** What the rules make of a date of a case where they compare it with another. */
export function newMoves(document: CaseDocument, law: Law): (date: GivenDate, other: GivenDate) => Move[] {
	const { instantOffense, priors = [] } = document;
	// The commencement is not after any of the others, which stand for it where it is not told.
	const anchors = new Set(
		instantOffense?.commencedOn === undefined
			? ['/instantOffense/endedOn', '/sentencingDate', '/safetyValve/convictedOn']
			: ['/instantOffense/commencedOn'],
	);
	const { tables } = law;
	const isYoung = priors.some(({ ageAtOffense }) => ageAtOffense !== undefined);
	const back = [...new Set([...recentYears(tables), ...countedYears(tables, isYoung)])].map(yearsBack);
	const isForeign = priors.some(({ neverCounted }) => neverCounted !== undefined);
	const foreign = isForeign ? measuresOf(law).releaseYears.map(yearsBack) : [];
	return ({ path, key, prior }, other) => {
		if (prior === undefined) {
			if (other.prior === undefined) return [itself];
			if (anchors.has(path)) return [itself, ...back, ...foreign];
			return removed.has(key) ? [itself, ...foreign] : [itself];
		}
		const isMeasured =
			anchors.has(other.path) ||
			other.key === 'endedOn' ||
			released.has(other.key) ||
			(isForeign && removed.has(other.key));
		const terms = isMeasured ? termsFrom(path, priors[prior] as GivenPrior) : [];
		return [
			itself,
			...terms.map(
				(term): Move =>
					(day) =>
						dayAfter(day, term),
			),
		];
	};
}

const removed = new Set(['removals', 'removalOrders']);
const released = new Set(['releasedOn', 'earlierReleases']);

/** The terms that run from a day of a prior: what was suspended, with what was to be served or without it; or what a revocation gave. */
function termsFrom(path: string, { sentence, suspended, revocations = [] }: GivenPrior): Duration[] {
	if (path.endsWith('/sentencedOn')) {
		const both = suspended === undefined ? [] : [addedTerms([suspended])];
		return [...both, addedTerms([sentence, suspended])].filter((term) => !isNoTime(term));
	}
	const place = /\/revocations\/(\d+)\/on$/.exec(path)?.[1];
	return place === undefined ? [] : [addedTerms([revocations[Number(place)]?.term])];
}

const conduct = new Set(['conductFrom', 'conductTo']);

/** The ages at two offenses are those of one person (src/case/date-order.ts): the days of conduct, some years apart. */
export function agesOf(one: GivenDate, other: GivenDate, { priors = [] }: CaseDocument): [Move, Move][] {
	if (!conduct.has(one.key) || !conduct.has(other.key)) return [];
	const [first, second] = [one, other].map(({ prior = 0 }) => priors[prior]?.ageAtOffense);
	if (first === undefined || second === undefined) return [];
	return [
		[yearsBack(first + 2), yearsBack(second - 1)],
		[yearsBack(first - 1), yearsBack(second + 2)],
	];
}
