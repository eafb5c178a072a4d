import * as z from 'zod';
import { circumstances, offenseClasses } from '../case/offense-class.ts';
import { citation, date, provision, version } from './table-fields.ts';

const months = z.union([z.int().min(0), z.literal('life')]);

/** The penalties of statutes of conviction, a row for each span of offense dates with penalties of its own. */
export const statutes = z.strictObject({
	...version,
	penalties: z.array(
		z.strictObject({
			id: z.string().regex(/^\d+:\d+[A-Z]?(\([a-zA-Z0-9]+\))*$/),
			circumstance: z.enum(circumstances).optional(),
			provision,
			description: z.string(),
			offensesFrom: date,
			offensesBefore: date.optional(),
			minimumMonths: months.optional(),
			maximumMonths: months,
			offenseClass: z.enum(offenseClasses),
			/** What a later law makes of it for a sentence imposed from that day on, whatever the day of the offense. */
			sentencedFrom: z
				.strictObject({
					date,
					minimumMonths: months,
					description: z.string().optional(),
					authority: z.string().min(2),
					note: z.string(),
				})
				.optional(),
			/** What to know of a later law wherever the sentence may be imposed from that day on. */
			laterLaw: z.strictObject({ sentencedFrom: date, note: z.string() }).optional(),
			consecutive: z.boolean().optional(),
			mayRunTogether: provision.optional(),
			probationPrecluded: z.boolean().optional(),
			supervisedReleaseMinimumMonths: z.int().optional(),
			safetyValve: z.boolean().optional(),
			authority: z.string().min(2),
			confidence: z.literal('unverified').optional(),
			note: z.string().optional(),
		}),
	),
	/** Statutes that have no penalties of their own, or none apart from another: what to name in their place. */
	penaltiesElsewhere: z.array(z.strictObject({ id: z.string(), remedy: z.string(), citation })),
	/** What commands a term that runs after every other, and sets it apart from the sentence on other counts. */
	consecutiveTerms: z.array(z.strictObject({ statute: provision, provision, citation })),
	/** The counts that were second or subsequent ones beside a first of the same case, and the row of their term as such. */
	subsequentCounts: z.strictObject({
		citation,
		rows: z.array(z.strictObject({ first: z.string(), subsequent: z.string() })),
	}),
	/** The statutes under which no offense is the violent or drug offense that §4B1.1 asks for. */
	noCareerOffense: z.strictObject({ provision, statutes: z.array(provision), citation }),
	/** The guidelines that make the term of a consecutive count the guideline sentence, by the section of the statute, oldest edition first. */
	consecutiveGuidelines: z.array(
		z.strictObject({
			section: z.string(),
			from: date,
			provision,
			/** What of the Manual it leaves out for that count, where it says so. */
			excludes: z.string().optional(),
			citation,
		}),
	),
	/** The guidelines under which no statute sets a fine of its own. */
	guidelinesOfOrdinaryFines: z.array(z.strictObject({ guideline: z.string(), citation })),
	/** What title 18 allows for one count where the statute sets nothing more, for an individual and no death; or, if more, by gain or loss. */
	ordinaryFines: z.array(
		z.strictObject({
			classes: z.array(z.enum(offenseClasses)),
			dollars: z.int().min(1),
			provision,
			orGainOrLoss: provision,
			authority: z.string().min(2),
		}),
	),
	/** The fines that a statute sets itself, for an individual; for the statutes that stand in no row it is that of title 18. */
	fines: z.array(
		z.strictObject({
			id: z.string(),
			circumstances: z.array(z.enum(['none', ...circumstances])),
			offensesFrom: date,
			offensesBefore: date.optional(),
			dollars: z.int().min(1),
			authority: z.string().min(2),
			confidence: z.literal('unverified').optional(),
			note: z.string().optional(),
		}),
	),
});
