// The shape of every table, and the types of the law.
import * as z from 'zod';
import {
	exemptOffenses,
	fines,
	multipleCounts,
	namedAdjustments,
	offenseClass,
	probationTerm,
	releaseOrder,
	releaseTerm,
	safetyValve,
	sentencingOptions,
	specialAssessment,
	substantialAssistance,
} from './after-range.ts';
import {
	armedCareer,
	careerOffender,
	criminalHistory,
	criminalHistoryDefinitions,
	zeroPointOffender,
} from './chapter-four-schema.ts';
import { drugConversions, drugNames, drugQuantity, drugTiers } from './drug-schema.ts';
import type { editionsSchema } from './editions-schema.ts';
import type { Guideline, GuidelineVersion } from './guideline-schema.ts';
import { openQuestions } from './open-questions-schema.ts';
import { priorLabels } from './prior-labels-schema.ts';
import { coveredAmendments, reduction } from './retroactivity.ts';
import { sentencingTable } from './sentencing-table-schema.ts';
import { statutes, titleOfStatutes } from './statutes.ts';
import { statutoryIndex } from './statutory-index.ts';
import { citation, date, levels, notInForce, provision, version } from './table-fields.ts';
import { explanations } from './words-schema.ts';

/** The shape of every file in tables/. The build refuses a table that does not fit: above all one without its citation. */

const acceptance = z.strictObject({
	...version,
	decrease: z.strictObject({ levels, provision, citation }),
	additionalDecrease: z.discriminatedUnion('inForce', [
		notInForce,
		z.strictObject({
			inForce: z.literal(true),
			levels,
			fromLevel: z.int(),
			needsGovernmentMotion: z.boolean(),
			provision,
			citation,
		}),
	]),
});

/** Career offenders: their category, and the ranges of those convicted under 18 U.S.C. § 924(c) or § 929(a). */
const earlyDisposition = z.discriminatedUnion('inForce', [
	z.strictObject({
		...version,
		inForce: z.literal(false),
		kind: z.literal('departure'),
		maximumLevels: levels,
		begins: date,
	}),
	z.strictObject({
		...version,
		inForce: z.literal(true),
		kind: z.enum(['departure', 'adjustment']),
		maximumLevels: levels,
		needsGovernmentMotion: z.boolean(),
		/** What makes a case one of illegal reentry: its guideline, or a count under one of the statutes. */
		reentry: z.strictObject({ guideline: z.string(), statutes: z.array(provision).min(1), citation }),
		/** What the Department of Justice offers, from one day until another: in our own words, for a case of illegal reentry and for any other. */
		policies: z.array(
			z.strictObject({
				from: date,
				until: date.optional(),
				/** Left out where it leaves nothing open. */
				reentry: z.string().min(2).optional(),
				other: z.string().min(2),
				citation,
				confidence: z.literal('unverified').optional(),
			}),
		),
	}),
]);

/** What a mitigating role makes of the base offense level of a drug or chemical quantity table. */
const mitigatingRoleCap = z.discriminatedUnion('inForce', [
	z.strictObject({ ...version, inForce: z.literal(false), begins: date }),
	z.strictObject({
		...version,
		inForce: z.literal(true),
		/** The adjustment on which it turns, and the part of it that is for a minimal participant. */
		role: provision,
		minimalRole: provision,
		/** Counts that go to one of the guidelines. */
		drugStatutes: z.array(provision).min(1),
		/** The levels of the quantity table from which it takes something. */
		quantityLevels: z.array(levels).min(1),
		guidelines: z.array(
			z.strictObject({
				guideline: z.string(),
				provision,
				/** The highest first: the level from which a row applies, and what it takes off or the level it leaves. */
				rows: z.array(
					z.strictObject({ fromLevel: levels, decrease: levels.exactOptional(), toLevel: levels.exactOptional() }),
				),
				minimalRoleAtMost: levels.exactOptional(),
				citation,
			}),
		),
	}),
]);

const statutoryLimits = z.strictObject({
	...version,
	maximumBecomesSentence: provision,
	minimumBecomesSentence: provision,
	maximumCapsHighEnd: provision,
	minimumRaisesLowEnd: provision,
});

const applicationOrder = z.strictObject({
	...version,
	baseOffenseLevel: provision,
	adjustments: provision,
	criminalHistory: provision,
	range: provision,
});

const oneBook = z.strictObject({
	...version,
	exPostFacto: provision,
	/** One book in its entirety, with later amendments that only clarify it. */
	entirety: provision.optional(),
	/** Of two offenses, before and after a revised Manual took effect; and the day that controls. In our own words. */
	severalOffenses: z.strictObject({ provision, description: z.string().min(2), citation }).optional(),
	controllingDate: z.strictObject({ provision, description: z.string().min(2), citation }).optional(),
	/** The decision that a higher range of a later Manual may not be used. */
	holding: z.strictObject({ case: z.string().min(2), citation }),
	confidence: z.literal('unverified').optional(),
});

/** One entry a folder of tables/: the name of the folder and the shape of its files. */
export const tableSchemas = {
	'1B1.1': applicationOrder,
	'1B1.9': exemptOffenses,
	'1B1.10': reduction,
	'1B1.11': oneBook,
	'3D1.4': multipleCounts,
	'3E1.1': acceptance,
	'4A1.1': criminalHistory,
	'4A1.2': criminalHistoryDefinitions,
	'4B1.1': careerOffender,
	'4B1.4': armedCareer,
	'4C1.1': zeroPointOffender,
	'5B1.2': probationTerm,
	'5C1.1': sentencingOptions,
	'5C1.2': safetyValve,
	'5D1.1': releaseOrder,
	'5D1.2': releaseTerm,
	'5E1.2': fines,
	'5G1.1': statutoryLimits,
	'5K1.1': substantialAssistance,
	'chapter-three': namedAdjustments,
	'covered-amendments': coveredAmendments,
	'drug-conversions': drugConversions,
	'drug-names': drugNames,
	'drug-quantity': drugQuantity,
	'drug-tiers': drugTiers,
	'early-disposition': earlyDisposition,
	'mitigating-role-cap': mitigatingRoleCap,
	'offense-class': offenseClass,
	'open-questions': openQuestions,
	'prior-labels': priorLabels,
	explanations,
	'sentencing-table': sentencingTable,
	'special-assessment': specialAssessment,
	statutes,
	'statutes-8': titleOfStatutes,
	'statutes-18': titleOfStatutes,
	'statutes-21': titleOfStatutes,
	'statutory-index': statutoryIndex,
};

export type TableName = keyof typeof tableSchemas;
export type Tables = { [Name in TableName]: z.infer<(typeof tableSchemas)[Name]>[] };
/** The version of every provision that one edition holds. */
export type Provisions = { [Name in TableName]: Tables[Name][number] } & {
	/** A Chapter Two guideline, by its section; undefined where the edition has none or it is not held. */
	guideline(section: string | undefined): Guideline | undefined;
	/** By how many levels amendments after the sentence change the level of drugs. */
	drugLevels?: number;
};
type Editions = z.infer<typeof editionsSchema>;
export type Edition = Editions['editions'][number];
export type SentencingTable = Tables['sentencing-table'][number];

/** Everything the calculation knows of the law: the content of tables/, oldest version first, and its digest. */
export interface Law {
	digest: string;
	editions: Editions;
	tables: Tables;
	/** The versions of each Chapter Two guideline held, oldest first, by its section: `2L1.1`. */
	guidelines: Record<string, GuidelineVersion[]>;
}
