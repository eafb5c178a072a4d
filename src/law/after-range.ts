// The shape of the tables of Chapter Five beside the range.
import * as z from 'zod';
import { categories } from '../case/category.ts';
import { offenseClasses } from '../case/offense-class.ts';
import { citation, date, levels, listedOffenses, provision, releaseFacts, version } from './table-fields.ts';

/** The shape of the tables on what the range decides besides imprisonment (Chapter Five), and on relief from a minimum. */

const zone = z.enum(['A', 'B', 'C', 'D']);
const years = z.int().min(0).max(5);
const dollars = z.int().min(0);
const offenseClassName = z.enum(offenseClasses);

const share = z.strictObject({ provision, halfOfMinimum: z.boolean(), leastMonths: z.int() });
const band = {
	provision,
	imprisonmentRequired: z.boolean(),
	probation: z.strictObject({ provision, confinement: z.boolean() }).optional(),
	split: share.optional(),
};

export const sentencingOptions = z.strictObject({
	...version,
	substitutes: z.strictObject({ probation: z.array(z.string()), split: z.array(z.string()) }),
	probationBarred: z.strictObject({
		classes: z.array(offenseClassName),
		byClass: provision,
		byStatute: provision,
		/** Probation and imprisonment are not imposed together. */
		withImprisonment: provision,
		citation,
	}),
	zeroPointOffender: z
		.strictObject({ provision, adjustment: provision, zones: z.array(zone), words: z.string(), citation })
		.optional(),
	bands: z.array(
		z.union([
			z.strictObject({ zone, ...band }),
			z.strictObject({ minimumFromMonths: z.int(), minimumToMonths: z.int().nullable(), ...band }),
		]),
	),
});

export const probationTerm = z.strictObject({
	...version,
	terms: z.array(z.strictObject({ fromLevel: z.int(), minimumYears: years, maximumYears: years, provision })),
	authorizedByStatute: z.array(
		z.strictObject({
			classes: z.array(offenseClassName),
			minimumYears: years,
			maximumYears: years,
			provision,
			citation,
		}),
	),
});

export const releaseOrder = z.strictObject({
	...version,
	requiredByStatute: provision,
	requiredAfter: z.strictObject({ moreThanMonths: z.int(), provision }).optional(),
	otherwise: z.strictObject({ order: z.enum(['may', 'should-if-warranted']), provision }),
	deportable: z.strictObject({ provision, citation }).optional(),
});

export const releaseTerm = z.strictObject({
	...version,
	whereStatuteRequires: z.strictObject({ minimumYears: years, maximumYears: years, provision, citation }).optional(),
	statutoryMinimum: provision,
	/** There where the maximums hold only as far as no statute provides otherwise. */
	statuteMayAllowMore: provision.optional(),
	terms: z.array(
		z.strictObject({ classes: z.array(offenseClassName), minimumYears: years, maximumYears: years, provision }),
	),
	/** Offenses whose term may run up to life, or for which the longest term is recommended. */
	longerTerms: z
		.array(
			z.strictObject({
				provision,
				offenses: listedOffenses,
				/** What the facts must show, beside the statute; and both in words. */
				needs: z.enum(releaseFacts),
				words: z.string(),
				upToLife: z.boolean(),
				/** The policy statement that recommends the longest term. */
				recommended: provision.optional(),
				citation,
			}),
		)
		.optional(),
});

export const fines = z.strictObject({
	...version,
	gainOrLoss: z.strictObject({ provision, words: z.string(), citation }).optional(),
	maximumNotBinding: z.strictObject({ provision, whereStatuteExceedsDollars: dollars, citation }),
	earlierOffenses: z.strictObject({ committedBefore: date, tableInForceOn: date, provision, citation }).optional(),
	rows: z.array(
		z.strictObject({
			offenseLevels: z.string(),
			lastLevel: z.int().nullable(),
			minimumDollars: dollars,
			maximumDollars: dollars,
		}),
	),
});

export const specialAssessment = z.strictObject({
	...version,
	rows: z.array(
		z.strictObject({
			offensesFrom: date,
			felonyDollars: dollars,
			misdemeanorDollars: z.strictObject({ A: dollars, B: dollars, C: dollars }),
			infractionDollars: dollars.nullable(),
		}),
	),
});

export const offenseClass = z.strictObject({
	...version,
	classes: z.array(
		z.strictObject({ class: offenseClassName, fromMonths: z.union([z.int(), z.literal('life')]), provision }),
	),
	/** What stood in place of the line of a class for offenses before a day. */
	earlierLines: z.array(
		z.strictObject({
			class: offenseClassName,
			fromMonths: z.int(),
			offensesBefore: date,
			provision,
			confidence: z.literal('unverified'),
			note: z.string(),
			citation,
		}),
	),
});

export const exemptOffenses = z.strictObject({ ...version, exemptClasses: z.array(offenseClassName) });

const criterion = z.strictObject({ provision, words: z.string() });

/** One version of the first criterion: what it counts, and for whom. */
const historyCriterion = z.strictObject({
	convictionsFrom: date.optional(),
	maximumPoints: z.int(),
	/** By the points of the single offense: which it leaves out of the count, and which it bars. */
	byOffense: z
		.strictObject({
			excludedPoints: z.int(),
			barredPoints: z.int(),
			/** The kinds of a prior that may be the violent offense of the statute, which has a definition of its own. */
			violent: z.strictObject({ barredPoints: z.int(), kinds: z.array(z.string()), provision, words: z.string() }),
		})
		.optional(),
	words: z.string(),
	provision,
	citation,
	confidence: z.literal('unverified').optional(),
});

export const safetyValve = z.discriminatedUnion('inForce', [
	z.strictObject({ ...version, inForce: z.literal(false), begins: date }),
	z.strictObject({
		...version,
		inForce: z.literal(true),
		begins: date,
		statute: provision,
		/** Convictions and adjustments under these speak against the criterion on weapons. */
		firearmStatutes: z.array(provision),
		firearmAdjustments: z.array(provision),
		history: z.array(historyCriterion).min(1),
		otherCriteria: z.strictObject({
			violenceOrWeapon: criterion,
			deathOrSeriousInjury: criterion,
			leaderOrContinuingEnterprise: criterion,
			truthfulDisclosure: criterion,
		}),
		floor: z
			.strictObject({
				provision,
				fromStatutoryMinimumMonths: z.int(),
				maximumPoints: z.int().optional(),
				leastLevel: levels.optional(),
				leastRange: z.strictObject({ minimumMonths: z.int(), maximumMonths: z.int() }).optional(),
				citation,
			})
			.optional(),
	}),
]);

export const substantialAssistance = z.strictObject({ ...version, statute: provision, words: z.string() });

/** Units in halves: `atMostHalfUnits` 3 is one and a half Units; null is any greater number. */
export const multipleCounts = z.strictObject({
	...version,
	/** Counts of one Group: the highest offense level among them. */
	sameGroup: z.strictObject({ provision, citation }),
	groups: z.array(z.strictObject({ upToLevelsLess: z.int().nullable(), halfUnits: z.int(), provision })),
	increases: z.array(z.strictObject({ units: z.string(), atMostHalfUnits: z.int().nullable(), levels })),
});

export const namedAdjustments = z.strictObject({
	...version,
	adjustments: z.array(
		z.strictObject({
			id: provision,
			/** Of those with the same word here only one counts. */
			excludes: z.string().optional(),
			/** The one to which this adds. */
			needs: provision.optional(),
			levels,
			leastLevel: z.strictObject({ level: z.int(), provision }).optional(),
			category: z.strictObject({ category: z.enum(categories), provision }).optional(),
			/** What the facts must show for it to count, always or beside another; the case does not say. */
			conditions: z
				.array(
					z.strictObject({
						beside: z.string().optional(),
						/** The one of the two that does not count otherwise; left out where that is this adjustment. */
						falls: z.string().optional(),
						says: z.string(),
						citation,
					}),
				)
				.optional(),
			description: z.string(),
			citation,
		}),
	),
});
