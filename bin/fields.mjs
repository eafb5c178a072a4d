// The names of the fields of both documents, so that a run can read a header and check a selection without a schema.
import { caseJsonSchema } from '../src/case/json-schema.ts';
import { resultJsonSchema } from '../src/result/json-schema.ts';

/** The keys of the case document, and the paths in the result: `guidelineRange`, `guidelineRange.minimumMonths` … */
export const fields = () => ({
	caseDocument: Object.keys(caseJsonSchema().properties),
	result: pathsOf(resultJsonSchema(), ''),
});

/** Through a list, the fields of its members. */
function pathsOf(schema, before) {
	const { properties = {} } = schema.items ?? schema;
	return Object.entries(properties).flatMap(([name, inner]) => [
		`${before}${name}`,
		...pathsOf(inner, `${before}${name}.`),
	]);
}
