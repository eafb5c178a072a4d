// From a value of any origin to a case document.
import type * as z from 'zod';
import { checkCase, refuseContradictions } from './check.ts';
import { InputError, notPossible, pointer, shown } from './errors.ts';
import { asCaseDocument } from './human-input.ts';
import { limits } from './limits.ts';
import { type CaseDocument, caseSchema } from './schema.ts';

/**
 * A value that came from outside (JSON, CSV, flags, answers) as a case document.
 * Throws InputError naming the first field that is wrong, its value and the remedy.
 */
export function parseCase(value: unknown): CaseDocument {
	const checked = checkCase(value);
	if (checked) return checked;
	refuseLostKey(value, []);
	const parsed = caseSchema.safeParse(asCaseDocument(value, caseSchema));
	if (!parsed.success) throw problemOf(parsed.error.issues[0] as z.core.$ZodIssue, value);
	refuseContradictions(parsed.data);
	return parsed.data;
}

/** One field of the case document, given by itself. Throws InputError naming the value and the remedy. */
export function parseField<Field extends keyof CaseDocument>(field: Field, value: unknown): CaseDocument[Field] {
	const parsed = caseSchema.shape[field].safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues as [z.core.$ZodIssue];
		throw problemOf({ ...issue, path: [field, ...issue.path] }, { [field]: value });
	}
	return parsed.data as CaseDocument[Field];
}

/** The one key that zod passes over where an object may have keys of any name: it would be lost without a word. */
function refuseLostKey(value: unknown, path: readonly PropertyKey[]): void {
	if (typeof value !== 'object' || value === null || path.length > limits.depth) return;
	if (Object.hasOwn(value, '__proto__')) throw unknownKey(path, '__proto__');
	for (const [key, inner] of Object.entries(value)) refuseLostKey(inner, [...path, key]);
}

function unknownKey(path: readonly PropertyKey[], key: string): InputError {
	return new InputError(
		'unknown-key',
		pointer([...path, key]),
		`unknown key ${shown(key)}. See the known keys with ussg schema case`,
	);
}

function problemOf(issue: z.core.$ZodIssue, document: unknown): InputError {
	const path = pointer(issue.path);
	const given = valueAt(document, issue.path);
	if (issue.code === 'unrecognized_keys') return unknownKey(issue.path, issue.keys[0] as string);
	if (given === undefined) return new InputError('missing', path, 'missing', issue.message);
	const code = issue.code === 'too_big' || issue.code === 'too_small' ? 'out-of-range' : 'invalid-value';
	return notPossible(path, given, issue.message, code);
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], document);
}
