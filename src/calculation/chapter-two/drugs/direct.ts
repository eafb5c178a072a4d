// The drugs that directly involve what a guideline protects.
import type { GivenDrug } from '../../../case/drugs-schema.ts';
import { disagreement, factMissing } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { Guideline } from '../../../law/guideline-schema.ts';
import type { LevelByReference } from '../../../law/reference-schema.ts';
import type { Provisions } from '../../../law/schema.ts';
import { saysYes } from '../offense-facts.ts';
import { countedAmount } from './counted-amount.ts';
import { drugLawOf } from './drug-law.ts';

/**
 * The drugs by which the level of another guideline goes: all of the case, those that are direct alone, or those counted
 * several times over (§2D1.2(a)). Undefined where the case names none. Throws InputError where it does not say which are direct.
 */
export function drugsReferred(
	document: CaseDocument,
	{ direct, directTimes }: LevelByReference,
	host: Guideline,
	provisions: Provisions,
): GivenDrug[] | undefined {
	const { drugs } = document;
	if (drugs === undefined) return undefined;
	const bare = drugs.map(({ direct: _, ...drug }) => drug);
	if (direct === undefined) return bare;
	const isDirect = directOf(document, direct.allIf, host);
	if (directTimes === undefined) {
		const only = bare.filter((_, index) => isDirect(index));
		if (only.length > 0) return only;
		throw disagreement(
			'/drugs',
			`none of the drugs is direct, and ${host.provision} is for offenses that involve some`,
			'correct one of them',
		);
	}
	const law = drugLawOf(provisions);
	return bare.map((drug, index) => {
		if (!isDirect(index)) return drug;
		const counted = countedAmount(drug, law, `/drugs/${index}`);
		return counted.drug(counted.steps * BigInt(directTimes));
	});
}

/** Whether each drug is direct: as it says itself, or all are. */
function directOf(
	{ drugs = [], offense = {} }: CaseDocument,
	allIf: string,
	{ facts, provision }: Guideline,
): (index: number) => boolean {
	if (saysYes(offense[allIf])) return () => true;
	const untold = drugs.findIndex(({ direct }) => direct === undefined);
	if (untold === -1) return (index) => drugs[index]?.direct === true;
	throw factMissing(
		drugs.some(({ direct }) => direct !== undefined) || offense[allIf] !== undefined
			? `/drugs/${untold}/direct`
			: `/offense/${allIf}`,
		{
			question: facts.find(({ name }) => name === allIf)?.question ?? 'which of the drugs are direct?',
			problem: `The level of ${provision} goes by them`,
			remedy: `Answer ${allIf} with yes, or say of each drug of the case document whether it is direct`,
		},
	);
}

/** Whether every drug counts, once and for itself, in the level that the case has. */
export const countsAsGiven = ({ base }: Guideline, { drugs = [] }: CaseDocument): boolean =>
	drugs.every(({ direct }) => direct !== false) &&
	base.rows.every(({ levels }) => typeof levels !== 'object' || levels.directTimes === undefined);
