// Tells by a hash whether something was asked before.
import type { ByteText } from '../records/bytes.ts';

/** How many questions are told apart that were asked once: a power of two. */
const places = 65_536;

/**
 * Tells by its hash whether something was asked before. Much is asked once: to keep the answer would cost time, and
 * push out what is asked again.
 */
export function newAskedBefore(): (hash: number) => boolean {
	const asked = new Int32Array(places);
	return (hash) => {
		const place = hash & (places - 1);
		const again = asked[place] === hash;
		asked[place] = hash;
		return again;
	};
}

/** A number that differs for most texts (FNV-1a). */
export function hashOfText(text: ByteText): number {
	let hash = 0x811c9dc5 | 0;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash;
}

/** The same of bytes: two pairs of four at a time, each multiplied by itself, so that one need not wait for the other. */
export function hashOfBytes(bytes: DataView, from: number, to: number): number {
	let hash = to - from;
	let other = 0;
	let at = from;
	for (; at + 8 <= to; at += 8) {
		hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ bytes.getInt32(at, true), 0x9e3779b1);
		other = Math.imul(((other << 7) | (other >>> 25)) ^ bytes.getInt32(at + 4, true), 0x85ebca6b);
	}
	for (; at < to; at++) hash = Math.imul(hash ^ bytes.getUint8(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15) ^ other, 0x2c1b3c6d);
	return hash ^ (hash >>> 13);
}
