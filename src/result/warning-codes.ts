// The codes of all warnings, and the unsettled questions among them.
/** Questions that the text leaves open or courts answer differently (tables/open-questions), each a warning of both outcomes. */
export const openQuestions = [
	'aggravated-felony-by-revocation',
	'aggravated-felony-not-said',
	'armed-career-category',
	'armed-career-early-disposition',
	'armed-career-third-level',
	'arrest-during-offense',
	'cap-receives-points',
	'career-offender-early-disposition',
	'career-offender-third-level',
	'cases-consolidated',
	'conduct-during-offense',
	'confined-after-commencement',
	'consecutive-terms',
	'expunged-conviction',
	'firearm-range-statutory-minimum',
	'foreign-felony',
	'frozen-list-felony',
	'frozen-list-foreign-window',
	'frozen-list-revocation',
	'juvenile-adjudication',
	'kinds-of-label',
	'member-of-single-sentence',
	'minimum-after-assistance',
	'minor-offense-thirty-days',
	'misdemeanor-drug-offense',
	'misdemeanor-over-one-year',
	'never-ordered-removed',
	'range-displaced-by-minimum',
	'release-after-term',
	'revocation-after-order',
	'revocation-after-removal',
	'revocation-before-first-removal',
	'revocation-not-mentioned',
	'revoked-after-supervision',
	'role-or-enterprise',
	'same-day',
	'same-occasion',
	'shared-revocation',
	'status-after-sentence',
	'status-against-dates',
	'status-any-sentence',
	'status-of-fine',
	'suspended-part',
	'term-not-served',
	'three-convictions',
	'traffic-stop',
	'violence-point-alone',
	'weapon-of-firearm-count',
	'wholly-suspended-drug-sentence',
] as const;

export type OpenQuestion = (typeof openQuestions)[number];

/** Codes that are given no more. They stay known, so that none of them ever comes to mean something else. */
const retired = ['editions-not-compared', 'enhancement-not-the-same', 'offense-date-not-given'] as const;

/** The range shown is not where the sentence starts, or a lower one may apply, or the sentence imposed is not lawful. */
const anotherRange = [
	'guidelines-do-not-apply',
	'sole-consecutive-count',
	'armed-career-criminal',
	'career-offender-firearm',
	'career-offender-possession',
	'second-or-subsequent-count',
	'sentence-above-maximum',
	'sentence-below-minimum',
	'one-book-undecided',
	'third-level-without-motion',
] as const;

/** Two things that the case gives do not fit each other, or the rules used are not those of its dates. */
const contradictions = [
	'points-below-increase',
	'edition-after-sentencing',
	'edition-not-of-dates',
	'edition-not-weighed',
	'history-of-one-manual',
	'reduction-before-edition',
	'reduction-not-of-amendment',
	'amendment-held-invalid',
	'safety-valve-death',
	'safety-valve-role',
	'safety-valve-points',
	'safety-valve-priors',
	'safety-valve-other-answers',
	'safety-valve-firearm',
	'relief-without-minimum',
	'least-level-not-applied',
	'removal-before-order',
	'offense-dates-differ',
	'release-before-sentence',
	'roles-opposed',
	'class-not-of-maximum',
] as const;

/** The law used was not checked, not held or not compared. */
const notVerified = ['edition-unverified', 'statute-unverified', 'statutes-as-of', 'table-cell-derived'] as const;

/** The range rests on something that the case does not say, and could be another. */
const supposed = [
	'mitigating-role-cap',
	'maximum-of-class',
	'maximum-of-counts',
	'same-harm-doubtful',
	'minimum-of-other-counts',
	'career-offender-maximum',
	'safety-valve-decrease',
	'safety-valve-floor',
	'zero-point-offender-count',
	'zero-point-offender-not-raised',
	'adjustment-condition',
	'acceptance-motion-assumed',
	'reduction-all-amendments',
	'reduction-levels-not-checked',
	'reduction-acceptance',
	'reduction-comparable-unknown',
	'reduction-consecutive-term',
	'substantial-assistance-range',
	'fast-track-not-illegal-reentry',
	'fast-track-policy',
] as const;

/** The range stands; something beside it must be read with care. */
const besideTheRange = [
	'safety-valve-departure',
	'release-fact-not-given',
	'relief-of-consecutive-term',
	'options-under-statutory-minimum',
	'level-beyond-table',
] as const;

/**
 * Every warning the program can give, the most serious first: the order in which an answer lists them. The codes are
 * part of the contract: never renamed, never reused. A warning says what is uncertain, between which results, and what
 * to do; it stands only in a case that it affects.
 */
export const warningCodes = [
	...anotherRange,
	...contradictions,
	...openQuestions,
	...notVerified,
	...supposed,
	...besideTheRange,
	...retired,
] as const;
