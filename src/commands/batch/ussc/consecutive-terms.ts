// Consecutive terms in the Commission's datafile.
import { rowsOfAllVersions } from '../../../calculation/statutes/held-rows.ts';
import { compareMonths, type Months, plusMonths } from '../../../case/months.ts';
import type { Law } from '../../../law/schema.ts';
import { months, type Row } from './codes.ts';

/**
 * The terms of a row that run after every other: the total statutory minimum of the row has them in it, and they are no
 * minimum of the other counts (§5G1.2(a)).
 */
const consecutive = [
	{ statute: '18:924(c)', flag: 'IS924C', term: 'GUNMIN1' },
	{ statute: '18:1028A', flag: 'IS1028A', term: 'IDMIN' },
] as const;

/** A limit in months; undefined where the row has none, or zero for none. */
export const limitIn = (row: Row, name: string): Months | undefined => {
	const value = months(name, row[name]);
	return value === 0 ? undefined : value;
};

const inRow = (row: Row) =>
	consecutive.filter(({ flag, term }) => row[flag] === '1' || limitIn(row, term) !== undefined);

export const hasConsecutiveTerm = (row: Row): boolean => inRow(row).length > 0;

export const hasFirearmCount = (row: Row): boolean => inRow(row).some(({ flag }) => flag === 'IS924C');

type Section = (typeof consecutive)[number];

const sumOfTerms = (row: Row, sections: readonly Section[]): Months | undefined =>
	sections.reduce<Months | undefined>((sum, { term }) => {
		const value = limitIn(row, term);
		return sum === undefined || value === undefined ? undefined : plusMonths(sum, value);
	}, 0);

/** The terms of a row in months; undefined where it has one that it does not give. */
const ownTerm = (row: Row): Months | undefined => sumOfTerms(row, inRow(row));

/** What of the total statutory minimum is left for the other counts, in months; undefined where the row does not tell. */
function leftForOthers(row: Row): Months | undefined {
	const total = limitIn(row, 'STATMIN') ?? 0;
	if (!hasConsecutiveTerm(row) || total === 0) return total;
	const term = ownTerm(row);
	// A total that is less than one of its parts tells nothing.
	if (term === undefined || term === 'life' || total === 'life' || total < term) return undefined;
	return total - term;
}

/** The statutory minimum of the other counts in months; undefined where there is none, or the row does not tell it apart. */
export const minimumOfOthers = (row: Row): Months | undefined => leftForOthers(row) || undefined;

/** True where the minimum of the other counts, if they have one, could not be told apart from the term. */
export const isMinimumUnknown = (row: Row): boolean => leftForOthers(row) === undefined;

/** Whether so many months are what the statutes of the row may require in all: its own term, or terms that the statutes have. */
export function isTermOf(row: Row, added: number, law: Law): boolean {
	const own = ownTerm(row);
	if (own !== undefined) return own === added;
	const total = limitIn(row, 'STATMIN');
	if (total !== undefined && compareMonths(added, total) > 0) return false;
	return isSumOf(
		added,
		inRow(row).map(({ statute }) => termsUnder(statute, law)),
	);
}

/** The terms that the tables hold under a section, each once, in months. */
function termsUnder(section: string, law: Law): number[] {
	const rows = rowsOfAllVersions(law);
	const terms = rows.flatMap(({ id, minimumMonths, sentencedFrom }) =>
		id.startsWith(section) ? [minimumMonths, sentencedFrom?.minimumMonths] : [],
	);
	return [...new Set(terms)].filter((term) => typeof term === 'number');
}

/** Whether a number is a sum of terms, with at least one of each group. */
function isSumOf(sum: number, groups: readonly (readonly number[])[]): boolean {
	const all = groups.flat();
	let reached = new Set([0]);
	for (const group of groups) reached = new Set([...reached].flatMap((from) => group.map((term) => from + term)));
	const queue = [...reached].filter((from) => from <= sum);
	const seen = new Set(queue);
	for (const from of queue) {
		if (from === sum) return true;
		for (const to of all.map((term) => from + term)) {
			if (to > sum || seen.has(to)) continue;
			seen.add(to);
			queue.push(to);
		}
	}
	return false;
}

/** The terms under § 924(c) that a row may have in months: its own, or where it gives none one of those that the statute has. */
export function firearmTerms(row: Row, law: Law): Months[] {
	const sections = inRow(row).filter(({ flag }) => flag === 'IS924C');
	const own = sumOfTerms(row, sections);
	if (own !== undefined) return [own];
	const total = limitIn(row, 'STATMIN') ?? 'life';
	return sections.flatMap(({ statute }) => termsUnder(statute, law)).filter((term) => compareMonths(term, total) <= 0);
}

/** The term under § 1028A that a row gives, in months; it is no part of a range of §4B1.1(c). */
export const identityTerm = (row: Row): Months =>
	sumOfTerms(
		row,
		inRow(row).filter(({ flag }) => flag === 'IS1028A'),
	) ?? 0;
