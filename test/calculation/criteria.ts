/** Every criterion of §4C1.1 answered: none stands in the way. */
export const noneInTheWay = {
	terrorism: false,
	violenceOrThreats: false,
	deathOrSeriousInjury: false,
	sexOffense: false,
	substantialFinancialHardship: false,
	firearmOrWeapon: false,
	individualRights: false,
	hateCrimeOrVulnerableVictim: false,
	aggravatingRole: false,
	continuingCriminalEnterprise: false,
};

/** The criteria of the safety valve, each met, but for the points (18 U.S.C. § 3553(f)(2) to (5)). */
export const criteriaMet = {
	threePointOffense: false,
	twoPointViolentOffense: false,
	violenceOrWeapon: false,
	deathOrSeriousInjury: false,
	leaderOrContinuingEnterprise: false,
	truthfulDisclosure: true,
};
