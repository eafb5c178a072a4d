// Whether a case is one of illegal reentry.
import type { CaseDocument } from './schema.ts';

/** Whether the guideline of the case is the one on illegal reentry, whose enhancements turn on priors and removals. */
export const isReentry = ({ guideline }: CaseDocument): boolean => guideline === '2L1.2';
