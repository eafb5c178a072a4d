// Statutes and counts by the names that people give them.
import { readMonths } from './typed-values.ts';

/** A count as it is named in a few words. Sections are written `18:922(g)`, with nothing before the colon where no title is named. */
export interface NamedCount {
	sections: string[];
	/** What sets its penalties apart from those of the plain offense. */
	circumstance?: string;
	/** There where the count states its penalties itself, since no table holds its statute. In months, as they were typed. */
	penalties?: { label: string; minimumMonths?: number | string; maximumMonths: number | string };
}

/**
 * Reads `18:922(g)(1)`, `18 U.S.C. § 922(g)(1)`, `21 USC 846, 841(b)(1)(A)` and `21:841(b)(1)(A):one-prior`; and
 * `18 U.S.C. § 9999=60-240`, a count with its penalties. Undefined where the text names no section.
 */
export function readCount(text: string): NamedCount | undefined {
	const plain = text.replace(/\s+/g, ' ').trim();
	if (plain.includes('=')) return readStated(plain);
	const [, named = '', circumstance] = /^(.*?)(?::\s*([a-z][a-z0-9-]*))?$/i.exec(plain) ?? [];
	const sections = readSections(named);
	if (sections === undefined) return undefined;
	return { sections, ...(circumstance === undefined ? {} : { circumstance: circumstance.toLowerCase() }) };
}

/** A label, and after the equals sign the most, or the least and the most. */
function readStated(text: string): NamedCount | undefined {
	const label = text.slice(0, text.indexOf('=')).trim();
	const terms = text.slice(text.indexOf('=') + 1);
	const [least, most] = /^([^-–]+)[-–]([^-–]+)$/.exec(terms)?.slice(1) ?? [];
	if (label === '') return undefined;
	const minimum = least === undefined ? {} : { minimumMonths: readMonths(least.trim()) };
	const maximumMonths = readMonths((most ?? terms).trim());
	return { sections: readSections(label) ?? [], penalties: { label, ...minimum, maximumMonths } };
}

/** Far more sections than a count has. */
const mostSections = 20;

/** Every section of a text such as `21 U.S.C. §§ 841(a)(1) and (b)(1)(A)`; undefined where a part of it is none. */
function readSections(text: string): string[] | undefined {
	const found: string[] = [];
	let title = '';
	let number = '';
	const parts = text.replace(/\s+/g, ' ').split(/,(?: ?and\b)?|;|&|\band\b/i, mostSections + 1);
	if (parts.length > mostSections) return undefined;
	for (const part of parts) {
		const groups = sectionForm.exec(part.trim())?.groups;
		if (groups === undefined || (groups['number'] === undefined && number === '')) return undefined;
		title = groups['title'] ?? title;
		number = groups['number']?.toUpperCase() ?? number;
		const subdivisions = (groups['subdivisions'] ?? '').replace(/\s+/g, '');
		found.push(`${title}:${number}${subdivisions}`);
	}
	return found;
}

/** A title with its colon or its `U.S.C.`, a number with its letter, and subdivisions in brackets. */
const sectionForm =
	/^(?:(?<title>\d+)\s*(?::|u\.?\s?s\.?\s?c\.?(?:\s?a\.?)?|(?=\s*§))\s*)?(?:§+|sections?\b|secs?\b\.?)?\s*(?:(?<number>\d+[a-z]?)\s*)?(?<subdivisions>(?:\(\s*[a-z0-9]+\s*\)\s*)*)$/i;

/** One section, as a table has it; undefined where the text is none, or names no title. */
export function sectionOf(text: string): string | undefined {
	const [section, more] = readSections(text) ?? [];
	return more === undefined && section !== undefined && /^\d+:\d/.test(section) ? section : undefined;
}

/** A section as the Code is cited: `18 U.S.C. § 922(g)`. */
export const citedAs = (section: string): string => section.replace(':', ' U.S.C. § ');

/** Whether a section is another or a part of it: `18:924(c)(1)(A)` is one of `18:924(c)`, `18:2252A` none of `18:2252`. */
export function isWithin(section: string, other: string): boolean {
	const [a, b] = [section.toLowerCase(), other.toLowerCase()];
	return a === b || a.startsWith(`${b}(`);
}

/** The circumstance of a count, in whatever way the case gives it. */
export const circumstanceOf = (count: string | { id: string; circumstance?: string | undefined }): string | undefined =>
	(typeof count === 'string' ? undefined : count.circumstance) ??
	readCount(typeof count === 'string' ? count : count.id)?.circumstance;
