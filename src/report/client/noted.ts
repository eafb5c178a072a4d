// How a sentence for the client leads to the rules behind it.
import { termsApart } from '../../calculation/total-range/whole-range.ts';
import type { Result } from '../../result/result.ts';

/** A sentence with the number of the note that names its rules. */
export type Noted = (sentence: string, rules: readonly string[]) => string;

/** The terms that run after the range, where they are no part of it. */
export const apartOf = (result: Result) => (result.totalRange === undefined ? termsApart(result) : undefined);
