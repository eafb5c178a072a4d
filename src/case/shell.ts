// Words as a shell takes them.
/** A word as a POSIX shell takes it: in single quotes where it holds anything but plain characters. */
export function shellWord(word: string): string {
	return /^[\w./:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
