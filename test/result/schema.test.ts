import { expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { resultJsonSchema } from '../../src/result/json-schema.ts';
import { resultSchema } from '../../src/result/schema.ts';

interface Node {
	description?: string;
	properties?: Record<string, Node>;
	items?: Node;
	anyOf?: Node[];
}

/** Every property of the schema, at every depth, with what it says. */
function propertiesOf({ properties = {}, items, anyOf = [] }: Node, path = ''): [path: string, says: string][] {
	return [
		...Object.entries(properties).flatMap(([name, inner]): [string, string][] => [
			[`${path}/${name}`, inner.description ?? ''],
			...propertiesOf(inner, `${path}/${name}`),
		]),
		...(items ? propertiesOf(items, path) : []),
		...anyOf.flatMap((one) => propertiesOf(one, path)),
	];
}

test('every field of the result document says what it holds, in a sentence', () => {
	const properties = propertiesOf(resultJsonSchema() as Node);
	expect(properties.length).toBeGreaterThan(200);
	expect(properties.filter(([, says]) => !/^[A-Z§].+\.$/.test(says))).toEqual([]);
});

test('a field that may be left out says when it is present', () => {
	const optional = Object.entries(resultSchema.shape).filter(([, field]) => field.safeParse(undefined).success);
	const described = (resultJsonSchema() as Node).properties ?? {};
	for (const [name] of optional) expect(described[name]?.description, name).toMatch(/Present where/);
});

test('an answer that rests on an amendment of the drug quantities keeps to the schema', () => {
	const document = parseCase({
		edition: '2013',
		baseOffenseLevel: 32,
		acceptance: 3,
		criminalHistoryCategory: 'I',
		sentenceImposedMonths: 87,
		reduction: { amendment: '782', orderDate: '2024-03-01', levels: -2 },
	});
	const result = calculate(document, bundledLaw);
	expect(resultSchema.parse(result)).toEqual(result);
});
