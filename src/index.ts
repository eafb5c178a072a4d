// The library: what a program may import.
import { type CalculateOptions, calculate as calculateUnderLaw } from './calculation/calculate.ts';
import { parseCase } from './case/parse.ts';
import type { CaseDocument } from './case/schema.ts';
import { bundledLaw } from './law/bundled.ts';
import type { Edition } from './law/schema.ts';
import type { Result } from './result/result.ts';

export { InputError } from './case/errors.ts';
export { parseCase } from './case/parse.ts';
export type { CalculateOptions, CaseDocument, Edition, Result };

/**
 * The guideline range of a case, with its steps, in months (§1B1.1). The document is checked as `parseCase` does.
 * Throws InputError, with the JSON pointer of the field, where it is wrong or cannot be answered in its edition.
 */
export function calculate(document: CaseDocument, options?: CalculateOptions): Result {
	return calculateUnderLaw(parseCase(document), bundledLaw, options);
}

/** The editions of the Guidelines Manual held, oldest first; `verified` is false where the text could not be read. */
export const editions: readonly Readonly<Edition>[] = Object.freeze(
	bundledLaw.editions.editions.map((edition) => Object.freeze({ ...edition })),
);
