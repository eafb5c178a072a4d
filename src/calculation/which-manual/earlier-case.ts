import type { CaseDocument } from '../../case/schema.ts';
import { drawsFromFacts } from '../chapter-two/chapter-two.ts';
import { holdsGuideline, type Manuals, notEvaluated, without } from './as-stated.ts';
import { characteristicRules } from './designations.ts';

/** The case as the Manual in force on the offense date takes it, or why that Manual cannot evaluate it. */
export type EarlierCase = { document: CaseDocument } | { why: string };

/**
 * The case under the Manual in force on the offense date, `to`. What the case states of that Manual
 * (`underOffenseDateManual`) takes the place of what it states for the Manual of `from`; the rest must be facts, or
 * read the same in both. A reduction that the earlier Manual does not have is left out, not held against the defendant.
 */
export function earlierCase(document: CaseDocument, manuals: Manuals): EarlierCase {
	const { underOffenseDateManual: stated = {}, ...given } = document;
	const why = notEvaluated(given, manuals, Object.keys(stated) as (keyof CaseDocument)[]);
	if (why !== undefined) return { why };
	const { to } = manuals;
	const carried = { ...without(given, conclusionsOf(given, manuals)), ...stated };
	const { offense } = carried;
	const facts = given.guideline === undefined ? undefined : to.guideline(given.guideline)?.facts;
	if (offense === undefined || facts === undefined) return { document: carried };
	// A fact on which no rule there turns.
	const used = Object.entries(offense).filter(([name]) => facts.some((fact) => fact.name === name));
	return { document: { ...carried, offense: Object.fromEntries(used) } };
}

/** Conclusions for the other Manual beside the facts or the tables that decide, and what this one does not have. */
function conclusionsOf(given: CaseDocument, { to }: Manuals): (keyof CaseDocument)[] {
	const hasNoCharacteristics = characteristicRules(given, to).length === 0;
	return [
		...(drawsFromFacts(given) || hasNoCharacteristics ? (['enhancements'] as const) : []),
		...(holdsGuideline(given, to) ? (['baseOffenseLevel'] as const) : (['base', 'offense'] as const)),
		...(given.priors === undefined ? [] : (['criminalHistoryPoints', 'criminalHistoryCategory'] as const)),
		...(to['early-disposition'].inForce ? [] : (['fastTrackLevels'] as const)),
	];
}
