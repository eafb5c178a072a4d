// A memory of answers by the bytes of their question, and the id that a line begins with.
import type { Lead } from '../records/records.ts';

/** By byte: 0 where it ends a plain id, 1 where it may stand within, 2 where it may also begin one. */
const inIds = new Uint8Array(256);
for (const sign of '-_.:/#') inIds[sign.charCodeAt(0)] = 1;
for (const sign of '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') inIds[sign.charCodeAt(0)] = 2;

/**
 * Where the id ends that a line begins with, if it is one that stands in every format of output as it stands here;
 * -1 where the line begins otherwise.
 */
export function plainIdEnd(bytes: Uint8Array, start: number, { before, last, caption }: Lead): number {
	if (!hasAt(bytes, start, before)) return -1;
	let end = start + before.length;
	if (inIds[bytes[end] as number] !== 2) return -1;
	while ((inIds[bytes[end] as number] as number) > 0) end++;
	if (bytes[end] !== last || (caption.length > 0 && hasAt(bytes, end + 1, caption))) return -1;
	return end;
}

function hasAt(bytes: Uint8Array, start: number, part: readonly number[]): boolean {
	for (let at = 0; at < part.length; at++) if (bytes[start + at] !== part[at]) return false;
	return true;
}

/** What is remembered by bytes and their hash. Nothing is decoded and nothing made to look it up. */
export interface ByteMemo<T> {
	find(hash: number, bytes: DataView, from: number, to: number): T | undefined;
	add(key: ByteKey, value: T): void;
}

interface ByteKey {
	hash: number;
	bytes: DataView;
	from: number;
	to: number;
}

interface Entry<T> {
	start: number;
	length: number;
	value: T;
}

/** Powers of two, so that a remainder is a mask. */
const [places, keyBytes] = [65_536, 4_194_304];

/** How many places are looked at for one key: more would cost more than the slow way. */
const tries = 8;

/** Begins afresh when its keys or its values fill their memory: what recurs is soon back. */
export function newByteMemo<T extends { size: number }>(budgetBytes: number): ByteMemo<T> {
	const keys = new DataView(new ArrayBuffer(keyBytes));
	/** By place: which entry, from 1; 0 where there is none. */
	const entryAt = new Uint16Array(places);
	let entries: Entry<T>[] = [];
	let [usedKeys, usedBytes] = [0, 0];

	const forget = (): void => {
		entryAt.fill(0);
		entries = [];
		[usedKeys, usedBytes] = [0, 0];
	};
	const isKeyOf = ({ start, length }: Entry<T>, bytes: DataView, from: number): boolean => {
		let at = 0;
		for (; at + 4 <= length; at += 4) {
			if (bytes.getInt32(from + at, true) !== keys.getInt32(start + at, true)) return false;
		}
		for (; at < length; at++) if (bytes.getUint8(from + at) !== keys.getUint8(start + at)) return false;
		return true;
	};
	return {
		find(hash, bytes, from, to) {
			const length = to - from;
			let place = hash;
			for (let left = tries; left > 0; left--, place++) {
				const number = entryAt[place & (places - 1)] as number;
				if (number === 0) return undefined;
				const entry = entries[number - 1] as Entry<T>;
				if (entry.length === length && isKeyOf(entry, bytes, from)) return entry.value;
			}
			return undefined;
		},
		add({ hash, bytes, from, to }, value) {
			const length = to - from;
			if (length > keyBytes) return;
			const full = entries.length === places - 1;
			if (full || usedKeys + length > keyBytes || usedBytes + value.size > budgetBytes) forget();
			for (let at = 0; at < length; at++) keys.setUint8(usedKeys + at, bytes.getUint8(from + at));
			entries.push({ start: usedKeys, length, value });
			usedKeys += length;
			usedBytes += value.size;
			let tried = 0;
			while (tried < tries && entryAt[(hash + tried) & (places - 1)] !== 0) tried++;
			entryAt[(hash + (tried % tries)) & (places - 1)] = entries.length;
		},
	};
}
