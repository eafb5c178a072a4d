// The keys of the case document for facts: removals, the offense, priors.
import * as z from 'zod';
import { durationPattern } from './durations.ts';
import { date, integer, listOf, months, text, yesOrNo } from './fields.ts';

/**
 * What happened, in place of what follows from it: the keys of the case document from which the criminal history
 * and the increases of §2L1.2 are drawn. Nothing here is required: what an edition's rules need is asked for there.
 */

/** The kinds of conviction, as counsel judges them. Which of them an edition's rules know stands in tables/. */
export const kinds = [
	...['aggravated-felony', 'crime-of-violence', 'drug-trafficking', 'firearms', 'child-pornography'],
	...['national-security', 'human-trafficking', 'alien-smuggling', 'alien-smuggling-for-profit', 'murder'],
	...['firearms-trafficking', 'money-laundering', 'illegal-reentry', 'improper-entry', 'immigration'],
] as const;

const termRemedy =
	'give a term of imprisonment as text, such as "18 months", "1 year 1 day", "60 days", "life" or "0"; for time served, the days served, such as "47 days"';
const term = z.string({ error: termRemedy }).regex(durationPattern, { error: termRemedy });

const revocation = z.strictObject(
	{ on: date, term },
	{ error: 'give an object such as {"on": "2012-05-01", "term": "18 months"}' },
);

const priorIds = (key: string) => {
	const remedy = `give the id of another prior, or an array of ids, in ${key}`;
	return z.union([text(remedy), listOf(text(remedy), remedy)], { error: remedy });
};

const neverCountedRemedy = 'give "foreign", "tribal", "expunged" or "minor-offense", or an array of them';
const neverCounted = z.enum(['foreign', 'tribal', 'expunged', 'minor-offense'], { error: neverCountedRemedy });

/** What the court imposed, where the term of imprisonment does not say it: it decides whether anybody was under the sentence. */
const disposition = z.enum(['imprisonment', 'probation', 'suspended', 'fine', 'other'], {
	error:
		'give "imprisonment", "probation", "suspended" (a suspended term without probation), "fine" (only a fine) or "other"',
});

const supervision = z.strictObject(
	{
		kind: z.enum(['probation', 'parole', 'supervised-release', 'none'], {
			error: 'give "probation", "parole", "supervised-release" or "none"',
		}),
		/** The last day of it, early end or revocation included. */
		endsOn: date.optional(),
	},
	{ error: 'give an object such as {"kind": "supervised-release", "endsOn": "2012-05-01"}, or {"kind": "none"}' },
);

/** One sentence imposed before the instant offense was sentenced (§4A1.2(a)(1)). */
const prior = z.strictObject(
	{
		id: text('give text').optional(),
		label: text('give text').optional(),
		grade: z.enum(['felony', 'misdemeanor'], { error: 'give "felony" or "misdemeanor"' }).optional(),
		kinds: listOf(
			z.enum(kinds, { error: `give any of ${kinds.join(', ')}` }),
			'give an array of kinds, such as ["drug-trafficking"]; [] if none applies',
		).optional(),
		conductFrom: date.optional(),
		conductTo: date.optional(),
		convictedOn: date.optional(),
		sentencedOn: date.optional(),
		sentence: term.optional(),
		suspended: term.optional(),
		revocations: listOf(revocation, 'give an array of revocations').optional(),
		releasedOn: date.optional(),
		disposition: disposition.optional(),
		supervision: supervision.optional(),
		earlierReleases: listOf(date, 'give an array of dates; [] if there was none').optional(),
		arrestedOn: date.optional(),
		arrestWasTrafficStop: yesOrNo().optional(),
		sameChargesAs: priorIds('sameChargesAs').optional(),
		consecutiveTo: priorIds('consecutiveTo').optional(),
		ageAtOffense: integer(6, 110, 'give the age in whole years, from 6 to 110').optional(),
		convictedAsAdult: yesOrNo().optional(),
		neverCounted: z
			.union([neverCounted, listOf(neverCounted, neverCountedRemedy)], { error: neverCountedRemedy })
			.optional(),
	},
	{ error: 'give an object for each sentence, such as {"id": "1", "grade": "felony", "sentence": "18 months"}' },
);

const instantOffense = z.strictObject(
	{
		commencedOn: date.optional(),
		endedOn: date.optional(),
		underCriminalJusticeSentence: yesOrNo().optional(),
		/** The penalty provision, which brings the statutory maximum of its date: `8 U.S.C. § 1326(b)(2)`. */
		statute: text('give the penalty provision as text, such as "8 U.S.C. § 1326(b)(2)"').optional(),
	},
	{ error: 'give an object such as {"commencedOn": "2011-05-01", "endedOn": "2011-05-01"}' },
);

/** §4B1.1, where counsel judges that the defendant was an adult and the instant felony violent or a drug offense. */
const careerOffender = z.strictObject(
	{
		offenseStatutoryMaximumMonths: months(1).optional(),
		/** Whether a count other than those under 18 U.S.C. § 924(c) or § 929(a) is itself violent or for drugs (§4B1.1, comment. (n.3(C))). */
		otherCountQualifies: yesOrNo().optional(),
	},
	{ error: 'give an object such as {"offenseStatutoryMaximumMonths": 240}' },
);

/** §4B1.4: what decides between its two levels and categories. A count under 18 U.S.C. § 924(e) makes an armed career criminal. */
const armedCareerCriminal = z.strictObject(
	{
		/** The firearm or ammunition was used or possessed in connection with a crime of violence or a controlled substance offense. */
		inConnectionWithViolenceOrDrugs: yesOrNo().optional(),
		/** The firearm was of a type described in 26 U.S.C. § 5845(a). */
		nationalFirearmsActFirearm: yesOrNo().optional(),
	},
	{
		error: 'give an object such as {"inConnectionWithViolenceOrDrugs": false, "nationalFirearmsActFirearm": false}',
	},
);

/** §4C1.1: what stands in the way, each answered. Points and §3B1.1 and the like are true where they apply. */
const zeroPointOffender = z.strictObject(
	{
		terrorism: yesOrNo().optional(),
		violenceOrThreats: yesOrNo().optional(),
		deathOrSeriousInjury: yesOrNo().optional(),
		sexOffense: yesOrNo().optional(),
		substantialFinancialHardship: yesOrNo().optional(),
		firearmOrWeapon: yesOrNo().optional(),
		individualRights: yesOrNo().optional(),
		hateCrimeOrVulnerableVictim: yesOrNo().optional(),
		aggravatingRole: yesOrNo().optional(),
		continuingCriminalEnterprise: yesOrNo().optional(),
	},
	{ error: 'give an object that answers each criterion of §4C1.1, such as {"terrorism": false, …}' },
);

export const factsShape = {
	removalOrders: listOf(date, 'give an array of dates; [] if there was no order').optional(),
	removals: listOf(date, 'give an array of dates; [] if there was no removal').optional(),
	instantOffense: instantOffense.optional(),
	priors: listOf(prior, 'give an array of prior sentences; [] if there are none').optional(),
	careerOffender: careerOffender.optional(),
	armedCareerCriminal: armedCareerCriminal.optional(),
	zeroPointOffender: zeroPointOffender.optional(),
};
