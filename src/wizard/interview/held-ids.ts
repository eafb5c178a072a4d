import { editionGiven, refuseOtherRules } from '../../calculation/which-manual/designations.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { editionOn } from '../../law/editions.ts';
import type { CaseSoFar } from '../questions/question.ts';
import type { Interview, Setting } from './interview.ts';
import { heldFields, keptId } from './kept-fields.ts';

/** Where the answers keep the edition whose ids an opened case document gives, by its effective date. */
export const heldEdition = 'heldEdition';

/** The edition of a case: the one it names, or the one in force at sentencing, or today. */
export const editionOfIds = (document: CaseSoFar, { law, today }: Setting) =>
	editionGiven(document, law) ?? editionOn(law, today, '', '/edition');

/**
 * What an opened document holds beyond the questions stays as it is when the edition is changed, and so do its ids.
 * Throws InputError where one of them is a different rule in the edition that the answers now come to.
 */
export function refuseHeldIds({ answers, trail }: Interview, document: CaseSoFar, setting: Setting): void {
	const from = answers[heldEdition];
	if (typeof from !== 'string' || !trail.includes(keptId) || answers[keptId] !== true) return;
	const held = (answers[heldFields] ?? {}) as Partial<CaseDocument>;
	const { base, enhancements, chapterThree } = held;
	const ids = { guideline: document.guideline, base, enhancements, chapterThree };
	refuseOtherRules(ids, setting.law, { effectiveDate: from }, editionOfIds(document, setting));
}
