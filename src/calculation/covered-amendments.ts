import { InputError, shown } from '../case/errors.ts';
import type { Law } from '../law/schema.ts';

/** An amendment on which a reduction is to rest, and whether the list of the day holds it. */
export interface Amendment {
	id: string;
	name: string;
	listed: boolean;
	/** The day since which its text stands in the Manual. */
	inManualSince: string;
	/** The day since which it is listed, also where that is later than the order. */
	listedSince?: string;
	/** The first day on which an order resting on it may take effect. */
	ordersFrom?: { date: string; provision: string };
	/** The change that it makes in every case it reaches. */
	adds?: { levels: number; provision: string };
	/** What it amends. */
	changes?: string;
}

/**
 * The amendment of that id as the list stood in an edition; undefined where the case names none. Throws InputError
 * where the list holds parts of the amendment and the case does not say which.
 */
export function amendmentOf(id: string | undefined, law: Law, edition: string): Amendment | undefined {
	if (id === undefined) return undefined;
	const lists = law.tables['covered-amendments'];
	const rows = lists.flatMap(({ effectiveDate, amendments }) =>
		amendments.map((row) => ({ since: effectiveDate, row })),
	);
	const found = rows.find(({ row }) => row.id === id);
	const since = found?.row.inManualSince ?? editionOfAmendment(id, law);
	if (found) return { ...found.row, inManualSince: since, listed: found.since <= edition, listedSince: found.since };
	const unlisted = lists.flatMap(({ unlistedParts = [] }) => unlistedParts);
	refuseParts(
		id,
		rows.map(({ row }) => row.id),
		unlisted,
	);
	return { id, name: `amendment ${id}`, inManualSince: since, listed: false };
}

/** The day on which the amendment of that number took effect. Throws InputError where no edition held has such a number. */
function editionOfAmendment(id: string, law: Law): string {
	const number = /^([1-9]\d{0,3})([A-Z]\d?)?$/.exec(id)?.[1];
	if (number === undefined) throw noAmendment(id, 'give its number, such as "782"');
	const spans = law.editions.editions.flatMap(({ effectiveDate, amendments }) =>
		spansOf(amendments).map((span) => ({ effectiveDate, ...span })),
	);
	const span = spans.find(({ first, last }) => first <= Number(number) && Number(number) <= last);
	if (span) return span.effectiveDate;
	throw noAmendment(id, `the last one held is ${Math.max(...spans.map(({ last }) => last))}`);
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
function refuseParts(id: string, listed: readonly string[], unlisted: readonly string[]): void {
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
	throw noAmendment(id, `give ${known.length === 0 ? number : known.join(', ')}`);
}
