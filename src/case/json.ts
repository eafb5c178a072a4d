import { InputError, pointer, shown } from './errors.ts';

/** Far more than any case needs; bounds the work that a hostile document can cause. */
const limits = { characters: 4_000_000, depth: 64 };

/**
 * Parses one JSON document, and refuses what JSON.parse lets pass: duplicate keys, of which it keeps the
 * last in silence, and nesting beyond reason. Throws InputError.
 */
export function parseJson(text: string): unknown {
	if (text.length > limits.characters) {
		throw new InputError(
			'too-large',
			'',
			`the document has ${text.length} characters; a case has at most ${limits.characters}`,
		);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const detail = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
		throw new InputError('invalid-json', '', `not valid JSON: ${detail}. Give one JSON object`);
	}
	refuseDuplicates(text);
	return value;
}

/**
 * Walks text that JSON.parse has accepted, so only strings and brackets matter. No recursion: depth costs a
 * counter, not the stack.
 */
function refuseDuplicates(text: string): void {
	const open: Level[] = [];
	let here: Level | undefined;
	let keyNext = false;
	for (let at = 0; at < text.length; at++) {
		switch (text.charCodeAt(at)) {
			case openBrace:
			case openBracket:
				keyNext = text.charCodeAt(at) === openBrace;
				here = { keys: keyNext ? new Set() : undefined, key: 0 };
				open.push(here);
				if (open.length > limits.depth) {
					throw new InputError(
						'too-deep',
						'',
						`the document is nested deeper than ${limits.depth} levels; a case needs no more than a few`,
					);
				}
				break;
			case closeBrace:
			case closeBracket:
				open.pop();
				here = open.at(-1);
				keyNext = false;
				break;
			case comma:
				keyNext = here?.keys !== undefined;
				if (here && !here.keys) here.key = Number(here.key) + 1;
				break;
			case quote: {
				const end = endOfString(text, at);
				if (keyNext && here?.keys) {
					const written = text.slice(at + 1, end);
					const key = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
					here.key = key;
					if (here.keys.has(key)) {
						const path = pointer(open.map((level) => level.key));
						throw new InputError('duplicate-key', path, `the key ${shown(key)} stands twice; keep one`);
					}
					here.keys.add(key);
					keyNext = false;
				}
				at = end;
				break;
			}
		}
	}
}

/** An object or array that is open: the keys seen in it, and the key or index being read. */
interface Level {
	keys: Set<string> | undefined;
	key: PropertyKey;
}

const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const [comma, quote, backslash] = [0x2c, 0x22, 0x5c];

function endOfString(text: string, start: number): number {
	let end = text.indexOf('"', start + 1);
	while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
	return end;
}

function isEscaped(text: string, at: number): boolean {
	let backslashes = 0;
	while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
	return backslashes % 2 === 1;
}
