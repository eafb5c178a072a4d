// A file of tables/ read and held against its schema.
import { readFileSync } from 'node:fs';
import { parseJson } from '../src/case/json.ts';
import { tableFault } from './table-fault.mjs';

/** The document in a file; an error that names the file and the place where it does not fit. */
export function checked(schema, path) {
	const parsed = schema.safeParse(parsedFrom(path));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw tableFault(path, `/${issue.path.join('/')}: ${issue.message}`);
}

/** The same reader as for cases: a key that stands twice is refused, where JSON.parse would keep the last. */
export function parsedFrom(path) {
	try {
		return parseJson(readFileSync(path, 'utf8'));
	} catch (error) {
		throw tableFault(path, `${error.path ? `${error.path}: ` : ''}${error.message}`);
	}
}
