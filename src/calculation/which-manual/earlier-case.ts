// The case as the Manual of the offense date takes it.

import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { drawsOnPriors } from '../chapter-two/characteristics.ts';
import { factsUsed } from '../chapter-two/offense-facts.ts';
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
	const replaced = statesHistory(stated) ? historyFields : [];
	const carried = { ...without(given, [...conclusionsOf(given, manuals), ...replaced]), ...stated };
	return { document: withFactsOf(to, carried) };
}

/** The conclusions on the record, each of which takes the place of the other. */
export const historyFields = ['criminalHistoryPoints', 'criminalHistoryCategory'] as const;

/** Whether a part of the case states the criminal history as a conclusion. */
export const statesHistory = (stated: Pick<CaseDocument, (typeof historyFields)[number]>): boolean =>
	historyFields.some((field) => stated[field] !== undefined);

/** The case with those facts of its offense that a rule of the edition turns on. */
function withFactsOf(provisions: Provisions, document: CaseDocument): CaseDocument {
	const { guideline, offense } = document;
	const held = guideline === undefined ? undefined : provisions.guideline(guideline);
	if (offense === undefined || held === undefined) return document;
	const facts = factsUsed(held, offense, provisions);
	const used = Object.entries(offense).filter(([name]) => facts.some((fact) => fact.name === name));
	return { ...document, offense: Object.fromEntries(used) };
}

/**
 * The case under the Manual in force at sentencing, `from`: a fact on which only a rule of the other one turns is left
 * out, and one that neither uses stays, to be rejected.
 */
export function laterCase(document: CaseDocument, { from, to }: Manuals): CaseDocument {
	const { offense } = document;
	if (offense === undefined) return document;
	const isKnown = (name: string, { offense: used = {} }: CaseDocument) => Object.hasOwn(used, name);
	const [later, earlier] = [from, to].map((provisions) => withFactsOf(provisions, document)) as [
		CaseDocument,
		CaseDocument,
	];
	const kept = Object.entries(offense).filter(([name]) => isKnown(name, later) || !isKnown(name, earlier));
	return { ...document, offense: Object.fromEntries(kept) };
}

/** Conclusions for the other Manual beside the facts or the tables that decide, and what this one does not have. */
function conclusionsOf(given: CaseDocument, { to }: Manuals): (keyof CaseDocument)[] {
	const hasNoCharacteristics = characteristicRules(given, to).length === 0;
	return [
		...(drawsOnPriors(given, to.guideline(given.guideline)) || hasNoCharacteristics ? (['enhancements'] as const) : []),
		...(holdsGuideline(given, to) ? (['baseOffenseLevel'] as const) : (['base', 'offense'] as const)),
		...(given.priors === undefined ? [] : historyFields),
		...(to['early-disposition'].inForce ? [] : (['fastTrackLevels'] as const)),
	];
}
