// The keys of the case document for statutes, relief, counts and reductions.
import * as z from 'zod';
import { categories } from './category.ts';
import { countOfGuideline } from './chapter-two-schema.ts';
import { drugsCharged } from './drugs-schema.ts';
import { date, day, integer, listOf, months, text, words, yesOrNo } from './fields.ts';
import { offenseClasses } from './offense-class.ts';

/** What a case may say beyond its range: statutes of conviction, relief, further Groups of counts, a later reduction. */

const statuteRemedy =
	'give title and section, such as "8:1326(b)(2)", or {"id": "21:841(b)(1)(A)", "circumstance": "one-prior"}; for a statute that is not held, {"id": "other", "label": "18 U.S.C. § 9999", "maximumMonths": 240}';
const statute = z.union(
	[
		text(statuteRemedy),
		/** A count whose statute no table holds, with its penalties. */
		z.strictObject({
			id: z.literal('other'),
			label: words('give the statute as the Code is cited, such as "18 U.S.C. § 9999"'),
			minimumMonths: months(0).optional(),
			maximumMonths: months(1),
			offenseClass: z.enum(offenseClasses).optional(),
			/** Its term runs after every other, and is no part of the range. */
			consecutive: yesOrNo().optional(),
		}),
		z.strictObject({
			id: text('give title and section, such as "21:841(b)(1)(A)"').regex(/\d/),
			/** What sets its penalties, or those of its object, apart from those of the plain offense. */
			circumstance: words('give a circumstance, such as "one-prior"').optional(),
			/** The statute whose penalties an attempt or a conspiracy has. */
			object: text('give title and section, such as "21:841(b)(1)(A)"').optional(),
			/** What was charged, where the id leaves the subparagraph open: "21:841(b)(1)" or "21:960(b)". */
			drugs: drugsCharged.optional(),
			/** Whether the offense was against a minor; and whether it led to death or serious injury, or to a foreseeable risk of it (§5D1.2(b)). */
			minorVictim: yesOrNo().optional(),
			riskOfDeathOrInjury: yesOrNo().optional(),
		}),
	],
	{ error: statuteRemedy },
);

const points = integer(0, 1000, 'give whole criminal history points, 0 or more');

/** The five criteria of the safety valve, each answered; the first one differs by edition, so its parts are optional. */
const safetyValve = z.strictObject(
	{
		convictedOn: date.optional(),
		criminalHistoryPoints: points.optional(),
		pointsFromOnePointOffenses: points.optional(),
		threePointOffense: yesOrNo().optional(),
		twoPointViolentOffense: yesOrNo().optional(),
		violenceOrWeapon: yesOrNo(),
		deathOrSeriousInjury: yesOrNo(),
		leaderOrContinuingEnterprise: yesOrNo(),
		truthfulDisclosure: yesOrNo(),
	},
	{ error: 'give an object that answers each criterion of 18 U.S.C. § 3553(f) (ussg schema case lists them)' },
);

const reductionRemedy =
	'give an object such as {"amendment": "782", "orderDate": "2016-01-05", "levels": -2}. Give the change as levels, baseOffenseLevel, criminalHistoryPoints or criminalHistoryCategory';
const reduction = z.strictObject(
	{
		/** One amendment, or several that are weighed together. */
		amendment: z
			.union([z.string(), listOf(z.string(), 'give an array of amendments').min(1)], {
				error: 'give the number of the amendment as text, such as "782" or "821A", or an array of several',
			})
			.optional(),
		orderDate: day,
		levels: integer(-43, 43, 'give the change in levels, such as -2').optional(),
		baseOffenseLevel: integer(1, 43, 'give the amended base offense level, from 1 to 43').optional(),
		criminalHistoryPoints: points.optional(),
		criminalHistoryCategory: z.enum(categories, { error: 'give "I" to "VI"' }).optional(),
		substantialAssistance: yesOrNo().optional(),
		/** The government's motion let the court go below the statutory minimum (18 U.S.C. § 3553(e)). */
		authorityBelowMinimum: yesOrNo().optional(),
		timeServedMonths: integer(0, 12_000, 'give the time served, in whole months').optional(),
	},
	{ error: reductionRemedy },
);

const groupRemedy =
	'give an object such as {"offenseLevel": 22, "label": "count 2"}, or {"guideline": "2L1.1", "offense": {"aliens": 24}, "sameHarm": false}';
const otherGroup = z.union(
	[
		z.strictObject({
			offenseLevel: integer(1, 100, 'give the adjusted offense level of the Group'),
			label: text('give text').optional(),
		}),
		countOfGuideline,
	],
	{ error: groupRemedy },
);

export const sentencingShape = {
	statutes: listOf(statute, 'give an array of statutes of conviction, one for each count').optional(),
	counts: integer(1, 1000, 'give the number of counts of conviction').optional(),
	offenseClass: z.enum(offenseClasses, { error: `give ${offenseClasses.join(', ')}` }).optional(),
	supervisedReleaseMinimumMonths: months(0).optional(),
	deportable: yesOrNo().optional(),
	safetyValve: safetyValve.optional(),
	otherGroups: listOf(otherGroup, 'give an array of the other Groups of Closely Related Counts').optional(),
	reduction: reduction.optional(),
};
