/** The words of a command line as a POSIX shell splits them (Shell Command Language, 2.2): what is quoted stays whole. */
export function shellWords(line: string): string[] {
	const words: string[] = [];
	let word: string | undefined;
	for (const [piece] of line.matchAll(/'[^']*'|\\\n|\\.|[ \t\n]+|[^'\\ \t\n]+/g)) {
		if (piece === '\\\n') continue;
		if (/^[ \t\n]/.test(piece)) {
			if (word !== undefined) words.push(word);
			word = undefined;
			continue;
		}
		const isPlain = !/^['\\]/.test(piece);
		if (isPlain && /["$`;&|<>()*?[\]#~!{}]/.test(piece)) throw new Error(`a shell would read more in ${piece}`);
		word = (word ?? '') + (isPlain ? piece : piece.startsWith("'") ? piece.slice(1, -1) : piece.slice(1));
	}
	return word === undefined ? words : [...words, word];
}
