import { longDate } from '../case/dates.ts';
import type { ChosenEdition } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';

/**
 * Every warning the program can give. The codes are part of the contract: never renamed, never reused.
 * A warning marks what a reader of the range must know and the range alone does not show.
 */
export const warningCodes = [
	'acceptance-motion-assumed',
	'edition-unverified',
	'editions-not-compared',
	'enhancement-not-the-same',
	'fast-track-not-illegal-reentry',
	'level-beyond-table',
	'relief-without-minimum',
	'table-cell-derived',
] as const;

export type WarningCode = (typeof warningCodes)[number];

export interface Warning {
	code: WarningCode;
	message: string;
}

/** Says loudly that the Manual in force could not be verified, and which stands in for it. */
export function editionWarnings(edition: ChosenEdition, law: Law): Warning[] {
	if (edition.verified) return [];
	const unverified = law.editions.editions.find((candidate) => !candidate.verified);
	return [
		{
			code: 'edition-unverified',
			message: `the Manual of ${longDate(unverified?.effectiveDate ?? '')} could not be verified (${unverified?.citation}); this is the law of ${longDate(edition.effectiveDate)}. Check every number against the Manual in force`,
		},
	];
}
