// The paths of the fields of the result document, so that a run can check a selection without loading the schema.
import { resultJsonSchema } from '../src/calculation/json-schema.ts';

/** `guidelineRange`, `guidelineRange.minimumMonths` and so on; through a list to the fields of its members. */
export const resultFields = () => pathsOf(resultJsonSchema(), '');

function pathsOf(schema, before) {
	const { properties = {} } = schema.items ?? schema;
	return Object.entries(properties).flatMap(([name, inner]) => [
		`${before}${name}`,
		...pathsOf(inner, `${before}${name}.`),
	]);
}
