// Descriptions of the keys for criminal history and Chapter Four.
import { day, described, no, yes } from './description.ts';

/** What the keys of the criminal history and of Chapter Four say. */

export const history = {
	criminalHistoryCategory: described('The criminal history category.', '"III"', '§4A1.1'),
	criminalHistoryPoints: described('Criminal history points, in place of the category.', '8', '§4A1.1'),
	removalOrders: described('The dates of the removal orders; [] where there was none.', `[${day}]`, '§2L1.2'),
	removals: described('The dates of the removals; [] where there was none.', `[${day}]`, '§2L1.2'),
	instantOffense: described(
		'Facts of the offense of conviction.',
		'{"underCriminalJusticeSentence": true}',
		'§§2L1.2, 4A1.1',
	),
	'instantOffense.commencedOn': described('The first day of the offense.', day, '§4A1.2(e)'),
	'instantOffense.endedOn': described(
		'The last day of the offense. It is the offense date where the case gives none.',
		day,
		'§§1B1.11, 2L1.2',
	),
	'instantOffense.underCriminalJusticeSentence': described(
		'Whether the client was on probation, parole or supervised release, or in custody, at any time during the offense.',
		yes,
		'§4A1.1',
	),
	'instantOffense.statute': described(
		'The penalty provision, which brings the statutory maximum of the offense date.',
		'"8 U.S.C. § 1326(b)(2)"',
	),
	priors: described(
		'The prior sentences, in place of points or a category; [] where there are none.',
		'[]',
		'§§4A1.1, 4A1.2',
	),
};

export const prior = {
	'priors.id': described('Your name for the prior.', '"drugs"'),
	'priors.label': described('Words to show beside it.', '"possession with intent to distribute"'),
	'priors.grade': described('Felony or misdemeanor.', '"felony"', '§§2L1.2, 4A1.2(o)'),
	'priors.kinds': described(
		'What counsel judges the conviction to be; [] where none of these applies. It is needed where the edition asks for kinds.',
		'["drug-trafficking"]',
		'§§2L1.2, 4B1.2',
	),
	'priors.conductFrom': described('The first day of the conduct.', day, '§§2L1.2(b), 4A1.2(e)'),
	'priors.conductTo': described('The last day of the conduct.', day, '§2L1.2(b)'),
	'priors.convictedOn': described('The day of the conviction, if it is not that of the sentence.', day, '§4A1.2(a)'),
	'priors.sentencedOn': described('The day on which the sentence was imposed.', day, '§4A1.2(e)'),
	'priors.sentence': described(
		'The imprisonment to be served, without any part suspended.',
		'"13 months"',
		'§4A1.2(b)',
	),
	'priors.suspended': described('The imprisonment suspended beside it.', '"2 years"', '§4A1.2(b)(2)'),
	'priors.revocations': described('Each revocation.', `[{"on": ${day}, "term": "11 months"}]`, '§4A1.2(k)'),
	'priors.revocations.on': described('The day of the revocation.', day),
	'priors.revocations.term': described('The imprisonment then imposed.', '"11 months"'),
	'priors.releasedOn': described('The day of the last release from imprisonment on the sentence.', day, '§4A1.2(e)'),
	'priors.disposition': described(
		'What the court imposed. suspended is a suspended term without probation; fine is a fine and no more.',
		'"probation"',
		'§4A1.1',
	),
	'priors.supervision': described(
		'Supervision on the sentence.',
		`{"kind": "supervised-release", "endsOn": ${day}}`,
		'§4A1.1',
	),
	'priors.supervision.kind': described('The kind of supervision, or none.', '"probation"'),
	'priors.supervision.endsOn': described('Its last day, also where it ended early or was revoked.', day),
	'priors.earlierReleases': described(
		'Releases before the last revocation, for recency in older editions.',
		'[]',
		'§4A1.1(e)',
	),
	'priors.arrestedOn': described('The day of the arrest.', day, '§4A1.2(a)(2)'),
	'priors.arrestWasTrafficStop': described(
		'Whether the arrest was only a traffic stop, which separates no sentences in the newest edition.',
		no,
		'§4A1.2(a)(2)',
	),
	'priors.sameChargesAs': described(
		'The ids of priors charged in the same instrument; one value or an array.',
		'"drugs"',
		'§4A1.2(a)(2)',
	),
	'priors.consecutiveTo': described(
		'The ids of priors to which the sentence is consecutive; one value or an array.',
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
		'Give it where counsel judges that the defendant was an adult and the instant felony is a crime of violence or a drug offense. The two prior felonies are checked where priors are given.',
		'{"offenseStatutoryMaximumMonths": 240}',
		'§4B1.1',
	),
	'careerOffender.offenseStatutoryMaximumMonths': described(
		'The statutory maximum of the offense, in months.',
		'240',
		'§4B1.1(b)',
	),
	'careerOffender.otherCountQualifies': described(
		'Whether a count other than those under 18 U.S.C. § 924(c) or § 929(a) is itself violent or for drugs.',
		no,
		'§4B1.1(c)',
	),
	armedCareerCriminal: described(
		'What decides between the two levels and categories. A count under 18 U.S.C. § 924(e) makes an armed career criminal; where no statutes are named, this key does.',
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
		'The criteria for two levels off. Each is true where it stands in the way.',
		'{"terrorism": false}',
		'§4C1.1',
	),
	'zeroPointOffender.terrorism': described('An adjustment under §3A1.4.', no, '§4C1.1(a)'),
	'zeroPointOffender.violenceOrThreats': described('Violence or credible threats of violence.', no, '§4C1.1(a)'),
	'zeroPointOffender.deathOrSeriousInjury': described('Death or serious bodily injury.', no, '§4C1.1(a)'),
	'zeroPointOffender.sexOffense': described('A sex offense.', no, '§4C1.1(a)'),
	'zeroPointOffender.substantialFinancialHardship': described(
		'Substantial financial hardship, caused personally.',
		no,
		'§4C1.1(a)',
	),
	'zeroPointOffender.firearmOrWeapon': described('A firearm or other dangerous weapon.', no, '§4C1.1(a)'),
	'zeroPointOffender.individualRights': described('An offense covered by §2H1.1.', no, '§4C1.1(a)'),
	'zeroPointOffender.hateCrimeOrVulnerableVictim': described('An adjustment under §3A1.1 or §3A1.5.', no, '§4C1.1(a)'),
	'zeroPointOffender.aggravatingRole': described('An adjustment under §3B1.1.', no, '§4C1.1(a)'),
	'zeroPointOffender.continuingCriminalEnterprise': described('A continuing criminal enterprise.', no, '§4C1.1(a)'),
};
