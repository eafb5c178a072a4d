// Paths as the system takes them.
/** What a system makes of the text of a path. */
export interface Paths {
	/** The user's folder, which `~` stands for. */
	home: string;
	/** A backslash parts folders, and escapes nothing. */
	backslashParts: boolean;
}

/**
 * The path that people mean by what they type or drop on a terminal: `~/case.json`, `"My Cases/a.json"`,
 * `'My Cases/a.json'`, `My\ Cases/a.json`. Quotes count only around the whole, so that a name may hold one.
 */
export function readPath(text: string, { home, backslashParts }: Paths): string {
	const typed = text.trim();
	const quoted = /^(?:'([^']*)'|"(.*)"|\u2018(.*)\u2019|\u201c(.*)\u201d)$/u
		.exec(typed)
		?.slice(1)
		.find((part) => part !== undefined);
	const path = quoted ?? (backslashParts ? typed : typed.replace(/\\(\W)/gu, '$1'));
	return /^~(?=$|[\\/])/.test(path) ? home + path.slice(1) : path;
}
