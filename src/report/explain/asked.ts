// Which provision is meant by what somebody typed.
import { nearest } from '../../case/nearest.ts';
import { isAt, keysOf, namesIn, parentOf, sectionOf } from '../../law/provision-names.ts';

/** The provision that explains what was asked for: itself, or the one above it where only that is held. */
export interface Found {
	provision: string;
	/** The part of it that was asked for and has no explanation of its own, such as `(b)(2)`. */
	part?: string;
}

/** Names by the keys under which they are found, with those that stand above them. */
export function byKey(names: Iterable<string>): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const name of names) {
		for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) {
			const [key = at] = keysOf(at);
			if (found.has(key)) break;
			found.set(key, at);
		}
	}
	return found;
}

/** The provision that somebody means, however it is written; undefined where nothing like it is held. */
export function provisionAsked(given: string, held: ReadonlyMap<string, string>): Found | undefined {
	const found = namesIn(given).map((name) => oneAsked(name, held));
	const [first, ...others] = found;
	if (first === undefined || others.includes(undefined)) return undefined;
	for (let at: string | undefined = first.provision; others.length > 0 && at !== undefined; at = parentOf(at)) {
		const above = at;
		if (found.every((each) => each !== undefined && isAt(each.provision, above))) return { provision: at };
	}
	return first;
}

function oneAsked(name: string, held: ReadonlyMap<string, string>): Found | undefined {
	const keys = keysOf(name);
	const exact = keys.map((key) => held.get(key)).find((found) => found !== undefined);
	if (exact !== undefined) return { provision: exact };
	return keys.map((key) => aboveOf(key, held)).find((found) => found !== undefined);
}

function aboveOf(key: string, held: ReadonlyMap<string, string>): Found | undefined {
	const note = /,(comment|note).*$/.exec(key);
	if (note) {
		const provision = held.get(key.slice(0, note.index));
		return provision === undefined
			? undefined
			: { provision, part: `comment. ${note[0].replace(/^,comment\.?/, '')}`.trim() };
	}
	let at = key;
	do {
		at = at.replace(/\([^()]*\)$/, '');
		const provision = held.get(at);
		if (provision !== undefined) return hasParts(at, held) ? undefined : { provision, part: key.slice(at.length) };
	} while (at.endsWith(')'));
	return undefined;
}

/** Whether parts of a provision are held. Then a part that is not among them is a slip. */
const hasParts = (key: string, held: ReadonlyMap<string, string>): boolean =>
	[...held.keys()].some((other) => other.startsWith(`${key}(`));

/** The held provision that is most like what was typed: in the same section, if that is held, or else in the same part. */
export function nearestTo(given: string, held: ReadonlyMap<string, string>): string | undefined {
	const keys = keysOf(given);
	const like = (nameOf: (key: string) => string): string[] =>
		[...held.keys()].filter((key) => keys.some((each) => nameOf(each) === nameOf(key)));
	const [same, part] = [like(sectionOf), like(partOf)];
	// Of two that are as near, the later one: (b) for a (c) that does not exist.
	const among = [same, part, [...held.keys()]].find((each) => each.length > 0) ?? [];
	const key = nearest(keys[0] ?? '', among.toReversed()) ?? same[0];
	return key === undefined ? undefined : held.get(key);
}

/** The part of a chapter, such as `5k`, or the title of the Code that a provision is in. */
const partOf = (key: string): string => /^(\d[a-z](?=\d)|\d+usc)/.exec(key)?.[0] ?? key;
