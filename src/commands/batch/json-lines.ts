import { parseJson } from '../../case/json.ts';
import { type ByteText, fromByteText, toByteText } from './bytes.ts';
import { type Cut, captionMark, type Format, idMark, type Source } from './records.ts';

/** Longer lines are read whole: keeping them would cost more than reading them. */
const maximumCut = 8192;

export const jsonLines: Source = {
	cut: cutLine,
	read: (line) => ({ document: parseJson(fromByteText(line)) }),
};

/**
 * Finds the id, and the caption where it comes right after. This is a guess from the bytes; `read` shows whether it
 * was right, since only the document's own id can then be the mark.
 */
function cutLine(line: ByteText): Cut | undefined {
	if (line.length > maximumCut || line.charCodeAt(0) !== brace) return undefined;
	const at = idKeyOf(line);
	if (at < 0) return { key: line, id: undefined, caption: undefined, read: () => jsonLines.read(line) };
	const id = stringAt(line, at + idKey.length);
	if (!id) return undefined;
	const next = skipSpaces(line, skipSpaces(line, id.end + 1) + 1);
	const hasCaption = line.charCodeAt(id.end + 1) === comma && line.startsWith(captionKey, next);
	const caption = hasCaption ? stringAt(line, next + captionKey.length) : undefined;
	if (hasCaption && !caption) return undefined;
	const start = line.substring(0, id.start);
	const rest = line.substring(caption ? caption.end + 1 : id.end);
	return {
		// The rest begins with a quote after an id, with a comma or brace after a caption, and a line without with a brace.
		key: at === 1 ? rest : `${start}${rest}`,
		id: id.text,
		caption: caption?.text,
		read: () =>
			jsonLines.read(caption ? `${start}${idMark}","caption":"${captionMark}"${rest}` : `${start}${idMark}${rest}`),
	};
}

const idKey = '"id":';
const captionKey = '"caption":';
const [brace, comma, quote, backslash, space] = [0x7b, 0x2c, 0x22, 0x5c, 0x20];

/** Where the first `"id":` outside of inner brackets begins; -1 where there is none. */
function idKeyOf(line: ByteText): number {
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

/** The string that begins at or after some spaces: where its text starts and ends, and the text in UTF-8. */
function stringAt(line: ByteText, after: number): { start: number; end: number; text: ByteText } | undefined {
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

const mustEscape = /["\\\x00-\x1f]/;

/** Results as JSON Lines, whole or as `select` leaves them. */
export function jsonFormat(select: (answer: object) => object = (answer) => answer): Format {
	return {
		answer: (answer) => JSON.stringify(select(answer)),
		refusal: (refusal) => JSON.stringify(refusal),
		inside: (text) => (mustEscape.test(text) ? JSON.stringify(text).slice(1, -1) : text),
	};
}
