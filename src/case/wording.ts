// Words of a message, in which the keys of the case document stand as keys.
/** A key of the case document, by its path; with its value where both are to be given. */
export interface Key {
	key: string;
	value?: string;
}

/** What is said: text, and between it the keys that each reader knows by another name. */
export type Words = string | readonly (string | Key)[];

/** What a reader calls a key. */
export type NameOf = (key: Key) => string;

/** A key in `said`, by its path in the case document: `criminalHistoryCategory`, `reduction/levels`. */
export const key = (path: string, value?: string): Key => (value === undefined ? { key: path } : { key: path, value });

/** Words of a template, with the keys in it left to be named: said`give ${key('guideline', '2L1.2')}`. */
export function said(texts: TemplateStringsArray, ...parts: (Words | Key | number)[]): Words {
	const words: (string | Key)[] = [];
	for (const [index, text] of texts.entries()) {
		words.push(text);
		const part = parts[index] ?? '';
		if (isList(part)) words.push(...part);
		else words.push(typeof part === 'number' ? String(part) : part);
	}
	return words;
}

const isList = (part: Words | Key | number): part is readonly (string | Key)[] => Array.isArray(part);

/** The words as text, each key by the name that the reader has for it. */
export function worded(words: Words, nameOf: NameOf = inDocument): string {
	if (typeof words === 'string') return words;
	let text = '';
	for (const part of words) text += typeof part === 'string' ? part : nameOf(part);
	return text;
}

/** The name of a key as words: `deathOrSeriousInjury` is "death or serious injury". */
export const keyInWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** As the case document has it: `criminalHistoryCategory`, `"guideline": "2L1.2"`. */
export const inDocument: NameOf = ({ key: path, value }) => {
	const own = path.slice(path.lastIndexOf('/') + 1);
	return value === undefined ? own : `"${own}": "${value}"`;
};
