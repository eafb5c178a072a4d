// Descriptions of the keys for counts, statutes, relief and reductions.
import { day, described, no, yes } from './description.ts';

/** What the keys of the counts, the statutes, relief and reductions say. */

export const counts = {
	statutes: described(
		'The statutes of conviction, one for each count, as text or as an object.',
		'["8:1326(b)(2)", {"id": "21:841(b)(1)(A)", "circumstance": "one-prior"}]',
		'§5G1.1',
	),
	'statutes.id': described(
		'Title and section; "other" for a statute that the program does not hold.',
		'"21:841(b)(1)(A)"',
	),
	'statutes.circumstance': described('The fact that changes its penalties, such as a prior conviction.', '"one-prior"'),
	'statutes.object': described('The object of an attempt or a conspiracy.', '"21:841(b)(1)(B)"'),
	'statutes.drugs': described(
		'The drugs charged, if the id does not name the subparagraph, as in "21:841(b)(1)" and "21:960(b)".',
		'[{"substance": "cocaine", "quantity": "5 kg"}]',
	),
	'statutes.minorVictim': described('Whether the offense was against a minor.', no, '§5D1.2(b)'),
	'statutes.riskOfDeathOrInjury': described(
		'Whether the offense led to death or serious injury, or to a foreseeable risk of it.',
		no,
		'§5D1.2(b)',
	),
	'statutes.label': described('With id "other": the statute, as the Code is cited.', '"18 U.S.C. § 9999"'),
	'statutes.minimumMonths': described('With id "other": its minimum, in months.', '0'),
	'statutes.maximumMonths': described('With id "other": its maximum, in months.', '240'),
	'statutes.offenseClass': described('With id "other": the class of the offense.', '"C"', '18 U.S.C. § 3559'),
	'statutes.consecutive': described(
		'With id "other": whether its term is consecutive to every other term and is not part of the range.',
		no,
		'§5G1.2(a)',
	),
	counts: described('The number of counts of conviction. With statutes, it must agree with them.', '1', '§5E1.3'),
	offenseClass: described('The class of the offense, where no statute gives it.', '"C"', '18 U.S.C. § 3559'),
	otherGroups: described(
		'The other Groups of Closely Related Counts, or other counts by their guideline. The case itself is one Group.',
		'[{"offenseLevel": 22, "label": "count 2"}]',
		'§§3D1.2, 3D1.4',
	),
	'otherGroups.offenseLevel': described('The adjusted offense level of the Group.', '22', '§3D1.3'),
	'otherGroups.sameHarm': described(
		'Whether the count involves substantially the same harm as the first count.',
		no,
		'§3D1.2',
	),
	'otherGroups.label': described('A description to show with it.', '"count 2"'),
	statutoryMinimumMonths: described('The statutory minimum, where no statute gives it.', '120', '§5G1.1'),
	statutoryMaximumMonths: described('The statutory maximum, where no statute gives it.', '240', '§5G1.1'),
	supervisedReleaseMinimumMonths: described('A statutory minimum of supervised release, in months.', '60', '§5D1.2(c)'),
	deportable: described('Whether the client is a deportable alien who is likely to be deported.', yes, '§5D1.1(c)'),
	sentenceImposedMonths: described('The sentence imposed. The answer says where it falls in the range.', '87'),
};

export const relief = {
	statutoryMinimumRelief: described(
		'Why the statutory minimum does not bind. The program takes your word for it.',
		'"safety-valve"',
		'18 U.S.C. § 3553(e), (f)',
	),
	safetyValve: described(
		'The criteria of the safety valve. The program decides from them whether it applies.',
		'{"violenceOrWeapon": false, "deathOrSeriousInjury": false, "leaderOrContinuingEnterprise": false, "truthfulDisclosure": true}',
		'18 U.S.C. § 3553(f), §5C1.2',
	),
	'safetyValve.convictedOn': described('The date the conviction was entered.', day, '18 U.S.C. § 3553(f)(1)'),
	'safetyValve.criminalHistoryPoints': described('Criminal history points.', '4', '18 U.S.C. § 3553(f)(1)'),
	'safetyValve.pointsFromOnePointOffenses': described(
		'How many of those points come from 1-point offenses.',
		'1',
		'18 U.S.C. § 3553(f)(1)(A)',
	),
	'safetyValve.threePointOffense': described(
		'Whether there is a prior 3-point offense.',
		no,
		'18 U.S.C. § 3553(f)(1)(B)',
	),
	'safetyValve.twoPointViolentOffense': described(
		'Whether there is a prior 2-point violent offense.',
		no,
		'18 U.S.C. § 3553(f)(1)(C)',
	),
	'safetyValve.violenceOrWeapon': described(
		'Violence or credible threats, or a firearm or other dangerous weapon.',
		no,
		'18 U.S.C. § 3553(f)(2)',
	),
	'safetyValve.deathOrSeriousInjury': described(
		'Death or serious bodily injury from the offense.',
		no,
		'18 U.S.C. § 3553(f)(3)',
	),
	'safetyValve.leaderOrContinuingEnterprise': described(
		'An organizer, leader, manager or supervisor, or a continuing criminal enterprise.',
		no,
		'18 U.S.C. § 3553(f)(4)',
	),
	'safetyValve.truthfulDisclosure': described(
		'Whether the client has truthfully provided the government all information and evidence about the offense.',
		yes,
		'18 U.S.C. § 3553(f)(5)',
	),
	reduction: described(
		'A reduction after sentencing. The rest of the case is as it was at sentencing.',
		`{"amendment": "782", "orderDate": ${day}, "levels": -2}`,
		'§1B1.10',
	),
	'reduction.amendment': described('The amendment, or an array of several that apply together.', '"782"', '§1B1.10(d)'),
	'reduction.orderDate': described('The date the order takes effect.', day, '§1B1.10(e)'),
	'reduction.levels': described('What the amendment changes, in levels.', '-2', '§1B1.10(b)(1)'),
	'reduction.baseOffenseLevel': described('The amended base offense level.', '30', '§1B1.10(b)(1)'),
	'reduction.criminalHistoryPoints': described('The amended points.', '2', '§1B1.10(b)(1)'),
	'reduction.criminalHistoryCategory': described('The amended category.', '"II"', '§1B1.10(b)(1)'),
	'reduction.substantialAssistance': described(
		'Whether the sentence was below the range for substantial assistance.',
		no,
		'§1B1.10(b)(2)(B)',
	),
	'reduction.authorityBelowMinimum': described(
		'Whether the government’s motion let the court go below the statutory minimum.',
		no,
		'§1B1.10(c), 18 U.S.C. § 3553(e)',
	),
	'reduction.timeServedMonths': described('The time served, in whole months.', '36', '§1B1.10(b)(2)(C)'),
};
