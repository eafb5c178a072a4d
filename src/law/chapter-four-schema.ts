// The shape of the tables of Chapter Four.
import * as z from 'zod';
import { categories } from '../case/category.ts';
import { durationPattern } from '../case/durations.ts';
import { cell, citation, levels, notInForce, provision, version } from './table-fields.ts';

/** The shapes of the tables behind Chapter Four: points, their definitions, career and zero-point offenders. */

const points = z.int().min(1);
const years = z.int().min(1);
const duration = z.string().regex(durationPattern, 'a term such as "13 months"');

/** A test of the length of a sentence: inclusive (`atLeast`, `atMost`) or exclusive (`exceeds`), as the text says. */
export const lengthTest = z.union([
	z.strictObject({ exceeds: duration }),
	z.strictObject({ atLeast: duration }),
	z.strictObject({ atMost: duration }),
]);

const ended = z.strictObject({ inForce: z.literal(false), citation });

export const criminalHistory = z.strictObject({
	...version,
	/** In the order of the text: the first whose length test a sentence meets scores it. */
	sentences: z.array(
		z.strictObject({ provision, points, length: lengthTest.optional(), most: points.optional(), citation }),
	),
	crimesOfViolence: z.discriminatedUnion('inForce', [
		ended,
		z.strictObject({
			inForce: z.literal(true),
			provision,
			points,
			most: points,
			kinds: z.array(z.string()),
			otherMustBeViolent: z.boolean(),
			notSameOccasion: z.boolean(),
			citation,
		}),
	]),
	status: z.strictObject({
		provision,
		points,
		fromPoints: z.int().min(0),
		ofSentencesThatCount: z.enum(['stated', 'open']),
		citation,
	}),
	recency: z.discriminatedUnion('inForce', [
		ended,
		z.strictObject({
			inForce: z.literal(true),
			provision,
			points,
			pointsWithStatus: points,
			withinYears: years,
			ofSentencesWith: points,
			citation,
		}),
	]),
});

const youthRule = { provision, years, scoredUnder: provision };

export const criminalHistoryDefinitions = z.strictObject({
	...version,
	/** In the order of the text: the first whose length test a sentence meets bounds it. */
	periods: z.array(
		z.strictObject({
			provision,
			length: lengthTest.optional(),
			years,
			reachedByIncarceration: z.boolean(),
			citation,
		}),
	),
	outsidePeriods: provision,
	underEighteen: z.strictObject({
		age: z.int(),
		adult: z.strictObject({ provision, length: lengthTest }),
		confinement: z.strictObject({ ...youthRule, length: lengthTest }),
		other: z.strictObject(youthRule),
		citation,
	}),
	multipleSentences: z.strictObject({
		rule: z.enum(['related-cases', 'single-sentence']),
		interveningArrestSeparates: z.boolean(),
		trafficStop: z.enum(['open', 'no-arrest']),
		memberScoresAlone: z.enum(['open', 'stated']),
		provision,
		citation,
	}),
	neverCounted: z.array(
		z.strictObject({
			kind: z.enum(['foreign', 'tribal', 'expunged', 'minor-offense']),
			provision,
			reason: z.string(),
			countedFrom: lengthTest.optional(),
			citation,
		}),
	),
	revocations: z.strictObject({ provision, citation }),
	revocationOfSeveral: z.discriminatedUnion('inForce', [
		ended,
		z.strictObject({ inForce: z.literal(true), provision, citation }),
	]),
});

export const careerOffender = z.strictObject({
	...version,
	/** Greatest first: the first whose months the offense statutory maximum reaches. */
	table: z.array(z.strictObject({ fromMonths: z.union([z.int().min(1), z.literal('life')]), level: levels })),
	levelProvision: provision,
	tableCitation: citation,
	category: z.enum(categories),
	acceptance: z.discriminatedUnion('reduction', [
		z.strictObject({ reduction: z.literal('none'), citation }),
		z.strictObject({ reduction: z.literal('fixed'), levels, citation }),
		z.strictObject({ reduction: z.literal('as-earned'), citation }),
	]),
	predicates: z.strictObject({
		number: z.int().min(1),
		grade: z.enum(['felony', 'misdemeanor']),
		kinds: z.array(z.string()),
		provision,
		citation,
	}),
	statutoryMaximum: z.strictObject({
		priorRecordIncreases: z.enum(['included', 'excluded', 'not-stated']),
		/** The decision that held it contrary to the statute, where one did. */
		heldInvalid: z.string().min(2).optional(),
		citation,
	}),
	/** What lets the greatest maximum of several counts decide; and the statutes under which every offense is a drug offense. */
	greatestCount: z.strictObject({ statutes: z.array(provision), provision, citation }).optional(),
	/** The statutes of unlawful possession of a firearm by a felon, which is no crime of violence, save of the firearms of another. */
	felonInPossession: z
		.strictObject({ statutes: z.array(provision), unlessFirearmOf: provision.optional(), provision, citation })
		.optional(),
	/** The statutes under which a count neither makes a career offender nor sets the level. */
	excludedCounts: z.strictObject({ statutes: z.array(provision), provision, citation }).optional(),
	/** The ranges for 18 U.S.C. § 924(c) and 929(a) counts, by levels of acceptance. */
	firearmRanges: z
		.strictObject({
			provision,
			/** The table where there is no other count; beside others their range with the term added, or the table, whichever is greater. */
			onlyCount: provision,
			termAdded: provision,
			ofTable: provision,
			greater: provision,
			/** Which range the other counts have where none of them makes a career offender. */
			otherCountsAlone: provision,
			statutes: z.array(provision),
			citation,
			rows: z.array(z.strictObject({ acceptanceLevels: levels, cell })),
		})
		.optional(),
});

const leastOfArmedCareer = {
	level: levels,
	levelProvision: provision,
	category: z.enum(categories),
	categoryProvision: provision,
};

/** Armed career criminals (§4B1.4): the least level and category, and the greater ones where the firearm went with another crime. */
export const armedCareer = z.discriminatedUnion('inForce', [
	notInForce.extend(version),
	z.strictObject({
		...version,
		inForce: z.literal(true),
		/** Who is subject to an enhanced sentence under it is an armed career criminal. */
		statute: provision,
		appliesTo: provision,
		/** The level and the category otherwise applicable, where one of them is the greatest. */
		greatest: z.strictObject({
			chaptersTwoAndThree: provision,
			careerOffender: provision,
			category: provision,
			citation,
		}),
		otherwise: z.strictObject({ ...leastOfArmedCareer, citation }),
		connected: z.strictObject({ ...leastOfArmedCareer, words: z.string(), citation }),
		acceptance: z.discriminatedUnion('reduction', [
			z.strictObject({ reduction: z.literal('fixed'), levels, citation }),
			z.strictObject({ reduction: z.literal('as-earned'), citation }),
		]),
		/** The statutes beside whose sentence the greater ones do not apply. */
		notConnectedBeside: z.strictObject({ provision, statutes: z.array(provision), citation }).optional(),
	}),
]);

export const zeroPointOffender = z.discriminatedUnion('inForce', [
	notInForce.extend(version),
	z.strictObject({
		...version,
		inForce: z.literal(true),
		decrease: z.strictObject({ levels, provision, noPoints: provision }),
		criteria: z.array(
			z.strictObject({
				criterion: z.string(),
				provision,
				bars: z.string(),
				/** The adjustments whose application meets the criterion. */
				adjustments: z.array(provision).optional(),
				/** The statutes whose conviction meets the criterion. */
				statutes: z.array(provision).optional(),
				citation,
			}),
		),
		onlyTogether: z
			.strictObject({ criteria: z.array(z.string()), citation, confidence: z.literal('unverified').optional() })
			.optional(),
	}),
]);
