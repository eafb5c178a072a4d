// The keys that were pressed.
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';
import { typeable } from '../../report/escape.ts';

const [carriageReturn, newline, tab, controlZ] = [0x0d, 0x0a, 0x09, 0x1a];
const pressed = [carriageReturn, newline, tab];
/** Each of these is a key by itself. Windows knows no Ctrl-Z that stops a program. */
const apart = process.platform === 'win32' ? pressed : [...pressed, controlZ];

/**
 * The keys of a terminal, an Enter or a Tab apart from what was typed before it. A paste, a slow line or a quick hand brings
 * both at once, and a list that narrows needs a turn of its own before its first line is what was meant. What comes
 * for the next question waits until that is asked. Ctrl-Z is no key for who asks, but an event of its own, `suspend`.
 */
export function keysOf(terminal: ReadStream): NodeJS.ReadableStream {
	const waiting: Buffer[] = [];
	const decoder = new StringDecoder('utf8');
	const keys = Object.assign(new Readable({ read() {} }), {
		isTTY: true,
		setRawMode: (raw: boolean) => terminal.setRawMode(raw),
	});
	let isDelivering = false;
	const deliver = (): void => {
		isDelivering = !keys.isPaused() && waiting.length > 0;
		if (!isDelivering) return;
		const part = waiting.shift();
		if (part?.length === 1 && part[0] === controlZ) keys.emit('suspend');
		else keys.push(part);
		afterTurn(deliver);
	};
	const begin = (): void => {
		if (isDelivering) return;
		isDelivering = true;
		afterTurn(deliver);
	};
	terminal.on('data', (bytes: Buffer) => {
		// A paste may hold marks that the terminal would obey when the line is drawn.
		waiting.push(...partsOf(Buffer.from(typeable(decoder.write(bytes)))));
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

function partsOf(bytes: Buffer): Buffer[] {
	const parts: Buffer[] = [];
	let start = 0;
	for (let at = 0; at < bytes.length; at++) {
		if (!apart.includes(bytes[at] as number)) continue;
		if (at > start) parts.push(bytes.subarray(start, at));
		parts.push(bytes.subarray(at, at + 1));
		start = at + 1;
	}
	if (start < bytes.length) parts.push(bytes.subarray(start));
	return parts;
}
