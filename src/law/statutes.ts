// The shape of the tables of statutes.
import * as z from 'zod';
import { offenseClasses } from '../case/offense-class.ts';
import { citation, date, listedOffenses, provision, releaseFacts, version } from './table-fields.ts';

const months = z.union([z.int().min(0), z.literal('life')]);
const statuteId = z.string().regex(/^\d+:\d+[A-Z]?(\([a-zA-Z0-9]+\))*$/);
const circumstance = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** For which offenses a row is good, and from which of them on its text was read: for an earlier one it is unverified. */
const span = {
	offensesFrom: date,
	offensesBefore: date.optional(),
	verifiedFrom: date.optional(),
	authority: z.string().min(2),
	confidence: z.literal('unverified').optional(),
	note: z.string().optional(),
};

/** The penalties of the statutes of one title: a row for each that the Code prints, in each span of offense dates. */
export const titleOfStatutes = z.strictObject({
	...version,
	penalties: z.array(
		z.strictObject({
			id: statuteId,
			/** What sets it apart from the plain form of the offense. */
			circumstance: circumstance.optional(),
			provision,
			description: z.string(),
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
			/** There where nobody but a minor can be the victim. */
			victim: z.literal('minor').optional(),
			safetyValve: z.boolean().optional(),
			...span,
		}),
	),
	/** The fines that a statute sets itself, for an individual; for the statutes that stand in no row it is that of title 18. */
	fines: z.array(
		z.strictObject({
			id: statuteId,
			circumstances: z.array(z.union([z.literal('none'), circumstance])),
			dollars: z.int().min(1),
			...span,
		}),
	),
});

/** A statute whose penalties are those of another, its object; or a multiple of them. */
const objectStatute = z.strictObject({
	id: statuteId,
	provision,
	description: z.string(),
	/** The beginnings of the ids that can be its object. */
	objects: z.array(z.string()).min(1),
	/** The circumstances of the object that it allows, "none" for the plain form; all, where they do not stand here. */
	circumstances: z.array(z.string()).optional(),
	/** How many times the maximum, the least term of supervised release and the fine of the object. */
	times: z.strictObject({ maximum: z.int(), supervisedRelease: z.int(), fine: z.int() }).optional(),
	/** Whatever the multiple comes to. */
	maximumMonths: months.optional(),
	/** The least term, where that of the object is less. */
	minimumMonths: z.int().optional(),
	/** A circumstance of its own in which that least term does not apply. */
	noMinimum: circumstance.optional(),
	probationPrecluded: z.enum(['always', 'with-minimum']).optional(),
	safetyValve: z.boolean().optional(),
	...span,
});

/** What holds of statutes of conviction of any title. */
export const statutes = z.strictObject({
	...version,
	/** As of when the Code was read, and what is known to have changed since. */
	codeRead: z.strictObject({
		words: z.string(),
		lastDay: date,
		unverifiedNote: z.string(),
		changesSince: z.array(z.strictObject({ offensesFrom: date, statutes: z.array(z.string()), words: z.string() })),
		citation,
	}),
	objectStatutes: z.array(objectStatute),
	/** Sections that say what is forbidden, and the rows of their penalties. */
	punishedBy: z.array(z.strictObject({ id: statuteId, rows: z.array(statuteId).min(1), citation })),
	/** Statutes that have no penalties of their own, or none apart from another: what to name in their place. */
	penaltiesElsewhere: z.array(z.strictObject({ id: z.string(), remedy: z.string(), citation })),
	/** The statutes to which the safety valve extends, for a count whose statute has no row. */
	safetyValve: z.strictObject({ statutes: z.array(provision), citation }),
	/** The offenses that 18 U.S.C. § 2332b(g)(5)(B) lists. */
	terrorism: z.strictObject({ statutes: z.array(provision), citation }),
	/** Longer terms of supervised release than those of the class, by the date of the offense. */
	supervisedRelease: z.array(
		z.strictObject({
			provision,
			offenses: listedOffenses,
			offensesFrom: date,
			offensesBefore: date.optional(),
			minimumMonths: z.int().optional(),
			maximumMonths: z.literal('life'),
			/** What the facts must show, beside the statute. */
			needs: z.enum(releaseFacts).optional(),
			citation,
		}),
	),
	/** What commands a term that runs after every other, and sets it apart from the sentence on other counts. */
	consecutiveTerms: z.array(z.strictObject({ statute: provision, provision, citation })),
	/** The counts that were second or subsequent ones beside a first of the same case, and the row of their term as such. */
	subsequentCounts: z.strictObject({
		citation,
		rows: z.array(z.strictObject({ first: z.string(), subsequent: z.string() })),
	}),
	/** The statutes under which no offense is the violent or drug offense that §4B1.1 asks for. */
	noCareerOffense: z.strictObject({ provision, statutes: z.array(provision), citation }),
	/** Whose fine goes by the underlying offense alone, oldest edition first, and what says that there is no range without one. */
	fineBesideTerm: z.array(
		z.strictObject({ statutes: z.array(provision), from: date, provision, commentary: provision, citation }),
	),
	/** What makes a term that the statute requires the sentence on its count, where no guideline of Chapter Two speaks of it. */
	statutoryTerm: z.strictObject({ provision, citation }),
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
});
