// The shape of the drug tables.
import * as z from 'zod';
import { citation, date, provision, version } from './table-fields.ts';

/** The shape of the drug tables of §2D1.1: the Drug Quantity Table, and the tables that convert one drug to another. */

/** An exact decimal: weights are never floating point. */
const decimal = z.string().regex(/^(0|[1-9]\d*)(\.\d*[1-9])?$/, 'a decimal, such as "28.35"');
const substance = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'the id of a substance, such as "cocaine-base"');
/** The substance itself and not the mixture it is in, or methamphetamine of high purity; the mixture where none is named. */
const form = z.enum(['actual', 'ice']).optional();
const offenseLevel = z.int().min(1).max(43);

/** A column of the Drug Quantity Table: the amount from which each level applies, the greatest first. */
const column = z
	.strictObject({
		substance,
		form,
		measure: z.enum(['grams', 'units', 'plants']),
		/** `through` only where the printed row ends before the next one begins (1987): the last amount it names. */
		rows: z.array(z.strictObject({ level: offenseLevel, from: decimal, through: decimal.optional() })).min(1),
		citation,
	})
	.refine(
		({ rows }) => rows.every((row, at) => at === 0 || Number(row.from) < Number(rows[at - 1]?.from)),
		'the greatest amount first',
	);

/** The Drug Quantity Table of §2D1.1(c), with its notes. */
export const drugQuantity = z.strictObject({
	...version,
	columns: z.array(column).min(1),
	/** Of a mixture and the substance itself in it, the greater level applies. */
	greaterOf: z.strictObject({ substances: z.array(substance).min(1), provision, citation }),
	/** From what purity a mixture of methamphetamine is "Ice". */
	ice: z.strictObject({ substance, purityPercent: decimal, provision, citation }).optional(),
	/** What a plant weighs, by how many there are, where plants have no column of their own. The greatest number first. */
	plants: z
		.strictObject({
			substance,
			rows: z.array(z.strictObject({ fromPlants: z.int().min(1), grams: decimal })).min(1),
			provision,
			citation,
		})
		.optional(),
	/** What a dose on a carrier medium weighs. */
	dose: z.strictObject({ substance, grams: decimal, provision, citation }).optional(),
});

/** One line of a conversion table: so many grams of marihuana, or of converted drug weight, for one gram, unit or milliliter. */
const conversion = z.strictObject({
	substance,
	form,
	per: z.enum(['gram', 'unit', 'milliliter', 'plant']),
	grams: decimal,
	citation: citation.optional(),
});

const conversionGroup = z.strictObject({
	id: substance,
	title: z.string().min(2),
	/** The least level for any of them, alone or with others. `with` names the groups with which alone it holds. */
	leastLevel: z.strictObject({ level: offenseLevel, with: z.array(substance).optional(), citation }).optional(),
	/** The most that these groups convert to together. */
	most: z.strictObject({ grams: decimal, of: z.array(substance).min(1), citation }).optional(),
	conversions: z.array(conversion).min(1),
});

/** The conversion tables in the commentary to §2D1.1. */
export const drugConversions = z.strictObject({
	...version,
	/** What the sum of several drugs is called in the edition. */
	sum: z.enum(['marihuana', 'converted-drug-weight']),
	groups: z.array(conversionGroup).min(1),
	/** Cocaine base with other drugs, where a gram of it converts by the level of the cocaine base alone (2007). */
	byLevel: z
		.strictObject({
			substance,
			/** The group whose least level and limits hold for it. */
			group: substance,
			rows: z.array(z.strictObject({ level: offenseLevel, grams: decimal })).min(1),
			citation,
		})
		.optional(),
	/** Levels taken off where one of several drugs is this one (2008), and the amounts of it for which they are not. */
	combined: z
		.strictObject({
			substance,
			levels: z.int(),
			exceptGramsFrom: decimal,
			exceptGramsBelow: decimal,
			citation,
		})
		.optional(),
	/** What a dose, pill or capsule typically weighs, where its weight is not known. */
	typicalWeights: z.array(z.strictObject({ substance, form, grams: decimal })),
	typicalWeightsCitation: citation.optional(),
	/** The Manual's own factors. */
	measures: z.array(z.strictObject({ unit: z.enum(['oz', 'lb']), grams: decimal })),
	measuresCitation: citation.optional(),
});

/** Our own list of substances: what each is called, by the edition and by people. */
export const drugNames = z.strictObject({
	...version,
	substances: z.array(
		z.strictObject({ id: substance, name: z.string().min(2), alsoCalled: z.array(z.string().min(1)).optional() }),
	),
});

const statuteId = z.string().regex(/^21:\d+[a-z]?(\([a-zA-Z0-9]+\))+$/, 'a count, such as "21:841(b)(1)(A)"');

/** An amount of one drug from which a subparagraph holds, for offenses of a time. */
const threshold = z.strictObject({
	substance,
	form,
	measure: z.enum(['grams', 'plants']),
	from: decimal,
	offensesFrom: date,
	offensesBefore: date.optional(),
	authority: z.string().min(2),
	confidence: z.literal('unverified').optional(),
});

/** Which subparagraph of the drug statutes a charged quantity comes under (21 U.S.C. §§ 841(b), 960(b)), each drug by itself. */
export const drugTiers = z.strictObject({
	...version,
	statutes: z.array(
		z.strictObject({
			id: statuteId,
			/** The heaviest first. */
			tiers: z.array(z.strictObject({ id: statuteId, thresholds: z.array(threshold).min(1) })).min(1),
			/** The subparagraph of schedules I and II below every threshold, and the groups of the conversion tables that it is for. */
			otherwise: statuteId,
			otherwiseGroups: z.array(substance).min(1),
			/** That of small amounts of marihuana and its kin. */
			light: z.strictObject({
				id: statuteId,
				limits: z.array(z.strictObject({ substance, measure: z.enum(['grams', 'plants']), below: decimal })).min(1),
			}),
			/** Those of the other schedules. */
			classes: z.array(z.strictObject({ id: statuteId, substances: z.array(substance).min(1) })),
		}),
	),
});

export type DrugTiers = z.infer<typeof drugTiers>;
export type DrugQuantityTable = z.infer<typeof drugQuantity>;
export type DrugConversions = z.infer<typeof drugConversions>;
export type DrugNames = z.infer<typeof drugNames>;
