// Criteria of §4C1.1 and of the safety valve that ask for the same fact.
import { disagreement } from './errors.ts';
import type { CaseDocument } from './schema.ts';
import { key, said } from './wording.ts';

/** The criteria of §4C1.1 that ask for the same fact as one of the safety valve; a firearm is more in §4C1.1 than there. */
export const sameFacts = [
	{ key: 'violenceOrWeapon', all: ['violenceOrThreats', 'firearmOrWeapon'], any: ['violenceOrThreats'] },
	{ key: 'deathOrSeriousInjury', all: ['deathOrSeriousInjury'], any: ['deathOrSeriousInjury'] },
	{
		key: 'leaderOrContinuingEnterprise',
		all: ['aggravatingRole', 'continuingCriminalEnterprise'],
		any: ['aggravatingRole', 'continuingCriminalEnterprise'],
	},
] as const;

/** The criteria of the safety valve and of §4C1.1 ask for some facts alike: one answer each. Throws InputError. */
export function refuseTwoAnswers({ safetyValve, zeroPointOffender }: CaseDocument): void {
	if (safetyValve === undefined || zeroPointOffender === undefined) return;
	for (const { key: criterion, all, any } of sameFacts) {
		const met = any.find((fact) => zeroPointOffender[fact] === true);
		const isDenied = all.every((fact) => zeroPointOffender[fact] === false);
		if (safetyValve[criterion] ? !isDenied : met === undefined) continue;
		const other = safetyValve[criterion] ? `${all.join(' and ')} as false` : `${met} as true`;
		throw disagreement(
			`/safetyValve/${criterion}`,
			said`${String(safetyValve[criterion])} contradicts ${key('zeroPointOffender')}, which gives ${other}`,
		);
	}
}
