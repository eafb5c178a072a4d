// Input and output as JSON Lines.
import { parseJson } from '../../../case/json.ts';
import { jsonText } from '../../../report/escape.ts';
import { type ByteText, decodedWhole, fromByteText, toByteText } from '../records/bytes.ts';
import { type Cut, captionMark, type Format, idMark, type Numbered, type Source } from '../records/records.ts';

/** Longer lines are read whole: keeping them would cost more than reading them. */
const maximumCut = 8192;

export const jsonLines: Source = {
	lead: { before: [...Buffer.from('{"id":"')], last: 0x22, caption: [...Buffer.from(',"caption":')] },
	cut: cutLine,
	readMarked(line) {
		const found = find(line);
		const [id, caption] = [found?.id, found?.caption];
		if (id === undefined) return jsonLines.read(line);
		const start = line.substring(0, id.start);
		const rest = line.substring((caption ?? id).end + 1);
		return jsonLines.read(
			caption === undefined ? `${start}${idMark}"${rest}` : `${start}${idMark}","caption":"${captionMark}"${rest}`,
		);
	},
	read: (line) => ({ document: parseJson(fromByteText(line)) }),
};

/**
 * Cuts out the id, and the caption where it comes right after. This is a guess from the bytes; `readMarked` shows
 * whether it was right, since only the document's own id can then be the mark.
 */
function cutLine(line: ByteText): Cut | undefined {
	const found = find(line);
	if (found === undefined) return undefined;
	const { at, id, caption } = found;
	if (id === undefined) return { key: line, id: undefined, caption: undefined };
	// What follows an id begins with its quote, what follows a caption with none of quote and brace, and a line
	// without either with a brace: no two of them are ever the same key.
	const rest = line.substring(caption === undefined ? id.end : caption.end + 1);
	return {
		key: at === 1 ? rest : line.substring(0, id.start) + rest,
		id: id.text,
		caption: caption?.text,
	};
}

interface Found {
	/** Where the key of the id begins. */
	at: number;
	id: Text | undefined;
	caption: Text | undefined;
}

/** A string's text in UTF-8, and where it starts and ends in its line, without its quotes. */
interface Text {
	start: number;
	end: number;
	text: ByteText;
}

/** Undefined where the line is of no usual shape. */
function find(line: ByteText): Found | undefined {
	if (line.length > maximumCut || line.charCodeAt(0) !== brace) return undefined;
	const at = idKeyOf(line);
	if (at < 0) return { at, id: undefined, caption: undefined };
	const id = stringAt(line, at + idKey.length);
	if (id === undefined) return undefined;
	const next = skipSpaces(line, id.end + 2);
	if (line.charCodeAt(id.end + 1) !== comma || !line.startsWith(captionKey, next))
		return { at, id, caption: undefined };
	const caption = stringAt(line, next + captionKey.length);
	if (caption === undefined) return undefined;
	const after = line.charCodeAt(caption.end + 1);
	return after === comma || after === closingBrace || after === space ? { at, id, caption } : undefined;
}

const idKey = '"id":';
const captionKey = '"caption":';
const [brace, closingBrace, comma, quote, backslash, space] = [0x7b, 0x7d, 0x2c, 0x22, 0x5c, 0x20];

/** Where the first `"id":` outside of inner brackets begins; -1 where there is none. */
function idKeyOf(line: ByteText): number {
	if (line.startsWith(idKey, 1)) return 1;
	let depth = 0;
	let from = 0;
	for (let at = line.indexOf(idKey); at >= 0; at = line.indexOf(idKey, at + 1)) {
		for (; from < at; from++) {
			const character = line.charCodeAt(from) | 0x20;
			if (character === 0x7b) depth++;
			else if (character === 0x7d) depth--;
		}
		if (depth === 1) return at;
	}
	return -1;
}

function skipSpaces(line: ByteText, at: number): number {
	while (line.charCodeAt(at) === space) at++;
	return at;
}

/** The string that begins at or after some spaces; undefined where there is none, or an empty one. */
function stringAt(line: ByteText, after: number): Text | undefined {
	const start = skipSpaces(line, after) + 1;
	if (line.charCodeAt(start - 1) !== quote) return undefined;
	let plain = true;
	for (let end = start; end < line.length; end++) {
		const character = line.charCodeAt(end);
		if (character === quote) {
			if (end === start) return undefined;
			const text = line.substring(start, end);
			const read = plain ? text : unescaped(text);
			return read === undefined ? undefined : { start, end, text: read };
		}
		if (character === backslash) end++;
		if (character < space || character === backslash || character > 0x7e) plain = false;
	}
	return undefined;
}

function unescaped(text: ByteText): ByteText | undefined {
	try {
		const value = JSON.parse(`"${fromByteText(`"${text}`).slice(1)}"`) as string;
		return value.isWellFormed() && !value.includes('\u007f') ? toByteText(value) : undefined;
	} catch {
		return undefined;
	}
}

/** What may have to be escaped: quotes, control characters, and the first bytes of characters of which some are not seen. */
const mustEscape = /["\\\x00-\x1f\x7f\xc2\xcd\xd8\xdb\xdc\xe0-\xe3\xef-\xf4]/;

/**
 * Results as JSON Lines, whole or as `select` leaves them. Where `carries`, the columns of the input come first, as an
 * object `carried`, and what follows goes on behind it.
 */
export function jsonFormat(select: (answer: Numbered) => object = (answer) => answer, carries = false): Format {
	const written = (value: object): string => {
		const text = jsonText(value);
		if (!carries) return text;
		return text === '{}' ? '}' : `,${text.slice(1)}`;
	};
	return {
		carried: (names, cells) =>
			`{"carried":${jsonText(Object.fromEntries(names.map((name, at) => [name, cells[at] as string])))}`,
		answer: (answer) => written(select(answer)),
		refusal: written,
		inside: (text) => (mustEscape.test(text) ? toByteText(jsonText(decodedWhole(text)).slice(1, -1)) : text),
	};
}
