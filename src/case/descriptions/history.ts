// Descriptions of the keys for criminal history and Chapter Four.
import { day, described, no, yes } from './description.ts';

/** What the keys of the criminal history and of Chapter Four say. */

export const history = {
	criminalHistoryCategory: described('The criminal history category.', '"III"', '§4A1.1'),
	criminalHistoryPoints: described('Criminal history points, instead of the category.', '8', '§4A1.1'),
	removalOrders: described('The dates of the removal orders; [] if there were none.', `[${day}]`, '§2L1.2'),
	removals: described('The dates of the removals; [] if there were none.', `[${day}]`, '§2L1.2'),
	instantOffense: described(
		'Facts of the offense of conviction.',
		'{"underCriminalJusticeSentence": true}',
		'§§2L1.2, 4A1.1',
	),
	'instantOffense.commencedOn': described('The first day of the offense.', day, '§4A1.2(e)'),
	'instantOffense.endedOn': described(
		'The last day of the offense. The program uses it as the offense date if the case gives none.',
		day,
		'§§1B1.11, 2L1.2',
	),
	'instantOffense.underCriminalJusticeSentence': described(
		'Whether the client was on probation, parole or supervised release, or in custody, at any time during the offense.',
		yes,
		'§4A1.1',
	),
	'instantOffense.statute': described(
		'The penalty provision. It sets the statutory maximum as of the offense date.',
		'"8 U.S.C. § 1326(b)(2)"',
	),
	priors: described(
		'The prior sentences, instead of points or a category; [] if there are none.',
		'[]',
		'§§4A1.1, 4A1.2',
	),
};

export const prior = {
	'priors.id': described('Your name for the prior.', '"drugs"'),
	'priors.label': described('A description to show with it.', '"possession with intent to distribute"'),
	'priors.grade': described('Felony or misdemeanor.', '"felony"', '§§2L1.2, 4A1.2(o)'),
	'priors.kinds': described(
		'The kinds of conviction, as counsel judges them; [] if none applies. Needed if the edition asks for kinds.',
		'["drug-trafficking"]',
		'§§2L1.2, 4B1.2',
	),
	'priors.conductFrom': described('The first day of the conduct.', day, '§§2L1.2(b), 4A1.2(e)'),
	'priors.conductTo': described('The last day of the conduct.', day, '§2L1.2(b)'),
	'priors.convictedOn': described('The date of conviction, if it is not the date of the sentence.', day, '§4A1.2(a)'),
	'priors.sentencedOn': described('The date the sentence was imposed.', day, '§4A1.2(e)'),
	'priors.sentence': described(
		'The imprisonment imposed, not counting any suspended part.',
		'"13 months"',
		'§4A1.2(b)',
	),
	'priors.suspended': described('The part of the imprisonment that was suspended.', '"2 years"', '§4A1.2(b)(2)'),
	'priors.revocations': described('Each revocation.', `[{"on": ${day}, "term": "11 months"}]`, '§4A1.2(k)'),
	'priors.revocations.on': described('The date of the revocation.', day),
	'priors.revocations.term': described('The term of imprisonment imposed on revocation.', '"11 months"'),
	'priors.releasedOn': described('The date of the last release from imprisonment on the sentence.', day, '§4A1.2(e)'),
	'priors.disposition': described(
		'What the court imposed. "suspended" means a suspended term without probation, and "fine" means only a fine.',
		'"probation"',
		'§4A1.1',
	),
	'priors.supervision': described(
		'Supervision on the sentence.',
		`{"kind": "supervised-release", "endsOn": ${day}}`,
		'§4A1.1',
	),
	'priors.supervision.kind': described('The kind of supervision, or none.', '"probation"'),
	'priors.supervision.endsOn': described('Its last day, even if it ended early or was revoked.', day),
	'priors.earlierReleases': described(
		'Releases before the last revocation, for recency in older editions.',
		'[]',
		'§4A1.1(e)',
	),
	'priors.arrestedOn': described('The date of the arrest.', day, '§4A1.2(a)(2)'),
	'priors.arrestWasTrafficStop': described(
		'Whether the arrest was only a traffic stop. In the newest edition a traffic stop does not separate sentences.',
		no,
		'§4A1.2(a)(2)',
	),
	'priors.sameChargesAs': described(
		'The ids of priors charged in the same instrument; one value or an array.',
		'"drugs"',
		'§4A1.2(a)(2)',
	),
	'priors.consecutiveTo': described(
		'The ids of the priors to which this sentence is consecutive; one value or an array.',
		'"drugs"',
		'§4A1.2(a)(2)',
	),
	'priors.ageAtOffense': described('The age at the offense, in whole years.', '17', '§4A1.2(d)'),
	'priors.convictedAsAdult': described('Whether the client was convicted as an adult.', yes, '§4A1.2(d)'),
	'priors.neverCounted': described(
		'Why the sentence is never counted; one value or an array.',
		'"expunged"',
		'§4A1.2(c), (h)–(j)',
	),
};

export const chapterFour = {
	careerOffender: described(
		'Give it if counsel judges that the defendant was an adult and the instant felony is a crime of violence or a controlled substance offense. If the case gives priors, the program checks the two prior felonies.',
		'{"offenseStatutoryMaximumMonths": 240}',
		'§4B1.1',
	),
	'careerOffender.offenseStatutoryMaximumMonths': described(
		'The statutory maximum of the offense, in months.',
		'240',
		'§4B1.1(b)',
	),
	'careerOffender.otherCountQualifies': described(
		'Whether a count other than those under 18 U.S.C. § 924(c) or § 929(a) is a crime of violence or a controlled substance offense.',
		no,
		'§4B1.1(c)',
	),
	armedCareerCriminal: described(
		'The facts that decide between the two levels and categories. A count under 18 U.S.C. § 924(e) makes the client an armed career criminal. If the case names no statutes, this key does.',
		'{"inConnectionWithViolenceOrDrugs": false, "nationalFirearmsActFirearm": false}',
		'§4B1.4',
	),
	'armedCareerCriminal.inConnectionWithViolenceOrDrugs': described(
		'Whether the firearm or ammunition was used or possessed in connection with a crime of violence or a controlled substance offense.',
		no,
		'§4B1.4(b), (c)',
	),
	'armedCareerCriminal.nationalFirearmsActFirearm': described(
		'Whether the firearm was of a type described in 26 U.S.C. § 5845(a).',
		no,
		'§4B1.4(b), (c)',
	),
	zeroPointOffender: described(
		'The criteria for the 2-level reduction. A criterion is true if it bars the reduction.',
		'{"terrorism": false}',
		'§4C1.1',
	),
	'zeroPointOffender.terrorism': described('An adjustment under §3A1.4.', no, '§4C1.1(a)'),
	'zeroPointOffender.violenceOrThreats': described('Violence or credible threats of violence.', no, '§4C1.1(a)'),
	'zeroPointOffender.deathOrSeriousInjury': described('Death or serious bodily injury.', no, '§4C1.1(a)'),
	'zeroPointOffender.sexOffense': described('A sex offense.', no, '§4C1.1(a)'),
	'zeroPointOffender.substantialFinancialHardship': described(
		'Substantial financial hardship that the client personally caused.',
		no,
		'§4C1.1(a)',
	),
	'zeroPointOffender.firearmOrWeapon': described('A firearm or other dangerous weapon.', no, '§4C1.1(a)'),
	'zeroPointOffender.individualRights': described('An offense covered by §2H1.1.', no, '§4C1.1(a)'),
	'zeroPointOffender.hateCrimeOrVulnerableVictim': described('An adjustment under §3A1.1 or §3A1.5.', no, '§4C1.1(a)'),
	'zeroPointOffender.aggravatingRole': described('An adjustment under §3B1.1.', no, '§4C1.1(a)'),
	'zeroPointOffender.continuingCriminalEnterprise': described('A continuing criminal enterprise.', no, '§4C1.1(a)'),
};
