// The drugs of a case, and the guideline that they stand under.
import type { GivenDrug } from '../../../case/drugs-schema.ts';
import { disagreement, InputError } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { Guideline } from '../../../law/guideline-schema.ts';
import type { Law, Provisions } from '../../../law/schema.ts';
import type { Trace } from '../../steps/trace.ts';
import { drugLawOf } from './drug-law.ts';
import type { DrugLevel } from './drug-level.ts';
import { drugLevelOf } from './drug-quantity.ts';

/** Whether a base offense level of the guideline is that of the Drug Quantity Table. */
export const usesDrugs = ({ base }: Guideline): boolean => base.rows.some(({ levels }) => levels === 'drug-quantity');

/**
 * What the drugs of the case come to in the edition; undefined where it names none. Throws InputError where its guideline
 * does not turn on drugs, or the base offense level given is not the one that the drugs make.
 */
export function drugsOfCase(
	document: CaseDocument,
	guideline: Guideline,
	provisions: Provisions,
): DrugLevel | undefined {
	const { drugs } = document;
	const isByReference = guideline.base.rows.some(({ levels }) => typeof levels === 'object');
	if (drugs === undefined || isByReference) return undefined;
	refuseDirect(drugs, guideline);
	if (!usesDrugs(guideline)) {
		const message = `${guideline.provision} does not depend on drug quantity. Leave the drugs out, or correct the guideline`;
		throw new InputError('disagrees', '/drugs', message);
	}
	return drugLevelOf(drugs, drugLawOf(provisions));
}

/** Only a guideline that protects a place or a person asks whether drugs are direct. */
function refuseDirect(drugs: readonly GivenDrug[], { provision }: Guideline): void {
	const index = drugs.findIndex(({ direct }) => direct !== undefined);
	if (index === -1) return;
	throw disagreement(`/drugs/${index}/direct`, `${provision} does not ask whether drugs are direct`, 'leave it out');
}

/** The steps that say how the level was found, of 0 levels each. */
export function addDrugNotes(trace: Trace, { notes }: DrugLevel): void {
	for (const { provision, words } of notes) trace.add(provision, words, 0);
}

/** A case that names drugs and no guideline is one of the guideline that turns on them. */
export function withGuidelineOfDrugs(document: CaseDocument, { guidelines }: Law): CaseDocument {
	if (document.drugs === undefined || document.guideline !== undefined) return document;
	const guideline = Object.keys(guidelines).find((section) =>
		guidelines[section]?.some((version) => version.inForce && usesDrugs(version)),
	);
	return guideline === undefined ? document : { ...document, guideline };
}
