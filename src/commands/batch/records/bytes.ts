// Text as bytes, and what is written out of it.
import { isUtf8 } from 'node:buffer';
import { decode } from '../../io.ts';

/**
 * Text as its UTF-8 bytes, one character a byte. Such text is cut, compared and written out without being decoded,
 * and only what is new is ever decoded.
 */
export type ByteText = string;

const ascii = /^[\x00-\x7f]*$/;

export const toByteText = (text: string): ByteText => (ascii.test(text) ? text : Buffer.from(text).toString('latin1'));

/** The text itself, without a byte order mark. Throws InputError where the bytes are not UTF-8. */
export function fromByteText(text: ByteText): string {
	if (ascii.test(text)) return text;
	const bytes = Buffer.from(text, 'latin1');
	return isUtf8(bytes) && bytes[0] !== 0xef ? bytes.toString() : decode(bytes);
}

/** The text of bytes that are known to be UTF-8, with a byte order mark where it begins with one. */
export const decodedWhole = (text: ByteText): string =>
	ascii.test(text) ? text : Buffer.from(text, 'latin1').toString();

/** The same text in memory of its own: a part of a longer text would keep the whole of it alive. */
export const detached = (text: ByteText): ByteText => Buffer.from(text, 'latin1').toString('latin1');

/** Gathers output: one write a record costs more than the record. */
export interface Output {
	add(text: ByteText): void;
	/** Text as it is, which takes up to three bytes for each of its units. */
	addText(text: string): void;
	/** A few characters or bytes: one by one is quicker than asking for a copy. */
	addShort(text: ByteText): void;
	addBytes(bytes: Uint8Array, from: number, to: number): void;
	/** What was gathered, good until as many more were taken as there are memories; begins afresh. */
	take(): Buffer;
}

const firstBytes = 65_536;

/** `memories` are used in turn and made by `allocate`, larger ones in place of those that do not suffice. */
export function newOutput(memories = 1, allocate: (bytes: number) => Buffer = Buffer.allocUnsafeSlow): Output {
	const all = Array.from({ length: memories }, () => allocate(firstBytes));
	let turn = 0;
	let memory = all[0] as Buffer;
	let length = 0;
	const makeRoom = (more: number): void => {
		if (length + more <= memory.length) return;
		const larger = allocate(Math.max(memory.length * 2, length + more));
		memory.copy(larger, 0, 0, length);
		all[turn] = larger;
		memory = larger;
	};
	return {
		add(text) {
			makeRoom(text.length);
			length += memory.write(text, length, 'latin1');
		},
		addText(text) {
			makeRoom(text.length * 3);
			length += memory.write(text, length, 'utf8');
		},
		addShort(text) {
			makeRoom(text.length);
			for (let at = 0; at < text.length; at++) memory[length++] = text.charCodeAt(at);
		},
		addBytes(bytes, from, to) {
			makeRoom(to - from);
			for (let at = from; at < to; at++) memory[length++] = bytes[at] as number;
		},
		take() {
			const taken = memory.subarray(0, length);
			turn = (turn + 1) % memories;
			memory = all[turn] as Buffer;
			length = 0;
			return taken;
		},
	};
}
