// From the name of a count to the row of its penalties.
import { InputError, shown } from '../../case/errors.ts';
import { citedAs } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import { allRows, heldRows, rowsOfTitle } from './held-rows.ts';
import { chooseOf, nearMatches, statedInstead } from './near.ts';

type Rules = Provisions['statutes'];
export type ObjectStatute = Rules['objectStatutes'][number];

/** The row that a count is punished by, and the statute whose object that row is, where it is one. */
export interface Resolved {
	id: string;
	objectStatute?: ObjectStatute;
}

/**
 * Finds the row of a count by the sections that it names: the row of a section; the row of one of which the section is a
 * part; or the row that the statute sends to. Throws InputError where there is none, or more than one to choose from.
 */
export function resolveCount(
	given: string,
	sections: readonly string[],
	path: string,
	provisions: Provisions,
): Resolved {
	const parts = sections.map((section) => partOf(withTitle(section, provisions), provisions));
	const statutes = parts.flatMap(({ objectStatute }) => objectStatute ?? []);
	const rows = agreedRows(parts.flatMap((part) => (part.rows.length > 0 ? [part.rows] : [])));
	const [objectStatute, otherStatute] = statutes;
	if (otherStatute !== undefined || rows === undefined) {
		throw refusal(
			path,
			`${shown(given)} names more than one offense. Name one statute for each count, each in its own entry`,
		);
	}
	const [id, ...more] = rows;
	if (objectStatute !== undefined)
		return { ...requireObject({ given, path }, objectStatute, rows, provisions), objectStatute };
	if (id === undefined) throw notHeld(given, parts, path, provisions);
	if (more.length > 0)
		throw refusal(path, `${shown(given)} does not say which penalties apply. ${chooseOf(rows, provisions)}`);
	return { id };
}

const refusal = (path: string, message: string): InputError => new InputError('no-such-statute', path, message);

interface Part {
	section: string;
	rows: readonly string[];
	objectStatute?: ObjectStatute;
	remedy?: string;
}

/** What a section comes to, or if nothing is known of it, the one of which it is a part. */
function partOf(section: string, provisions: Provisions): Part {
	const rules = provisions.statutes;
	const is = ({ id }: { id: string }, at: string): boolean => id.toLowerCase() === at.toLowerCase();
	for (let at = section; at !== ''; at = parentOf(at)) {
		const [row] = heldRows(provisions, at);
		if (row !== undefined) return { section, rows: [row.id] };
		const punished = rules.punishedBy.find((one) => is(one, at));
		if (punished !== undefined) return { section, rows: punished.rows };
		const objectStatute = rules.objectStatutes.find((one) => is(one, at));
		if (objectStatute !== undefined) return { section, rows: [], objectStatute };
		const elsewhere = rules.penaltiesElsewhere.find((one) => is(one, at));
		if (elsewhere !== undefined) return { section, rows: [], remedy: elsewhere.remedy };
	}
	return { section, rows: [] };
}

/** `18:922(g)(1)` is a part of `18:922(g)`; the empty text where a section is a part of none. */
const parentOf = (section: string): string => (section.endsWith(')') ? section.slice(0, section.lastIndexOf('(')) : '');

/** A section that is named without its title has the title of the only one that is held. */
function withTitle(section: string, provisions: Provisions): string {
	if (!section.startsWith(':')) return section;
	const number = section.split('(')[0]?.toLowerCase() ?? '';
	const { objectStatutes, punishedBy, penaltiesElsewhere } = provisions.statutes;
	const known = [...allRows(provisions), ...objectStatutes, ...punishedBy, ...penaltiesElsewhere];
	const titles = new Set(
		known
			.filter(({ id }) => id.slice(id.indexOf(':')).split('(')[0]?.toLowerCase() === number)
			.map(({ id }) => id.slice(0, id.indexOf(':'))),
	);
	return titles.size === 1 ? `${[...titles][0]}${section}` : section;
}

/** The rows that every part allows: `841(a)(1)` leaves open what `841(b)(1)(A)` decides. Undefined where they exclude each other. */
function agreedRows(parts: readonly (readonly string[])[]): readonly string[] | undefined {
	const [first = [], ...others] = parts;
	const agreed = first.filter((id) => others.every((rows) => rows.includes(id)));
	return agreed.length === 0 && first.length > 0 ? undefined : agreed;
}

function requireObject(
	{ given, path }: { given: string; path: string },
	{ id, objects, description }: ObjectStatute,
	rows: readonly string[],
	provisions: Provisions,
): Resolved {
	const [object, ...more] = rows;
	const example = rowsOfTitle(provisions, id).find((row) => row.id.startsWith(objects[0] as string));
	const how = `Name it with that offense, such as ${shown(`${id},${example?.id}`)}`;
	if (object === undefined) {
		throw refusal(
			path,
			`${shown(given)} (${description}) carries the penalties of the offense that was its object. ${how}`,
		);
	}
	if (more.length > 0)
		throw refusal(path, `${shown(given)} does not say which penalties apply. ${chooseOf(rows, provisions)}`);
	if (objects.some((begins) => object.startsWith(begins))) return { id: object };
	throw refusal(path, `${shown(object)} cannot be the object of ${id} (${description}). ${how}`);
}

/** Says which rows to choose from, or what the table knows to name instead. */
function notHeld(given: string, parts: readonly Part[], path: string, provisions: Provisions): InputError {
	const remedy = parts.find((part) => part.remedy !== undefined)?.remedy;
	if (remedy !== undefined) return refusal(path, `${shown(given)} is not held by itself: ${remedy}`);
	const below = allRows(provisions).filter(({ id }) =>
		parts.some(({ section }) => id.toLowerCase().startsWith(`${section.toLowerCase()}(`)),
	);
	if (below.length > 0) {
		const ids = [...new Set(below.map(({ id }) => id))];
		return refusal(path, `${shown(given)} does not say which penalties apply. ${chooseOf(ids, provisions)}`);
	}
	return unknownStatute(
		given,
		parts.map(({ section }) => section),
		path,
		provisions,
	);
}

/** A text that names no statute that is held: the nearest ones, and how to state penalties instead. */
export function unknownStatute(
	given: string,
	sections: readonly string[],
	path: string,
	provisions: Provisions,
): InputError {
	const [section] = sections;
	const near = nearMatches(given, sections, provisions);
	const meant = near === '' ? '' : `. The nearest held are ${near}`;
	return refusal(
		path,
		`${shown(given)} is not held${meant}. ${statedInstead(section === undefined || section.startsWith(':') ? undefined : citedAs(section))}`,
	);
}
