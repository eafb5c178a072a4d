// How a source file is read: its pieces (code, text, comment) and its imports.
/** A piece of a source file: code, or the text of a string, a template or a comment. */
export interface Piece {
	kind: 'code' | 'text' | 'comment';
	text: string;
}

/** A source file as its pieces, in order. Regular expressions count as text: their numbers are not amounts. */
export function piecesOf(source: string): Piece[] {
	const pieces: Piece[] = [];
	let code = '';
	const push = (kind: Piece['kind'], text: string): void => {
		if (code !== '') pieces.push({ kind: 'code', text: code });
		code = '';
		pieces.push({ kind, text });
	};
	/** Reads code from `at` to the brace that closes it, or to the end; returns where it stopped. */
	const readCode = (at: number): number => {
		let depth = 0;
		while (at < source.length) {
			const [long, short] = [source.slice(at, at + 2), source[at] as string];
			if (long === '//' || long === '/*') {
				const end = long === '//' ? source.indexOf('\n', at) : source.indexOf('*/', at) + 2;
				push('comment', source.slice(at, end < at ? source.length : end));
				at = end < at ? source.length : end;
			} else if (short === "'" || short === '"') at = readQuoted(at, short);
			else if (short === '`') at = readTemplate(at + 1);
			else if (short === '/' && /(^|[(,=:[!&|?{};+]|\breturn|=>)\s*$/.test(code)) at = readQuoted(at, '/');
			else {
				if (short === '{') depth++;
				if (short === '}' && depth-- === 0) return at;
				code += short;
				at++;
			}
		}
		return at;
	};
	const readQuoted = (start: number, quote: string): number => {
		let inClass = false;
		let at = start + 1;
		for (; source[at] !== quote || inClass; at++) {
			if (source[at] === '\\') at++;
			else if (quote === '/' && source[at] === '[') inClass = true;
			else if (source[at] === ']') inClass = false;
		}
		push('text', source.slice(start + 1, at));
		return at + 1;
	};
	const readTemplate = (start: number): number => {
		let at = start;
		let text = '';
		for (; source[at] !== '`'; at++) {
			if (source[at] === '\\') text += source[at++];
			if (source.startsWith('${', at)) {
				push('text', text);
				text = '';
				at = readCode(at + 2);
			} else text += source[at];
		}
		push('text', text);
		return at + 1;
	};
	readCode(0);
	if (code !== '') pieces.push({ kind: 'code', text: code });
	return pieces;
}

export interface Import {
	from: string;
	/** False where the compiler drops the import: `import type`, or a type in a signature. */
	atRunTime: boolean;
}

/** What a source file imports, in every form: import, export from, import() and require(). */
export function importsOf(source: string): Import[] {
	const text = piecesOf(source)
		.map((piece) =>
			piece.kind === 'comment' ? ' ' : piece.kind === 'text' ? `'${piece.text.replaceAll("'", '')}'` : piece.text,
		)
		.join('');
	const statements = [
		...text.matchAll(/(?:^|[;\n])\s*(?:import|export)\b\s*(type\b)?(?:[^;'=(]*?\bfrom\s*)?'([^'\n]+)'/g),
	];
	const calls = [...text.matchAll(/\b(?:import|require)\s*\(\s*'([^'\n]+)'\s*\)(\s*\.\s*[A-Z])?/g)];
	return [
		...statements.map(([, type, from]) => ({ from: from as string, atRunTime: type === undefined })),
		...calls.map(([, from, type]) => ({ from: from as string, atRunTime: type === undefined })),
	];
}
