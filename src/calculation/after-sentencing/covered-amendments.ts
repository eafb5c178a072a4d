import { InputError, shown } from '../../case/errors.ts';
import type { Law } from '../../law/schema.ts';

/** An amendment on which a reduction is to rest, and whether the list of the day holds it. */
export interface Amendment {
	id: string;
	name: string;
	listed: boolean;
	/** The day since which its text stands in the Manual. */
	inManualSince: string;
	/** The day since which it is listed, also where that is later than the order. */
	listedSince?: string;
	/** The first day on which an order resting on it may take effect, and the note that lets it be entered before. */
	ordersFrom?: { date: string; provision: string; enteredEarlier: string };
	/** The change that it makes in every case it reaches. */
	adds?: { levels: number; provision: string };
	/** What it amends. */
	changes?: string;
	/** The parts of the same amendment that are listed, where this one is not. */
	listedParts?: string[];
}

/**
 * The amendment of that id as the list stood in an edition; undefined where the case names none. Throws InputError
 * where the list holds parts of the amendment and the case does not say which.
 */
export function amendmentOf(given: string | undefined, law: Law, edition: string): Amendment | undefined {
	if (given === undefined) return undefined;
	const id = plain(given);
	const lists = law.tables['covered-amendments'];
	const rows = lists.flatMap(({ effectiveDate, amendments }) =>
		amendments.map((row) => ({ since: effectiveDate, row })),
	);
	const found = rows.find(({ row }) => row.id === id);
	const since = found?.row.inManualSince ?? editionOfAmendment(id, given, law);
	if (found) return { ...found.row, inManualSince: since, listed: found.since <= edition, listedSince: found.since };
	const unlisted = lists.flatMap(({ unlistedParts = [] }) => unlistedParts);
	const listed = rows.map(({ row }) => row.id);
	refuseParts(id, given, listed, unlisted);
	const listedParts = listed.filter((other) => numberOf(other) === numberOf(id));
	const parts = listedParts.length === 0 ? {} : { listedParts };
	return { id, name: `amendment ${id}`, inManualSince: since, listed: false, ...parts };
}

/** An amendment by its number and the letters of its part, however they are written: `821B1`, `821 Part B, Subpart 1`. */
const plain = (id: string): string => id.toUpperCase().replace(/AMENDMENT|AMEND|SUBPART|PART|PT|[\s,.()-]/g, '');

/** The day on which the amendment of that number took effect. Throws InputError where no edition held has such a number. */
function editionOfAmendment(id: string, given: string, law: Law): string {
	const number = /^([1-9]\d{0,3})([A-Z]\d?)?$/.exec(id)?.[1];
	if (number === undefined) throw noAmendment(given, 'give its number, such as "782"');
	const spans = law.editions.editions.flatMap(({ effectiveDate, amendments }) =>
		spansOf(amendments).map((span) => ({ effectiveDate, ...span })),
	);
	const span = spans.find(({ first, last }) => first <= Number(number) && Number(number) <= last);
	if (span) return span.effectiveDate;
	throw noAmendment(given, `the last one held is ${Math.max(...spans.map(({ last }) => last))}`);
}

/** The numbers in words such as "1-4, 8, 11"; none in "original". */
const spansOf = (amendments: string): { first: number; last: number }[] =>
	[...amendments.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, first, last = first]) => ({
		first: Number(first),
		last: Number(last),
	}));

const noAmendment = (id: string, remedy: string): InputError =>
	new InputError('invalid-value', '/reduction/amendment', `${shown(id)} is no amendment; ${remedy}`);

/** The number without the letters of a part. */
const numberOf = (id: string): string => id.replace(/[A-Z].*$/, '');

/** Refuses an amendment whose parts are listed apart, where the case does not say which; and a part that is not known. */
function refuseParts(id: string, given: string, listed: readonly string[], unlisted: readonly string[]): void {
	if (unlisted.includes(id)) return;
	const number = numberOf(id);
	const known = [...listed, ...unlisted].filter((other) => numberOf(other) === number);
	if (id === number) {
		if (known.length === 0) return;
		throw new InputError(
			'facts-missing',
			'/reduction/amendment',
			`which part of amendment ${id} is it? Only parts are listed; give ${listed.filter((other) => known.includes(other)).join(' or ')}`,
		);
	}
	const subparts = known.filter((other) => other.startsWith(id));
	if (subparts.length > 0) {
		throw new InputError(
			'facts-missing',
			'/reduction/amendment',
			`which subpart of amendment ${id} is it? They are not all listed; give ${subparts.join(' or ')}`,
		);
	}
	throw noAmendment(given, `give ${known.length === 0 ? number : known.join(', ')}`);
}
