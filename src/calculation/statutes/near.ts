// Statutes near the one that was named, for an error that helps.
import { inMonths, type Months } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import { allRows, heldRows } from './held-rows.ts';
import type { HeldRow } from './row.ts';

/** As many as a reader looks through. */
const most = 12;

/** The rows to choose from, each with what it is. */
export function chooseOf(ids: readonly string[], provisions: Provisions): string {
	const said = ids.map((id) => `${id} (${describe(heldRows(provisions, id))})`);
	const left = said.length > most ? `, or another of ${ids.length}` : '';
	return `Choose from ${said.slice(0, most).join(', ')}${left}`;
}

const describe = (rows: readonly HeldRow[]): string => {
	const plain = rows.filter((row) => row.circumstance === undefined).at(-1) ?? rows.at(-1);
	return plain?.description ?? '';
};

/** The circumstances of a statute, each with its most: `simple-assault (12 months), contact-or-felony-intent (96 months)`. */
export function circumstancesOf(rows: readonly HeldRow[]): string {
	const last = new Map(rows.map((row) => [row.circumstance ?? 'none', row.maximumMonths]));
	return [...last]
		.map(([circumstance, maximum]) => `${circumstance} (up to ${inMonths(maximum as Months)})`)
		.join(', ');
}

/**
 * The statutes that are near a text: those of the same section of the Code, those whose section has the same number in
 * another title, and those whose words it uses. Empty where there are none.
 */
export function nearMatches(given: string, sections: readonly string[], provisions: Provisions): string {
	const rows = allRows(provisions);
	const numbers = sections.map((section) => /:(\d+)/.exec(section)?.[1]);
	const sameNumber = rows.filter(({ id }) => numbers.includes(/:(\d+)/.exec(id)?.[1]));
	const wordsGiven = (given.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !commonWords.includes(word));
	const byWords = wordsGiven.length === 0 ? [] : rows.filter((row) => says(row, wordsGiven));
	const objects = provisions.statutes.objectStatutes.filter(
		({ description, id }) =>
			numbers.includes(/:(\d+)/.exec(id)?.[1]) || wordsGiven.some((word) => description.includes(word)),
	);
	const found = new Map([...sameNumber, ...objects, ...byWords].map(({ id, description }) => [id, description]));
	return [...found]
		.slice(0, most)
		.map(([id, description]) => `${id} (${description})`)
		.join(', ');
}

const says = ({ description }: HeldRow, words: readonly string[]): boolean =>
	words.every((word) => description.toLowerCase().includes(word));

const commonWords = ['section', 'title', 'code', 'with', 'from'];

/** How to give a count whose statute is not held. */
export const statedInstead = (label = '18 U.S.C. § 9999'): string =>
	`If the statute is not held, add its penalties in months, such as "${label}=0-240"`;
