// The error for input that cannot be answered.
/** One thing wrong with the input: a stable code, the JSON pointer of the field, and what to do about it. */
export interface Problem {
	code: string;
	path: string;
	message: string;
}

/** The input cannot be answered. The message names the field, the value and the remedy. */
export class InputError extends Error implements Problem {
	override readonly name = 'InputError';
	readonly code: string;
	readonly path: string;

	constructor(code: string, path: string, message: string) {
		super(message);
		this.code = code;
		this.path = path;
	}
}

/** Whether an answer lacks but a fact, which the error asks for. */
export const isMissingFact = (error: unknown): error is InputError =>
	error instanceof InputError && error.code === 'facts-missing';

/** A value as it may stand in a message: short, and on one line. */
export function shown(value: unknown): string {
	const isNumber = typeof value === 'number';
	return shortened((isNumber ? undefined : JSON.stringify(value)) ?? String(value));
}

/** The beginning of a text that would fill a screen. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** JSON pointer (RFC 6901) of a path of keys. */
export function pointer(keys: readonly PropertyKey[]): string {
	return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
