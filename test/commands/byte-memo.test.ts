import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfBytes } from '../../src/commands/batch/answer/asked-before.ts';
import { newByteMemo, plainIdEnd } from '../../src/commands/batch/answer/byte-memo.ts';

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

test('what is found was added under the same bytes', () => {
	const key = fc.uint8Array({ minLength: 0, maxLength: 20 });
	const step = fc.record({ key, add: fc.boolean(), size: fc.nat(40), hash: fc.option(fc.nat(3)) });
	fc.assert(
		fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
			const memo = newByteMemo<{ size: number; of: string }>(1000);
			for (const { key, add, size, hash } of steps) {
				// With few hashes, keys collide and push each other out.
				const place = hash ?? hashOfBytes(viewOf(key), 0, key.length);
				if (add) memo.add({ hash: place, bytes: viewOf(key), from: 0, to: key.length }, { size, of: key.join() });
				const found = memo.find(place, viewOf(key), 0, key.length);
				if (found !== undefined) expect(found.of).toBe(key.join());
			}
		}),
	);
});

test('what recurs is found again, among as many as a large file has', () => {
	const memo = newByteMemo<{ size: number; at: number }>(10_000_000);
	const keys = Array.from({ length: 20_000 }, (_, at) => Buffer.from(`","edition":"2012","baseOffenseLevel":${at}}`));
	for (const [at, key] of keys.entries()) {
		const hash = hashOfBytes(viewOf(key), 0, key.length);
		memo.add({ hash, bytes: viewOf(key), from: 0, to: key.length }, { size: 100, at });
	}
	const found = keys.filter(
		(key, at) => memo.find(hashOfBytes(viewOf(key), 0, key.length), viewOf(key), 0, key.length)?.at === at,
	);
	expect(found.length / keys.length).toBeGreaterThan(0.99);
});

test.each([
	['{"id":"D-1","x":1}', 10],
	['{"id":"2012.cr:7/a#3_b"}', 22],
	['{"id":"a","caption":"b"}', -1],
	['{"id":"a","captions":"b"}', 8],
	['{"id":"-1"}', -1],
	['{"id":"=1"}', -1],
	['{"id":""}', -1],
	['{"id":"a,b"}', -1],
	['{"id":"a\\"b"}', -1],
	['{"id":"é"}', -1],
	['{ "id":"a"}', -1],
	['{"id":"a', -1],
	['', -1],
])('the id that stands in any output as it stands in %s', (line, end) => {
	const lead = { before: [...Buffer.from('{"id":"')], last: 0x22, caption: [...Buffer.from(',"caption":')] };
	expect(plainIdEnd(Buffer.from(line), 0, lead)).toBe(end);
});
