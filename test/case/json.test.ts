import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/case/errors.ts';
import { parseJson } from '../../src/case/json.ts';

const problemOf = (text: string): InputError => {
	try {
		parseJson(text);
	} catch (error) {
		if (error instanceof InputError) return error;
	}
	throw new Error('not refused');
};

describe('a JSON document', () => {
	test('is what JSON.parse reads, for any value', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 2), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	test.each([
		['{"a":1,"b":{"c":1,"c":2}}', '/b/c'],
		['[{"a":1},{"a":1,"a":1}]', '/1/a'],
		['{"x":"}{\\"","x":1}', '/x'],
		['{"a\\\\":1,"a\\\\":2}', '/a\\'],
		['{"a/b":1,"a/b":1}', '/a~1b'],
		['{"":1,"":1}', '/'],
	])('with a key twice is refused: %s', (text, path) => {
		expect(problemOf(text)).toMatchObject({ code: 'duplicate-key', path });
	});

	test('with one key in two objects, or as a value, is no duplicate', () => {
		expect(parseJson('[{"a":"a"},{"a":["a","a"]}]')).toEqual([{ a: 'a' }, { a: ['a', 'a'] }]);
	});

	test.each(['', '{', '{"a":}', "{'a':1}", '{"a":1,}', 'NaN', '\u0000'])('that is none is refused: %j', (text) => {
		expect(problemOf(text).code).toBe('invalid-json');
	});

	test('nested beyond reason is refused, not overflowed', () => {
		expect(problemOf('['.repeat(500_000) + ']'.repeat(500_000)).code).toBe('too-deep');
	});

	test('larger than any case is refused', () => {
		expect(problemOf(`"${'x'.repeat(5_000_000)}"`).code).toBe('too-large');
	});
});
