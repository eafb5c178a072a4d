// Takes the zeros that bin/slim.mjs leaves out of a program for Linux: they would be a quarter of the file.
import { aligned, dataOf } from './slim.mjs';

/** Where the numbers of 64 bits stand: in the file's header, in a segment's and in a section's. */
const file = { segments: 32, sections: 40 };
const segment = { offset: 8, address: 16, physical: 24, size: 32, memory: 40, length: 56 };
const section = { offset: 24, size: 32, length: 64 };
const [isLoaded, isList] = [1, 6];
/** The largest page that Linux has on these systems; what is loaded lies in the file as it lies in its page. */
const page = 65_536;

const get = (bytes, field) => Number(bytes.readBigUInt64LE(field));
const set = (bytes, field, value) => bytes.writeBigUInt64LE(BigInt(value), field);
const part = (bytes, at, length) => bytes.subarray(at, at + length);

/**
 * The program without the zeros: what was loaded as one segment is loaded as two, each at the address it had, with nothing
 * between. The list of segments moves to the first of the zeros, where it has room for one more.
 */
export function withoutZeros(elf, zeros) {
	const count = elf.readUInt16LE(56);
	const list = part(elf, get(elf, file.segments), count * segment.length);
	const start = aligned(dataOf(elf) + zeros.from, 8);
	const from = aligned(start + list.length + segment.length, page);
	const to = Math.floor((dataOf(elf) + zeros.to) / page) * page;
	if (elf.subarray(start, to).some((byte) => byte !== 0)) throw new Error('there is something where zeros should be');

	const segments = Array.from({ length: count }, (_, item) =>
		Buffer.from(part(list, item * segment.length, segment.length)),
	);
	const split = segments.findIndex((one) => one.readUInt32LE() === isLoaded && ends(one, segment) > to);
	const [before, behind] = [segments[split], Buffer.from(segments[split])];
	const length = to - get(before, segment.offset);
	for (const field of [segment.size, segment.memory]) {
		set(behind, field, get(behind, field) - length);
		set(before, field, length - (to - from));
	}
	for (const field of [segment.offset, segment.address, segment.physical])
		set(behind, field, get(behind, field) + length);
	segments.splice(split + 1, 0, behind);

	const isAt = get(before, segment.address) - get(before, segment.offset) + start;
	for (const one of segments) {
		moveUp(one, segment, from, to);
		if (one.readUInt32LE() !== isList) continue;
		set(one, segment.offset, start);
		for (const field of [segment.address, segment.physical]) set(one, field, isAt);
		for (const field of [segment.size, segment.memory]) set(one, field, segments.length * segment.length);
	}
	moveSections(elf, from, to);
	set(elf, file.segments, start);
	elf.writeUInt16LE(segments.length, 56);
	Buffer.concat(segments).copy(elf, start);
	return Buffer.concat([elf.subarray(0, from), elf.subarray(to)]);
}

const ends = (one, fields) => get(one, fields.offset) + get(one, fields.size);

function moveUp(one, fields, from, to) {
	const at = get(one, fields.offset);
	if (at >= to) set(one, fields.offset, at - (to - from));
}

/** Nothing that runs the program reads these; they are kept right for what looks at it. */
function moveSections(elf, from, to) {
	const at = get(elf, file.sections);
	for (let item = 0; item < elf.readUInt16LE(60); item++) {
		const one = part(elf, at + item * section.length, section.length);
		const begins = get(one, section.offset);
		if (begins < from && ends(one, section) > to) set(one, section.size, from - begins);
		moveUp(one, section, from, to);
	}
	set(elf, file.sections, at - (to - from));
}
