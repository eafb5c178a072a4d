import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import isCase from '#case-check';
import { checkCase } from '../../src/case/check.ts';
import { caseSchema } from '../../src/case/schema.ts';

const compiler = new URL('../../bin/compile-check.mjs', import.meta.url).href;
const { checkSource } = (await import(compiler)) as { checkSource: (schema: z.core.$ZodType) => string };

/** Values that no schema expects where they stand, some of them such as only a caller of the library can give. */
const strays = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom(undefined, null, Number.NaN, Infinity, -0, 0.5, 2 ** 53, '', ' ', '2012-02-30', 'life', [], {}),
	fc.constantFrom([undefined], Array(2), new Date(0), Object.create({ id: 7 }), JSON.parse('{"__proto__": 1}')),
);

/** Of what JSON has: zod takes a Date for an object without keys, and drops a key __proto__, and so leaves neither as it is. */
const isPlain = (value: unknown): boolean =>
	typeof value !== 'object' ||
	value === null ||
	((Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))) &&
		!Object.hasOwn(value, '__proto__') &&
		Object.values(value).every(isPlain));

/** Values as a schema asks for them, at its limits and just past them; now and then a stray in the place of one. */
function near(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
	return fc.oneof({ weight: 100, arbitrary: asked(schema) }, { weight: 1, arbitrary: strays });
}

function asked(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
	const { def } = (schema as z.core.$ZodTypes)._zod;
	const checks = [def, ...(def.checks ?? []).map((check) => check._zod.def)] as {
		check?: string;
		value?: number;
		pattern?: RegExp;
	}[];
	const limit = (name: string) => checks.find(({ check }) => check === name)?.value;
	switch (def.type) {
		case 'array':
			return fc.oneof(
				{ weight: 30, arbitrary: fc.array(near(def.element), { maxLength: 3 }) },
				{ weight: 1, arbitrary: fc.array(asked(def.element), { minLength: 99, maxLength: 101 }) },
			);
		case 'boolean':
			return fc.boolean();
		case 'enum':
			return fc.constantFrom(...Object.values(def.entries));
		case 'literal':
			return fc.constantFrom(...def.values);
		case 'number': {
			const [minimum = -1000, maximum = 1000] = [limit('greater_than'), limit('less_than')];
			return fc.oneof(fc.integer({ min: minimum - 1, max: maximum + 1 }), fc.constantFrom(minimum, maximum));
		}
		case 'object':
			return fc.record(Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, near(field)])), {
				requiredKeys: Object.keys(def.shape).filter((key) => def.shape[key]?._zod.optin !== 'optional'),
			});
		case 'optional':
			return asked(def.innerType);
		case 'record':
			// zod passes over one key, which parseCase rejects by name.
			return fc.dictionary(
				fc.string().filter((key) => key !== '__proto__'),
				near(def.valueType),
				{ maxKeys: 3 },
			);
		case 'string': {
			const pattern = checks.find((check) => check.pattern)?.pattern;
			if (!pattern) return fc.string();
			return fc.oneof({ weight: 30, arbitrary: fc.stringMatching(pattern) }, { weight: 1, arbitrary: fc.string() });
		}
		case 'union':
			return fc.oneof(...def.options.map(asked));
		default:
			throw new Error(`no values for a schema of type ${def.type}`);
	}
}

describe('the compiled check of the case document', () => {
	test('accepts what zod accepts and leaves as it is, and nothing else', () => {
		let accepted = 0;
		fc.assert(
			fc.property(near(caseSchema), (value) => {
				const parsed = caseSchema.safeParse(value);
				expect(isCase(value)).toBe(parsed.success && isPlain(value));
				if (parsed.success && isPlain(value)) expect(parsed.data).toEqual({ ...(value as object) });
				accepted += Number(parsed.success);
			}),
			{ numRuns: 6000 },
		);
		// About 230 of them; half as many runs fell short now and then.
		expect(accepted).toBeGreaterThan(100);
	});

	test('knows every key of the schema, so that no valid document waits for zod', () => {
		for (const [key, field] of Object.entries(caseSchema.shape)) {
			const [value] = fc.sample(
				asked(field).filter((given) => field.safeParse(given).success),
				1,
			);
			expect([key, isCase({ [key]: value })]).toEqual([key, true]);
		}
	});

	test('refuses a key too many, also one of an object inside', () => {
		const adjustment = { levels: -2 };
		expect(isCase({ adjustments: [adjustment] })).toBe(true);
		expect(isCase({ adjustments: [{ ...adjustment, level: 1 }] })).toBe(false);
		expect(isCase({ adjustments: [adjustment], adjustment })).toBe(false);
		expect(isCase(JSON.parse('{"adjustments": [], "__proto__": {}}'))).toBe(false);
	});

	test('refuses an array with holes, which says nothing', () => {
		expect(isCase({ enhancements: Array(2) })).toBe(false);
	});

	test('gives the very document, and undefined where zod has the say', () => {
		const document = { baseOffenseLevel: 24, criminalHistoryCategory: 'V' };
		expect(checkCase(document)).toBe(document);
		expect(checkCase({ ...document, baseOffenseLevel: 99 })).toBeUndefined();
	});
});

describe('a schema that only zod can judge', () => {
	const compiled = async (schema: z.ZodType): Promise<(value: unknown) => boolean> => {
		const source = `data:text/javascript,${encodeURIComponent(checkSource(schema))}`;
		return (await import(source)).default;
	};
	const text = z.string();

	test.each([
		['refined', text.refine(() => true)],
		['transformed', text.transform((value) => value)],
		['trimmed', text.trim()],
		['with a default', text.default('')],
		['coerced', z.coerce.string()],
		['a format of more than a pattern', z.url()],
		['stateful', text.regex(/./g)],
		['an object that drops keys', z.object({})],
		['a record whose keys are not any text', z.record(text.min(1), text)],
		['exactly one of several', z.xor([text, z.int()])],
		['a refined object', z.strictObject({}).refine(() => true)],
	])('%s: nothing is accepted', async (_, schema) => {
		const fits = await compiled(schema);
		expect([fits('https://example.org/'), fits({}), fits(undefined)]).toEqual([false, false, false]);
	});

	test('leaves the rest of the document to the check', async () => {
		const fits = await compiled(z.strictObject({ plain: z.int(), refined: text.refine(() => true).optional() }));
		expect(fits({ plain: 1 })).toBe(true);
		expect(fits({ plain: 1, refined: '' })).toBe(false);
	});

	test('lengths and exact options are told as zod tells them', async () => {
		const schema = z.strictObject({ texts: z.array(text.max(2)).min(1).max(2), exact: z.int().exactOptional() });
		const fits = await compiled(schema);
		for (const value of [{ texts: [] }, { texts: ['ab'] }, { texts: ['a', 'b', 'c'] }, { texts: ['abc'] }]) {
			expect(fits(value)).toBe(schema.safeParse(value).success);
		}
		expect(fits({ texts: ['a'], exact: 1 })).toBe(true);
		expect(fits({ texts: ['a'], exact: undefined })).toBe(schema.safeParse({ texts: ['a'], exact: undefined }).success);
	});
});
