// Warning: the Manual in force was not verified.
import { longDate } from '../../case/dates.ts';
import type { Law } from '../../law/schema.ts';
import type { ChosenEdition, Warning } from '../../result/result.ts';

/** Says loudly that the Manual in force could not be verified, and which stands in for it. */
export function editionWarnings(edition: ChosenEdition, law: Law): Warning[] {
	if (edition.verified) return [];
	const unverified = law.editions.editions.find((candidate) => !candidate.verified);
	return [
		{
			code: 'edition-unverified',
			message: `The Manual of ${longDate(unverified?.effectiveDate ?? '')} was not verified (${unverified?.citation}). The range shown is that of the Manual of ${longDate(edition.effectiveDate)}. Check every number against the Manual in force.`,
		},
	];
}
