// What amendments of the drug tables change in the level of a case.
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Amendment } from '../../result/result.ts';
import { drugLawOf } from '../chapter-two/drugs/drug-law.ts';
import { drugLevelOf } from '../chapter-two/drugs/drug-quantity.ts';

/**
 * What listed amendments of the drug tables change in the level of the drugs of the case, in levels: for each the level in the
 * Manual that holds it, less the level in the Manual before, so that no other amendment comes in (§1B1.10(b)(1)). Undefined
 * where the case names no drugs, states the change itself, or rests on an amendment that cannot be worked out so. Throws
 * InputError where a drug is not known to one of those Manuals.
 */
export function drugChangeOf(
	{ drugs, reduction }: CaseDocument,
	amendments: readonly Amendment[],
	law: Law,
): number | undefined {
	const { levels, baseOffenseLevel } = reduction ?? {};
	if (drugs === undefined || levels !== undefined || baseOffenseLevel !== undefined) return undefined;
	const ofDrugs = amendments.filter(({ listed, ofDrugQuantity }) => listed && ofDrugQuantity);
	if (ofDrugs.length === 0) return undefined;
	const levelOn = (day: string): number => drugLevelOf(drugs, drugLawOf(provisionsOf(law, day))).found.baseOffenseLevel;
	return ofDrugs.reduce((sum, { inManualSince }) => {
		const before = law.editions.editions.findLast(({ effectiveDate }) => effectiveDate < inManualSince);
		return before === undefined ? sum : sum + levelOn(inManualSince) - levelOn(before.effectiveDate);
	}, 0);
}
