// The keys that were pressed, and what was pasted.
import { Readable, type Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';
import { limits } from '../../case/limits.ts';
import { typeable } from '../../report/escape.ts';

/** Asks the terminal to mark what is pasted: most do. It is asked while a question stands, and no longer. */
const markPastes = { on: '\x1b[?2004h', off: '\x1b[?2004l' };
const paste = { begins: '\x1b[200~', ends: '\x1b[201~' };

const controlC = '\x03';
const controlZ = '\x1a';

/** Each of these is a key by itself. Windows knows no Ctrl-Z that stops a program. */
const apart = process.platform === 'win32' ? '\r\n\t' : `\r\n\t${controlZ}`;
/** A key by itself; several that were typed or came with a slow line; or text. */
const parts = new RegExp(`[${apart}]|\\x1b\\[[\\d;]*[@-~]|[^\\x00-\\x1f\\x7f]+|[^${apart}]`, 'g');

const isText = /^[^\x00-\x1f\x7f]+$/;
/** A longer text is no answer anywhere: what is more than that is not even shown. */
const roomForText = limits.text + 1;

/** Nobody types as much at once: it was pasted, and the terminal does not mark it. */
const pastedLength = 20;

/**
 * The keys of a terminal, an Enter or a Tab apart from what was typed before it. A slow line or a quick hand brings both
 * at once, and a list that narrows needs a turn of its own before its first line is what was meant. What comes
 * for the next question waits until that is asked. Ctrl-Z is no key for who asks, but an event of its own, `suspend`.
 * What is pasted comes as one key, since each is drawn; where the terminal marks it, as one line, which only Enter ends:
 * the lines of a document are no answers to the questions that follow.
 */
export function keysOf(terminal: ReadStream, screen: Writable): NodeJS.ReadableStream {
	const waiting: string[] = [];
	const partsOf = newParts();
	const decoder = new StringDecoder('utf8');
	const keys = Object.assign(new Readable({ read() {} }), {
		isTTY: true,
		setRawMode: (raw: boolean) => {
			screen.write(raw ? markPastes.on : markPastes.off);
			return terminal.setRawMode(raw);
		},
	});
	let room = roomForText;
	const press = (part: string): void => {
		const text = isText.test(part) ? part.slice(0, room) : part;
		room = text === part && !isText.test(part) ? roomForText : room - text.length;
		if (text === controlZ) keys.emit('suspend');
		else if (text.length >= pastedLength) keys.emit('keypress', text, { sequence: text });
		else if (text !== '') keys.push(text);
	};
	let isDelivering = false;
	const deliver = (): void => {
		const part = keys.isPaused() ? undefined : waiting.shift();
		isDelivering = part !== undefined;
		if (part === undefined) return;
		press(part);
		afterTurn(deliver);
	};
	const begin = (): void => {
		if (isDelivering) return;
		isDelivering = true;
		afterTurn(deliver);
	};
	terminal.on('data', (bytes: Buffer) => {
		const come = partsOf(decoder.write(bytes));
		const stop = come.lastIndexOf(controlC);
		// It waits for nothing.
		if (stop !== -1) waiting.length = 0;
		waiting.push(...come.slice(Math.max(stop, 0)));
		begin();
	});
	terminal.pause();
	keys.on('resume', () => {
		terminal.resume();
		begin();
	});
	keys.on('pause', () => terminal.pause());
	return keys;
}

/** When what is under way is done: promises, and what they lead to. */
const afterTurn = (then: () => void): void => void setImmediate(() => setImmediate(then));

/** Takes what a terminal sends apart. What is pasted waits for its end, unless Ctrl-C gives it up. */
function newParts(): (sent: string) => string[] {
	let pasted: string | undefined;
	const typed = (sent: string): string[] => typeable(sent).match(parts) ?? [];
	const partsOf = (sent: string): string[] => {
		if (pasted !== undefined) return afterPaste(pasted + sent);
		const [before, after] = split(sent, paste.begins);
		if (after === undefined) return typed(sent);
		pasted = '';
		return [...typed(before), ...partsOf(after)];
	};
	const afterPaste = (text: string): string[] => {
		const [whole, after] = split(text, paste.ends);
		const [, givenUp] = split(whole, controlC);
		pasted = undefined;
		if (givenUp !== undefined) return [controlC];
		if (after !== undefined) return [asLine(whole), ...partsOf(after)];
		// The end may have begun to come.
		pasted = text.length <= roomForText ? text : text.slice(0, roomForText) + text.slice(-paste.ends.length);
		return [];
	};
	return partsOf;
}

/** What stands before a mark, and after it where there is one. */
function split(text: string, mark: string): [before: string, after?: string] {
	const at = text.indexOf(mark);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Text of several lines as one, without what could be a key. */
const asLine = (text: string): string =>
	typeable(text)
		.replace(/[\x00-\x1f\x7f]+/g, ' ')
		.trim();
