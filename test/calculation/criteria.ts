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
