// The shape of the tables on reductions (§1B1.10).
import * as z from 'zod';
import { citation, date, levels, provision, version } from './table-fields.ts';

/** The shape of the tables on reduction of a sentence after an amendment (§1B1.10). */

export const reduction = z.discriminatedUnion('inForce', [
	z.strictObject({ ...version, inForce: z.literal(false), begins: date }),
	z.strictObject({
		...version,
		inForce: z.literal(true),
		list: provision,
		authority: provision,
		noListedAmendment: provision,
		notLowered: provision,
		/** Whether the other amendments since sentencing count too, or only the listed ones. */
		amendedRange: z.strictObject({ onlyListedAmendments: z.boolean(), provision }),
		/** The drop of the top of the range, in months, without which nothing is authorized; and the most a term can fall. */
		topOfRange: z.strictObject({ leastDropMonths: z.int(), provision }).optional(),
		notBelowAmendedMinimum: provision.optional(),
		comparableReduction: z
			.strictObject({
				only: z.enum(['any-term-below-range', 'departure', 'substantial-assistance']),
				provision,
				/** There where a further reduction after a variance (18 U.S.C. § 3553(a), Booker) is generally not appropriate. */
				afterVariance: provision.optional(),
			})
			.optional(),
		timeServed: provision.optional(),
		withoutStatutoryMinimum: provision.optional(),
		/** The decision that a sentence is not based on a range which the statutory minimum took the place of, and since when courts are bound by it. */
		displacedRange: z.strictObject({ settledFrom: date, case: z.string(), provision, citation }).optional(),
	}),
]);

/** The amendments that joined the list on one day. The list of a day is all files not after it. */
export const coveredAmendments = z.strictObject({
	...version,
	amendments: z.array(
		z.strictObject({
			id: z.string().regex(/^\d+[A-Z]?\d?$/),
			name: z.string(),
			/** There where its text already stood in the Manual before the amendment took effect, as a temporary one. */
			inManualSince: date.exactOptional(),
			/** The day on or after which an order may take effect, and the note that lets it be entered before. */
			ordersFrom: z.strictObject({ date, provision, enteredEarlier: provision }).exactOptional(),
			adds: z.strictObject({ levels, provision }).exactOptional(),
			/** Its text changes the level of a quantity of drugs, which can be worked out from the tables before it and since. */
			ofDrugQuantity: z.literal(true).exactOptional(),
			/** What it amends, in our own words. */
			changes: z.string().exactOptional(),
			/** How far it lowers the offense level; without a most where that is no fixed number. */
			lowers: z.strictObject({ mostLevels: z.int().exactOptional(), words: z.string().min(2) }).exactOptional(),
		}),
	),
	/** Motions of another kind, which lawyers call by a number that is that of an amendment as well. */
	otherMotions: z
		.array(
			z.strictObject({
				number: z.string(),
				spellings: z.array(z.string()),
				provision: z.string(),
				from: date,
				name: z.string(),
				words: z.string().min(2),
				citation,
				confidence: z.literal('unverified').optional(),
			}),
		)
		.exactOptional(),
	/** Amendments whose text (App. C) changes the offense level alone, and neither points nor category. */
	ofOffenseLevel: z.array(z.string()).exactOptional(),
	/** The amendment that changes the points for status alone. */
	ofStatusPoints: z.string().exactOptional(),
	/** Amendments that a court held invalid, and what that means for a reduction that rests on one. */
	heldInvalid: z
		.array(z.strictObject({ id: z.string(), words: z.string(), authority: z.string().min(2) }))
		.exactOptional(),
	/** Parts of these amendments that exist and are not listed. */
	unlistedParts: z.array(z.string()).optional(),
});
