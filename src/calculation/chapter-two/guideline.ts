// The base offense level of any Chapter Two guideline, from its table.
import { disagreement } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { ChapterTwo } from '../../result/result.ts';
import type { Trace } from '../steps/trace.ts';
import { baseRowOf, type LevelOf, levelText } from './base-offense-level.ts';
import { type Grounds, truthOf } from './conditions.ts';
import type { DrugLevel } from './drugs/drug-level.ts';
import { addDrugNotes, drugsOfCase, usesDrugs } from './drugs/of-case.ts';
import { withFacts } from './offense-facts.ts';

/** What the guideline makes of the case, and what its drugs come to where its base offense level turns on them. */
export interface GuidelineFound extends ChapterTwo {
	drugs?: DrugLevel;
}

/**
 * The base offense level of a guideline, with its step. Throws InputError where the case states a fact the guideline
 * does not use, a level that is not its level, or nothing that decides among several.
 */
export function applyBase(
	trace: Trace,
	given: CaseDocument,
	guideline: Guideline,
	{ provisions, levelOf }: { provisions: Provisions; levelOf?: LevelOf },
): GuidelineFound {
	const document = withFacts(given, guideline, provisions);
	const grounds = groundsOf(document, provisions);
	const drugs = drugsOfCase(document, guideline, provisions);
	const ofDrugs = drugs && drugs.found.baseOffenseLevel + (provisions.drugLevels ?? 0);
	const row = baseRowOf(guideline, grounds, levelOf ?? (() => ofDrugs ?? document.baseOffenseLevel));
	const { provision, effectiveDate } = guideline;
	if (document.baseOffenseLevel !== undefined && document.baseOffenseLevel !== row.levels) {
		throw disagreement(
			'/baseOffenseLevel',
			`${document.baseOffenseLevel} is not the base offense level of ${provision}${row.id} in this edition, which is ${row.levels}`,
			'Leave it out or correct it',
		);
	}
	const what = drugs?.words ?? row.description;
	trace.add(`${provision}${row.id}`, what ? `base offense level: ${what}` : 'base offense level', row.levels);
	if (drugs) addDrugNotes(trace, drugs);
	// A level that the case gives in place of its drugs may be lowered already, so both outcomes are named instead (role-cap.ts).
	if (drugs || !usesDrugs(guideline)) applyBaseLimits(trace, guideline, { ...grounds, base: row.id });
	const unanswered = row.when === undefined ? unansweredBases(guideline, grounds) : [];
	return {
		guideline: provision.slice(1),
		effectiveDate,
		base: row.id,
		applied: [],
		notApplied: unanswered,
		crossReferences: [],
		...(drugs === undefined ? {} : { drugs }),
	};
}

/** What the conditions of a guideline are held against, before anything applies. */
export const groundsOf = (document: CaseDocument, provisions: Provisions): Grounds => ({
	document,
	base: undefined,
	applied: [],
	named: provisions['chapter-three'].adjustments,
});

/** The base offense levels that would come before the one that applies otherwise, and that nothing in the case addresses. */
function unansweredBases({ base }: Guideline, grounds: Grounds): ChapterTwo['notApplied'][number][] {
	if (grounds.document.base !== undefined) return [];
	const unanswered = base.rows.filter(({ when }) => when && truthOf(when, grounds) === undefined);
	return unanswered.map((row) => ({ id: row.id, description: `base offense ${levelText(row)}: ${row.description}` }));
}

/** What the base offense level becomes for some defendants before any characteristic, such as those with a mitigating role. */
function applyBaseLimits(trace: Trace, guideline: Guideline, grounds: Grounds): void {
	const start = trace.level;
	for (const limit of guideline.base.limits) {
		const { id, fromLevel, toLevel = start, levels = 0, mostLevel = start + levels, when } = limit;
		const reaches = limit.base.includes(grounds.base ?? '') && fromLevel <= start && start <= toLevel;
		if (!reaches || truthOf(when, grounds) !== true) continue;
		const lowered = Math.min(trace.level + levels, mostLevel);
		if (lowered < trace.level) trace.add(`${guideline.provision}${id}`, limit.description, lowered - trace.level);
	}
}
