import type * as z from 'zod';
import { InputError, pointer, shown } from './errors.ts';
import { compareMonths } from './months.ts';
import { type CaseDocument, caseSchema } from './schema.ts';

/**
 * A value that came from outside (JSON, CSV, flags, answers) as a case document.
 * Throws InputError naming the first field that is wrong, its value and the remedy.
 */
export function parseCase(value: unknown): CaseDocument {
	const parsed = caseSchema.safeParse(value);
	if (!parsed.success) throw problemOf(parsed.error.issues[0] as z.core.$ZodIssue, value);
	refuseContradictions(parsed.data);
	return parsed.data;
}

function problemOf(issue: z.core.$ZodIssue, document: unknown): InputError {
	const path = pointer(issue.path);
	const given = valueAt(document, issue.path);
	if (issue.code === 'unrecognized_keys') {
		const key = issue.keys[0] as string;
		return new InputError(
			'unknown-key',
			path + pointer([key]),
			`unknown key ${shown(key)}; the schema lists the keys that are known (ussg schema case)`,
		);
	}
	if (given === undefined) return new InputError('missing', path, `missing; ${issue.message}`);
	const code = issue.code === 'too_big' || issue.code === 'too_small' ? 'out-of-range' : 'invalid-value';
	return new InputError(code, path, `${shown(given)} is not possible here; ${issue.message}`);
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], document);
}

/** What no edition's law is needed to see. */
function refuseContradictions(document: CaseDocument): void {
	const { statutoryMinimumMonths: minimum, statutoryMaximumMonths: maximum } = document;
	if (document.guideline === undefined && document.baseOffenseLevel === undefined) {
		throw new InputError(
			'missing',
			'/baseOffenseLevel',
			'missing; give a base offense level from 1 to 43, or "guideline": "2L1.2"',
		);
	}
	if (document.guideline === undefined && document.enhancements?.length) {
		throw new InputError(
			'guideline-needed',
			'/enhancements',
			'enhancements are characteristics of §2L1.2; give "guideline": "2L1.2", or use adjustments',
		);
	}
	if (document.criminalHistoryCategory === undefined && document.criminalHistoryPoints === undefined) {
		throw new InputError(
			'missing',
			'/criminalHistoryCategory',
			'missing; give criminalHistoryCategory ("I" to "VI") or criminalHistoryPoints',
		);
	}
	if (minimum !== undefined && maximum !== undefined && compareMonths(minimum, maximum) > 0) {
		throw new InputError(
			'minimum-above-maximum',
			'/statutoryMinimumMonths',
			`the minimum of ${shown(minimum)} is above the maximum of ${shown(maximum)} months; correct one of them`,
		);
	}
	const { offenseDate, sentencingDate } = document;
	if (offenseDate !== undefined && sentencingDate !== undefined && offenseDate > sentencingDate) {
		throw new InputError(
			'offense-after-sentencing',
			'/offenseDate',
			`${offenseDate} is after the sentencing date ${sentencingDate}; correct one of them`,
		);
	}
}
