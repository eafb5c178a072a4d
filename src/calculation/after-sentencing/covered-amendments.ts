// The amendments that a case names, and whether §1B1.10 lists them.
import { InputError, shown } from '../../case/errors.ts';
import type { Law } from '../../law/schema.ts';
import type { Amendment } from '../../result/result.ts';
import { numberOf, plain, refuseParts } from './amendment-parts.ts';

type Given = string | readonly string[] | undefined;

/**
 * The amendments of those ids as the list stood in an edition, in the order given; none where the case names none. Throws
 * InputError where one is named twice or is not held, where it names no amendment at all, and where the list holds parts of
 * an amendment and the case does not say which.
 */
export function amendmentsOf(given: Given, law: Law, edition: string): Amendment[] {
	const ids = typeof given === 'string' ? [given] : (given ?? []);
	const found = ids.map((id) => amendmentOf(id, law, edition));
	const twice = found.find(({ id }, index) => found.findIndex((other) => other.id === id) !== index);
	if (twice === undefined) return found;
	throw new InputError('repeated', '/reduction/amendment', `${twice.name} is named twice`, 'give each amendment once');
}

function amendmentOf(given: string, law: Law, edition: string): Amendment {
	const id = plain(given);
	const lists = law.tables['covered-amendments'];
	const other = otherMotionOf(id, law);
	if (other !== undefined && id !== other.number) {
		const message = `${shown(given)} is not an amendment to the Guidelines Manual: ${other.name} ${other.words}`;
		throw new InputError('invalid-value', '/reduction/amendment', message);
	}
	const rows = lists.flatMap(({ effectiveDate, amendments }) =>
		amendments.map((row) => ({ since: effectiveDate, row })),
	);
	const found = rows.find(({ row }) => row.id === id);
	const since = found?.row.inManualSince ?? editionOfAmendment(id, given, law);
	if (found) return { ...found.row, inManualSince: since, listed: found.since <= edition, listedSince: found.since };
	const unlisted = lists.flatMap(({ unlistedParts = [] }) => unlistedParts);
	const listed = rows.map(({ row }) => row.id);
	refuseParts(id, given, listed, unlisted);
	const listedParts = listed.filter((part) => numberOf(part) === numberOf(id));
	return {
		id,
		name: `amendment ${id}`,
		inManualSince: since,
		listed: false,
		...(listedParts.length === 0 ? {} : { listedParts }),
		...(other === undefined
			? {}
			: {
					otherMotion: { provision: other.provision, description: `if you mean ${other.name}, it ${other.words}` },
				}),
	};
}

const otherMotionOf = (id: string, law: Law) =>
	law.tables['covered-amendments']
		.flatMap(({ otherMotions = [] }) => otherMotions)
		.find(({ number, spellings }) => number === id || spellings.includes(id));

/** The day on which the amendment of that number took effect. Throws InputError where no edition held has such a number. */
function editionOfAmendment(id: string, given: string, law: Law): string {
	const number = /^([1-9]\d{0,3})([A-Z]\d?)?$/.exec(id)?.[1];
	if (number === undefined) {
		const remedy = /[,;]| and /.test(given) ? 'Name each amendment separately' : 'Give its number, such as "782"';
		const message = `${shown(given)} is not the number of an amendment. ${remedy}`;
		throw new InputError('invalid-value', '/reduction/amendment', message);
	}
	const spans = law.editions.editions.flatMap(({ effectiveDate, amendments }) =>
		spansOf(amendments).map((span) => ({ effectiveDate, ...span })),
	);
	const span = spans.find(({ first, last }) => first <= Number(number) && Number(number) <= last);
	if (span) return span.effectiveDate;
	const message = `${shown(given)} is not held: ${heldNear(Number(number), spans)}. This program cannot tell whether that amendment is listed in §1B1.10(d). Name one that is held`;
	throw new InputError('invalid-value', '/reduction/amendment', message);
}

/** The amendments held on both sides of a number that is not; after the last, that one alone. */
function heldNear(number: number, spans: readonly { first: number; last: number }[]): string {
	const below = Math.max(...spans.map(({ last }) => last).filter((last) => last < number));
	const above = Math.min(...spans.map(({ first }) => first).filter((first) => first > number));
	if (above === Number.POSITIVE_INFINITY) return `the last amendment held is ${below}`;
	return `the nearest amendments held are ${below} and ${above}`;
}

/** The numbers in words such as "1-4, 8, 11"; none in "original". */
const spansOf = (amendments: string): { first: number; last: number }[] =>
	[...amendments.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, first, last = first]) => ({
		first: Number(first),
		last: Number(last),
	}));
