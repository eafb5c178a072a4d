// A file of tables/ read and held against its schema.
import { readFileSync } from 'node:fs';
import { parseJson } from '../src/case/json.ts';

/** The document in a file; an error that names the file and the place where it does not fit. */
export function checked(schema, path) {
	const parsed = schema.safeParse(parsedFrom(path));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new Error(`${path}: /${issue.path.join('/')}: ${issue.message}`);
}

/** The same reader as for cases: a key that stands twice is refused, where JSON.parse would keep the last. */
function parsedFrom(path) {
	try {
		return parseJson(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new Error(`${path}: ${error.path ? `${error.path}: ` : ''}${error.message}`);
	}
}
