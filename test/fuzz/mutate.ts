import type { Random } from '../random/random.ts';

/** Values that stand nowhere in a case, or almost could. */
const strays: unknown[] = [
	...[null, true, false, 0, -0, 1, -1, 0.5, 43, 44, 1e308, 2 ** 53, -(2 ** 31), 1e-7],
	...['', ' ', 'life', 'none', 'NaN', '12', '٣', '０', '2012-02-30', '9999-12-31', '0000-01-01', '2012', '900 years'],
	...['__proto__', 'constructor', 'toString', '\u007fid\u007f', '\ud800', '\u0000', '\u202e', '\ufeff', '🙂', 'ﬁ'],
	...['1e400 months', `${'9'.repeat(400)} months`, '1 year 1 day', '§2L1.2', '2l1.2', "'; --", '=1+1', '\n\r\t'],
	...[[], {}, [[]], [null], { id: null }, [{}], Array(101).fill(0), 'x'.repeat(10_001)],
];

const isContainer = (value: unknown): value is Record<string, unknown> | unknown[] =>
	typeof value === 'object' && value !== null;

/** The places in a value where something stands, each by the container and the key. */
function placesIn(value: unknown): { holder: Record<string, unknown>; key: string }[] {
	if (!isContainer(value)) return [];
	const holder = value as Record<string, unknown>;
	return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** The same value with some places of it changed as a slip, another program or malice would. */
export function mutatedValue(random: Random, value: unknown, keys: readonly string[]): unknown {
	const copy = structuredClone(value);
	for (let left = random.pick([0, 1, 1, 1, 2, 4]); left > 0; left--) {
		const places = placesIn(copy);
		if (places.length === 0) return structuredClone(random.pick(strays));
		const { holder, key } = random.pick(places);
		const other = random.pick(places);
		const change = random.below(7);
		if (change === 0) delete holder[key];
		else if (change === 1) holder[key] = structuredClone(random.pick(strays));
		else if (change === 2) holder[key] = structuredClone(other.holder[other.key]);
		else if (change === 3) holder[random.pick(keys)] = structuredClone(other.holder[other.key]);
		else if (change === 4) holder[key] = [holder[key]];
		else if (change === 5 && Array.isArray(holder[key])) {
			const list = holder[key] as unknown[];
			holder[key] = Array.from({ length: random.pick([2, 99, 100, 101]) }, (_, at) => list[at % (list.length || 1)]);
		} else if (typeof holder[key] === 'number') holder[key] = Number(holder[key]) + random.pick([-1, 1, 0.5, 1e6]);
		else if (typeof holder[key] === 'string') holder[key] = mutatedText(random, holder[key]);
	}
	return copy;
}

const pieces = [
	'"',
	'\\',
	'{',
	'}',
	'[',
	']',
	',',
	':',
	' ',
	'\t',
	';',
	'=',
	'-',
	'0',
	'e',
	'\u00a0',
	'§',
	'’',
	'\u2028',
];

/** The same text with a few characters dropped, doubled or put in. */
export function mutatedText(random: Random, text: string): string {
	let changed = text;
	for (let left = random.between(1, 3); left > 0; left--) {
		const at = random.below(changed.length + 1);
		const cut = random.pick([0, 0, 1, 2, 20]);
		changed = changed.slice(0, at) + random.pick(['', '', ...pieces]) + changed.slice(at + cut);
	}
	return changed;
}

/** The bytes of a text, now and then with some of them damaged. Never with a line break. */
export function damagedBytes(random: Random, text: string): Buffer {
	const bytes = Buffer.from(text.replace(/[\n\r]/g, ' '));
	for (let left = random.often(5) ? random.between(1, 4) : 0; left > 0 && bytes.length > 0; left--) {
		const byte = random.below(256);
		bytes[random.below(bytes.length)] = byte === 0x0a ? 0xff : byte;
	}
	return bytes;
}
