// The guidelines that an edition holds.
import type { Guideline } from './guideline-schema.ts';
import type { Law } from './schema.ts';

/** The version of a Chapter Two guideline in an edition: the newest that is not after it. Undefined where none is held or in force. */
export function guidelineIn(law: Law, section: string, effectiveDate: string): Guideline | undefined {
	const found = law.guidelines[section]?.findLast((version) => version.effectiveDate <= effectiveDate);
	return found?.inForce ? found : undefined;
}

/** The sections of Chapter Two that an edition holds as data, in the Manual's order. */
export const sectionsIn = (law: Law, effectiveDate: string): string[] =>
	Object.keys(law.guidelines).filter((section) => guidelineIn(law, section, effectiveDate) !== undefined);
