// What a conformance case expects, held against the result.
import documentFields from '#fields' with { type: 'json' };
import { shown } from '../case/errors.ts';
import { nearest } from '../case/nearest.ts';

/** What comes out otherwise than expected, one line each: the path, what was expected, and what came. */
export const differencesOf = (expected: unknown, found: unknown): string[] => differing(expected, found, '');

/**
 * What is expected must be there, an object as an object and a list as a list; what more an object has does not matter.
 * A list must have the length expected.
 */
function differing(expected: unknown, found: unknown, path: string): string[] {
	const differs = [`${path}: expected ${shown(expected)}, found ${found === undefined ? 'nothing' : shown(found)}`];
	if (Array.isArray(expected)) {
		if (!Array.isArray(found)) return differs;
		if (found.length !== expected.length) return [`${path}: ${expected.length} expected, ${found.length} found`];
		return expected.flatMap((one, index) => differing(one, found[index], `${path}/${index}`));
	}
	if (typeof expected === 'object' && expected !== null) {
		if (typeof found !== 'object' || found === null || Array.isArray(found)) return differs;
		const parts = new Map(Object.entries(found));
		return Object.entries(expected).flatMap(
			([key, one]) => unknownField(key, path) ?? differing(one, parts.get(key), `${path}/${key}`),
		);
	}
	return Object.is(expected, found) ? [] : differs;
}

/** That no result has such a field there, and which it may have; undefined where it may have this one. */
function unknownField(key: string, path: string): string | undefined {
	const fields = fieldsAt(path);
	// A case that is rejected has an error in place of the result, whose fields no schema lists.
	if (fields.includes(key) || fields.length === 0 || (path === '' && key === 'error')) return undefined;
	const meant = nearest(key, fields);
	const remedy = meant === undefined ? '' : ` Did you mean ${meant}?`;
	const whole = path === '' ? 'the result' : path.slice(1);
	return `${path}/${key} is not a field of ${whole}.${remedy} The fields are ${fields.join(', ')}`;
}

/** The fields that a result may have at a place; of a list, those of its members. */
function fieldsAt(path: string): string[] {
	const before = path.replaceAll(/\/\d+(?=\/|$)/g, '').replaceAll('/', '.');
	return documentFields.result
		.map((field) => `.${field}`)
		.filter((field) => field.startsWith(`${before}.`))
		.map((field) => field.slice(before.length + 1))
		.filter((field) => !field.includes('.'));
}
