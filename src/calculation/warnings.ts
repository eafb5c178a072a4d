import { longDate } from '../case/dates.ts';
import type { ChosenEdition } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';

/**
 * Questions that the text leaves open or that courts answer differently. Each is also the code of the warning that
 * names both outcomes; their words and sources stand in tables/open-questions.
 */
export const openQuestions = [
	'aggravated-felony-not-said',
	'arrest-during-offense',
	'cap-receives-points',
	'career-offender-early-disposition',
	'career-offender-third-level',
	'cases-consolidated',
	'conduct-during-offense',
	'confined-after-commencement',
	'consecutive-terms',
	'expunged-conviction',
	'foreign-felony',
	'frozen-list-felony',
	'frozen-list-foreign-window',
	'frozen-list-revocation',
	'juvenile-adjudication',
	'member-of-single-sentence',
	'minimum-after-assistance',
	'minor-offense-thirty-days',
	'misdemeanor-drug-offense',
	'misdemeanor-over-one-year',
	'never-ordered-removed',
	'range-displaced-by-minimum',
	'revocation-after-order',
	'revocation-after-removal',
	'revocation-before-first-removal',
	'revocation-not-mentioned',
	'role-or-enterprise',
	'same-day',
	'same-occasion',
	'shared-revocation',
	'status-any-sentence',
	'suspended-part',
	'three-convictions',
	'traffic-stop',
	'violence-point-alone',
	'wholly-suspended-drug-sentence',
] as const;

export type OpenQuestion = (typeof openQuestions)[number];

/**
 * Every warning the program can give. The codes are part of the contract: never renamed, never reused.
 * A warning marks what a reader of the range must know and the range alone does not show.
 */
export const warningCodes = [
	'acceptance-motion-assumed',
	'adjustment-condition',
	'amendment-held-invalid',
	'armed-career-criminal',
	'career-offender-firearm',
	'career-offender-maximum',
	'career-offender-possession',
	'class-not-of-maximum',
	'edition-after-sentencing',
	'edition-not-of-dates',
	'edition-unverified',
	'editions-not-compared',
	'enhancement-not-the-same',
	'fast-track-not-illegal-reentry',
	'guidelines-do-not-apply',
	'least-level-not-applied',
	'level-beyond-table',
	'maximum-of-class',
	'offense-date-not-given',
	'offense-dates-differ',
	'options-under-statutory-minimum',
	'points-below-increase',
	'reduction-acceptance',
	'reduction-all-amendments',
	'reduction-before-edition',
	'reduction-comparable-unknown',
	'reduction-consecutive-term',
	'reduction-not-of-amendment',
	'relief-of-consecutive-term',
	'relief-without-minimum',
	'removal-before-order',
	'roles-opposed',
	'safety-valve-death',
	'safety-valve-departure',
	'safety-valve-firearm',
	'safety-valve-floor',
	'safety-valve-other-answers',
	'safety-valve-points',
	'safety-valve-priors',
	'safety-valve-role',
	'second-or-subsequent-count',
	'sentence-above-maximum',
	'sentence-below-minimum',
	'sole-consecutive-count',
	'statute-unverified',
	'substantial-assistance-range',
	'table-cell-derived',
	'zero-point-offender-count',
	'zero-point-offender-not-raised',
	...openQuestions,
] as const;

type WarningCode = (typeof warningCodes)[number];

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
