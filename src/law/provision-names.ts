// Names of provisions: what a combined name covers, what stands above it, and how people write it.

/** The provisions that a name covers: `§3E1.1(a), (b)` is `§3E1.1(a)` and `§3E1.1(b)`. */
export function namesIn(name: string): string[] {
	const [first = '', ...later] = name.replace(/§§ ?/, isStatute(name) ? '§ ' : '§').split(separator);
	const names = [first];
	for (const part of later) names.push(beside(names.at(-1) as string, part));
	return names;
}

/** Between the provisions of a combined name. A comma before `comment.` or `Note` is inside a name. */
const separator = /; |, (?=[(§]|\d[A-Z]\d\.\d|\d+[A-Za-z]*(?:\(|, |$)|\d+ U\.S\.C)|[–-](?=\()/;

const isStatute = (name: string): boolean => /^\d+ U\.S\.C\./.test(name);

/** A name in full, of which only the end is written: after `§4B1.4(b)(1)`, `(2)` is `§4B1.4(b)(2)`. */
function beside(before: string, part: string): string {
	if (/^\d+[A-Za-z]*(\(|$)/.test(part) && isStatute(before)) return before.replace(/§ .*/, `§ ${part}`);
	if (!part.startsWith('(')) return /^\d[A-Z]\d\./.test(part) ? `§${part}` : part;
	const kind = kindOf(/\(([^()]+)\)/.exec(part)?.[1] ?? '');
	const groups = [...before.matchAll(/\(([^()]+)\)/g)];
	const same = groups[groups.findLastIndex(([, text = ''], depth) => kindOf(text, depth) === kind)];
	return `${before.slice(0, same?.index ?? before.length)}${part}`;
}

/** In the order of the Manual and the Code: letter, number, capital, roman number. */
const kindOf = (text: string, depth = 0): string =>
	/^\d/.test(text) ? 'number' : /^[A-Z]/.test(text) ? 'capital' : text.length > 1 || depth > 0 ? 'roman' : 'letter';

/** The provision of which this one is a part; undefined for a section. Notes and commentary are parts of their section. */
export function parentOf(name: string): string | undefined {
	const [, section] = /^(.*?), (?:comment\.|[Nn]ote )/.exec(name) ?? [];
	if (section !== undefined) return section;
	return /\([^()]*\)$/.test(name) ? name.replace(/\([^()]*\)$/, '') : undefined;
}

/** Whether a provision is the one asked for, or stands below it: `§2L1.2(b)(2)(B)` below `§2L1.2(b)`. */
export const isAt = (provision: string, asked: string): boolean =>
	provision === asked ||
	(provision.startsWith(asked) && /^(\(|, (comment|[Nn]ote))/.test(provision.slice(asked.length)));

/** The guideline or the section of the Code that a provision belongs to. */
export const sectionOf = (name: string): string => /^[^(,]+/.exec(name)?.[0] ?? name;

/**
 * The keys by which a provision may be found, however it is written: `USSG 3e1.1b` as `3e1.1(b)`. A letter after the number
 * of a section of the Code may belong to the number (`2252A`) or not (`3553f`), so that there can be two.
 */
export function keysOf(text: string): string[] {
	const plain = text
		.toLowerCase()
		.replace(/[\s\u00a0§]+/g, '')
		.replace(/^(ussg|u\.s\.s\.g\.)/, '')
		.replace(/u\.?s\.?c\.?/, 'usc')
		.replace(/,?(?:comment\.?|cmt\.?|application|app\.?)*,?\(?(?:n\.|note)(\d.*?)\)?$/, ',comment.(n.$1)');
	const [, guideline, parts = '', note = ''] = /^(\d[a-z]\d\.\d+)([^,]*)(.*)$/.exec(plain) ?? [];
	if (guideline !== undefined) return [`${guideline}${inBrackets(parts)}${note}`];
	const [, number, letters = '', rest = ''] = /^(\d+usc\d+)([a-z]{0,2})(.*)$/.exec(plain) ?? [];
	if (number === undefined) return [plain];
	return [`${number}${letters}${inBrackets(rest)}`, `${number}${inBrackets(letters + rest)}`];
}

/** `b(2)(B)`, `b2b` and `(b)(2)(b)` alike as `(b)(2)(b)`. */
const inBrackets = (parts: string): string => (parts.match(/[a-z]+|\d+/g) ?? []).map((part) => `(${part})`).join('');
