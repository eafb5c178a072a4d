// Days that a case gives, or bounds by its other days.
import type { Asked } from '../../case/errors.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import { commencedOn, missingFact, needed, type Prior, questions } from './facts.ts';

/** A day that the case does not tell: the first and the last that it can have been by the other days, and how it is asked for. */
interface Span {
	from: string;
	to: string;
	ask: () => never;
}

/** A day that the case tells, or the days that it can have been. */
export type Day = string | Span;

const first = '0000-01-01';
const last = '9999-12-31';

export const firstOf = (day: Day): string => (typeof day === 'string' ? day : day.from);
export const lastOf = (day: Day): string => (typeof day === 'string' ? day : day.to);

/** The day; asked for where the case does not tell it. */
export const knownDay = (day: Day): string => (typeof day === 'string' ? day : day.ask());

/** The question for the one of two days that the case does not tell. */
function askFor(a: Day, b: Day): never {
	const unknown = typeof a === 'string' ? b : a;
	if (typeof unknown === 'string') throw new RangeError(`${unknown} is known`);
	return unknown.ask();
}

/** Whether one day comes before another. The one that is not known is asked for where what is known leaves that open. */
export function comesBefore(a: Day, b: Day): boolean {
	if (typeof a === 'string' && typeof b === 'string') return a < b;
	if (lastOf(a) < firstOf(b)) return true;
	return firstOf(a) >= lastOf(b) ? false : askFor(a, b);
}

/** Whether one day can come before another, by what is known. */
export const mayComeBefore = (a: Day, b: Day): boolean => firstOf(a) < lastOf(b);

/** Whether two days are the same. */
export function isSameDay(a: Day, b: Day): boolean {
	if (typeof a === 'string' && typeof b === 'string') return a === b;
	return maybeSameDay(a, b) ? askFor(a, b) : false;
}

/** Whether two days can be the same, by what is known. */
export const maybeSameDay = (a: Day, b: Day): boolean => firstOf(a) <= lastOf(b) && firstOf(b) <= lastOf(a);

type Dates = (string | undefined)[];
const latest = (dates: Dates): string =>
	dates
		.filter((date) => date !== undefined)
		.sort()
		.at(-1) ?? first;
const earliest = (dates: Dates): string => dates.filter((date) => date !== undefined).sort()[0] ?? last;

/** The day of the sentence: not before the conduct, the arrest and the conviction, nor after a revocation or the sentencing. */
export function sentencedDay(prior: Prior, document: CaseDocument): Day {
	const { sentencedOn, conductFrom, conductTo, arrestedOn, convictedOn, revocations = [], supervision } = prior.given;
	if (sentencedOn !== undefined) return sentencedOn;
	return {
		from: latest([conductFrom, conductTo, arrestedOn, convictedOn]),
		to: earliest([...revocations.map(({ on }) => on), supervision?.endsOn, document.sentencingDate]),
		ask: () => ask(prior, 'sentencedOn', questions.sentencedOn),
	};
}

/** The day of the conviction; that of the sentence where the case gives no other. */
export const convictedDay = (prior: Prior, document: CaseDocument): Day =>
	prior.given.convictedOn ?? sentencedDay(prior, document);

/** The first day of the conduct, with the question for what it decides. */
export function conductFromDay(prior: Prior, document: CaseDocument, asked: Asked): Day {
	const { conductFrom, conductTo, arrestedOn, releasedOn, earlierReleases = [] } = prior.given;
	if (conductFrom !== undefined) return conductFrom;
	return {
		from: first,
		to: earliest([conductTo, arrestedOn, releasedOn, ...earlierReleases, lastOf(convictedDay(prior, document))]),
		ask: () => ask(prior, 'conductFrom', asked),
	};
}

/** The last day of the conduct: the first one where the case gives no other. */
export const conductToDay = (prior: Prior, document: CaseDocument, asked: Asked): Day =>
	prior.given.conductTo ?? conductFromDay(prior, document, asked);

/** The day of the arrest, with the question for what it decides. */
export function arrestedDay(prior: Prior, document: CaseDocument, asked: Asked): Day {
	const { arrestedOn, conductFrom } = prior.given;
	if (arrestedOn !== undefined) return arrestedOn;
	return {
		from: conductFrom ?? first,
		to: lastOf(sentencedDay(prior, document)),
		ask: () => ask(prior, 'arrestedOn', asked),
	};
}

/** The commencement of the instant offense, relevant conduct included (§4A1.2, comment. (n.8)). */
export function commencedDay(document: CaseDocument): Day {
	const { instantOffense = {}, sentencingDate, safetyValve } = document;
	if (instantOffense.commencedOn !== undefined) return instantOffense.commencedOn;
	return {
		from: first,
		to: earliest([instantOffense.endedOn, sentencingDate, safetyValve?.convictedOn]),
		ask: () => {
			commencedOn(document);
			throw new RangeError('the commencement is known');
		},
	};
}

/** The end of the instant offense, with the question for what it decides: no removal that the case gives came after it. */
export function endedDay(document: CaseDocument, asked: Asked): Day {
	const { commencedOn, endedOn } = document.instantOffense ?? {};
	if (endedOn !== undefined) return endedOn;
	const removals = document.offenseDate === undefined ? (document.removals ?? []) : [];
	return {
		from: latest([commencedOn, ...removals]),
		to: earliest([document.sentencingDate, document.safetyValve?.convictedOn]),
		ask: () => needed<never>(undefined, '/instantOffense/endedOn', asked),
	};
}

function ask(prior: Prior, key: keyof GivenPrior, asked: Asked): never {
	throw missingFact(prior, key, asked);
}
