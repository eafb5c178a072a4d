import type { CaseDocument } from '../../case/schema.ts';
import type { ChosenEdition } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Result } from '../result.ts';

export type CalculateUnder = (document: CaseDocument, edition: ChosenEdition) => Result;

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
