import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { describedPaths } from '../../src/case/descriptions/descriptions.ts';
import { caseJsonSchema } from '../../src/case/json-schema.ts';
import { allKeys, type Schema } from '../pages/keys.ts';

const schema = caseJsonSchema() as Schema;
const keys = allKeys(schema);

describe('every key of the case document', () => {
	test.each(keys)('%s says what it is, in whole sentences', (_, one) => {
		expect(one.description).toMatch(/^[A-Z"].*\.$/);
	});

	test.each(keys)('%s has an example that it takes', (_, one) => {
		expect(one.examples).toHaveLength(1);
		expect(
			z.fromJSONSchema(one as Parameters<typeof z.fromJSONSchema>[0]).safeParse(one.examples?.[0]).error,
		).toBeUndefined();
	});

	test('and no other is described', () => {
		const paths = new Set(keys.map(([path]) => path));
		expect(describedPaths.filter((path) => !paths.has(path))).toEqual([]);
	});
});
