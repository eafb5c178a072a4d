// JSON with its pitfalls rejected: duplicate keys, deep nesting.
import { InputError, pointer, shown } from './errors.ts';
import { limits } from './limits.ts';

/**
 * Parses one JSON document, and refuses what JSON.parse lets pass: duplicate keys, of which it keeps the
 * last in silence, and nesting beyond reason. Throws InputError.
 */
export function parseJson(text: string): unknown {
	if (text.length > limits.document) {
		throw new InputError(
			'too-large',
			'',
			`the document has ${text.length} characters, and the limit is ${limits.document}. Shorten it`,
		);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const detail = error instanceof Error ? error.message : 'unreadable';
		throw new InputError('invalid-json', '', `not valid JSON: ${detail}`, 'Give one JSON object');
	}
	if (keysWritten(text) !== keysIn(value)) refuseDuplicates(text);
	return value;
}

/**
 * How many keys are written in text that JSON.parse has accepted: as many as it keeps, unless one stands twice. Only
 * strings and brackets matter, and depth costs a counter, not the stack. Throws InputError where it is nested too deep.
 */
function keysWritten(text: string): number {
	let [keys, depth] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		switch (text.charCodeAt(at)) {
			case colon:
				keys++;
				break;
			case openBrace:
			case openBracket:
				if (++depth > limits.depth) throw tooDeep();
				break;
			case closeBrace:
			case closeBracket:
				depth--;
				break;
			case quote:
				at = endOfString(text, at);
				break;
		}
	}
	return keys;
}

function keysIn(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	let keys = 0;
	if (Array.isArray(value)) for (const one of value) keys += keysIn(one);
	else for (const key in value) keys += 1 + keysIn((value as Record<string, unknown>)[key]);
	return keys;
}

const tooDeep = (): InputError =>
	new InputError(
		'too-deep',
		'',
		`the document is nested deeper than ${limits.depth} levels. Use a case document as ussg schema case describes it`,
	);

/** Finds the key that stands twice in text that JSON.parse has accepted. Throws InputError naming it. */
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
						throw new InputError('duplicate-key', path, `the key ${shown(key)} appears twice`, 'keep one');
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
const [comma, colon, quote, backslash] = [0x2c, 0x3a, 0x22, 0x5c];

/** Where the string ends that begins at `start`. Most are short: to look at each character is quicker than to search. */
function endOfString(text: string, start: number): number {
	let at = start + 1;
	for (let character = text.charCodeAt(at); character !== quote; character = text.charCodeAt(at)) {
		at += character === backslash ? 2 : 1;
	}
	return at;
}
