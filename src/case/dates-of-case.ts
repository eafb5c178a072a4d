// The dates of a case, which may be months or years.
import { isMonthOrYear } from './dates.ts';
import { pointer } from './errors.ts';
import type { CaseDocument, GivenPrior } from './schema.ts';
import { withValueAt } from './value-at.ts';

/** A date that a case gives, and where it stands. */
export interface GivenDate {
	/** JSON pointer: `/priors/0/releasedOn`. */
	path: string;
	/** The last name in it: `releasedOn`, `removals`. */
	key: string;
	/** Which prior it is of. */
	prior?: number;
	/** A day, a month or a year, as ISO text. */
	date: string;
}

const dayLength = 'YYYY-MM-DD'.length;
const isShort = (date: string | undefined): boolean => date !== undefined && date.length < dayLength;

/** Whether a case gives a month or a year for a date. Nearly all give none, so this is all that they pay. */
export function hasMonthOrYear(document: Partial<CaseDocument>): boolean {
	const { offenseDate, sentencingDate, instantOffense, safetyValve, removalOrders, removals, priors } = document;
	return (
		isShort(offenseDate) ||
		isShort(sentencingDate) ||
		isShort(safetyValve?.convictedOn) ||
		(instantOffense !== undefined && (isShort(instantOffense.commencedOn) || isShort(instantOffense.endedOn))) ||
		(removalOrders?.some(isShort) ?? false) ||
		(removals?.some(isShort) ?? false) ||
		(priors?.some(hasShort) ?? false)
	);
}

function hasShort(prior: GivenPrior): boolean {
	return (
		isShort(prior.conductFrom) ||
		isShort(prior.conductTo) ||
		isShort(prior.convictedOn) ||
		isShort(prior.sentencedOn) ||
		isShort(prior.releasedOn) ||
		isShort(prior.arrestedOn) ||
		isShort(prior.supervision?.endsOn) ||
		(prior.earlierReleases?.some(isShort) ?? false) ||
		(prior.revocations?.some(({ on }) => isShort(on)) ?? false)
	);
}

/** All dates that a case gives, in the order of the case. */
export function datesOfCase(document: Partial<CaseDocument>): GivenDate[] {
	const { offenseDate, sentencingDate, instantOffense, safetyValve, reduction } = document;
	const { removalOrders = [], removals = [], priors = [] } = document;
	return [
		...at(['offenseDate'], offenseDate),
		...at(['sentencingDate'], sentencingDate),
		...at(['safetyValve', 'convictedOn'], safetyValve?.convictedOn),
		...at(['reduction', 'orderDate'], reduction?.orderDate),
		...at(['instantOffense', 'commencedOn'], instantOffense?.commencedOn),
		...at(['instantOffense', 'endedOn'], instantOffense?.endedOn),
		...listed(['removalOrders'], removalOrders),
		...listed(['removals'], removals),
		...priors.flatMap((prior, index) => datesOfPrior(prior, index).map((each) => ({ ...each, prior: index }))),
	];
}

function datesOfPrior(prior: GivenPrior, index: number): GivenDate[] {
	const { supervision, earlierReleases = [], revocations = [] } = prior;
	const within = ['priors', index];
	const plain = ['conductFrom', 'conductTo', 'arrestedOn', 'convictedOn', 'sentencedOn', 'releasedOn'] as const;
	return [
		...plain.flatMap((key) => at([...within, key], prior[key])),
		...listed([...within, 'earlierReleases'], earlierReleases),
		...revocations.flatMap(({ on }, place) => at([...within, 'revocations', place, 'on'], on)),
		...at([...within, 'supervision', 'endsOn'], supervision?.endsOn),
	];
}

function at(keys: readonly (string | number)[], date: string | undefined): GivenDate[] {
	return date === undefined ? [] : [{ path: pointer(keys), key: String(keys.at(-1)), date }];
}

const listed = (keys: readonly (string | number)[], dates: readonly string[]): GivenDate[] =>
	dates.flatMap((date, index) => at([...keys, index], date).map((each) => ({ ...each, key: String(keys.at(-1)) })));

/** The dates that a case gives as a month or a year. */
export const monthsAndYears = (document: Partial<CaseDocument>): GivenDate[] =>
	datesOfCase(document).filter(({ date }) => isMonthOrYear(date));

/** The case with days for some of its dates, by their JSON pointers. The case itself stays as it is. */
export function withDays(document: CaseDocument, days: ReadonlyMap<string, string>): CaseDocument {
	let changed: unknown = document;
	for (const [path, day] of days) changed = withValueAt(changed, path, day);
	return changed as CaseDocument;
}
