// The JSON Schema of the case document.
import * as z from 'zod';
import { descriptionOf } from './descriptions/descriptions.ts';
import { caseSchema } from './schema.ts';

/** The JSON Schema (draft 2020-12) of the case document, each key with what it says, its provision and an example. */
export const caseJsonSchema = () => withDescriptions(z.toJSONSchema(caseSchema));

type Schema = z.core.JSONSchema.JSONSchema;

/** The schema with a description of each of its properties, at every depth. `path` is where it stands, such as "priors". */
function withDescriptions<Node extends Schema>(schema: Node, path = ''): Node {
	const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
	const { properties, items, anyOf } = schema;
	return {
		...schema,
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([key, property]) => [
					key,
					typeof property === 'boolean' ? property : described(withDescriptions(property, at(key)), at(key)),
				]),
			),
		}),
		...(items !== undefined && isSchema(items) && { items: withDescriptions(items, path) }),
		...(anyOf && { anyOf: anyOf.map((one) => (isSchema(one) ? withDescriptions(one, path) : one)) }),
	};
}

const isSchema = (node: unknown): node is Schema => typeof node === 'object' && node !== null && !Array.isArray(node);

function described(schema: Schema, path: string): Schema {
	const description = descriptionOf(path);
	if (description === undefined) return schema;
	const { says, provision, example } = description;
	const sentence = provision === undefined ? says : `${says.slice(0, -1)} (${provision}).`;
	return { description: sentence, examples: [JSON.parse(example)], ...schema };
}
