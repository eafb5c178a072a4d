// A document with another value at one place.

/**
 * The document with a value at a JSON pointer such as `/priors/0/releasedOn`; what is missing above it is made. The document
 * itself stays as it is.
 */
export const withValueAt = (document: unknown, path: string, value: unknown): unknown =>
	withValue(document, path.slice(1).split('/'), value);

function withValue(target: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
	// An enhancement may be its id alone.
	const object = typeof target === 'string' ? { id: target } : ((target ?? {}) as Record<string, unknown>);
	const inner = rest.length === 0 ? value : withValue(object[key], rest, value);
	return Array.isArray(object) ? object.with(Number(key), inner) : { ...object, [key]: inner };
}
