// The two Manuals that are weighed, and how a case is worked out under each.
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { ChosenEdition, Result } from '../../result/result.ts';
import type { Manuals } from './as-stated.ts';

export type CalculateUnder = (document: CaseDocument, edition: ChosenEdition) => Result;

/** The Manual in force at sentencing, and that of the offense date. */
export const manualsOf = (law: Law, atSentencing: ChosenEdition, atOffense: ChosenEdition): Manuals => ({
	from: provisionsOf(law, atSentencing.effectiveDate),
	to: provisionsOf(law, atOffense.effectiveDate),
});

/** A case with two dates, and what the Manual in force at sentencing makes of it. */
export interface Weighing {
	document: CaseDocument;
	law: Law;
	offenseDay: string;
	sentencingDay: string;
	/** The editions of those days; one that is not held has another in its place, and is not verified. */
	atOffense: ChosenEdition;
	atSentencing: ChosenEdition;
	later: Result;
	calculateUnder: CalculateUnder;
}
