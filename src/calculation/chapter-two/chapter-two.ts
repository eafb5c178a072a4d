// Chapter Two of a case: from the table of its guideline, or the level that it gives.
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import { countsPriors } from '../../law/guidelines.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import type { Trace } from '../steps/trace.ts';
import { startGuideline } from './by-reference.ts';
import type { GuidelineFound } from './guideline.ts';

/**
 * The base offense level of the case's guideline (§1B1.1(a)(1)): from its table, or the level that the case gives where
 * the guideline is not held. Undefined where no table was used.
 */
export function startChapterTwo(trace: Trace, caseAndLaw: CaseAndLaw): GuidelineFound | undefined {
	const { document, provisions } = caseAndLaw;
	const guideline = provisions.guideline(document.guideline);
	if (guideline) {
		if (turnsOnPriorsAlone(guideline)) refuseUnusedFacts(document, guideline);
		return startGuideline(trace, caseAndLaw, guideline);
	}
	if (document.guideline === undefined && document.baseOffenseLevel === undefined && !document.drugs) {
		trace.add(provisions['1B1.1'].baseOffenseLevel, 'no offense level is given, and none is needed', 0);
		return undefined;
	}
	refuseFactsWithoutTable(document);
	const provision =
		document.guideline === undefined ? provisions['1B1.1'].baseOffenseLevel : `§${document.guideline}(a)`;
	trace.add(provision, 'base offense level, as given', document.baseOffenseLevel as number);
	return undefined;
}

/** Whether a guideline uses no facts by name: its levels come from the priors and removals of the case. */
export const turnsOnPriorsAlone = (guideline: Guideline): boolean =>
	countsPriors(guideline) && guideline.facts.length === 0;

/** Such levels come from the priors and removal orders of the case, or from its characteristics by id. */
function refuseUnusedFacts({ base, drugs, offense }: CaseDocument, guideline: Guideline): void {
	const isOther = base !== undefined && !guideline.base.rows.some(({ id }) => id === base);
	const [path] = [
		isOther && '/base',
		drugs && '/drugs',
		offense && Object.keys(offense).length > 0 && '/offense',
	].filter(Boolean);
	if (path === undefined) return;
	const message = `${guideline.provision} does not use ${path === '/base' ? 'that base offense level' : path === '/drugs' ? 'drugs' : 'facts by name'}. Leave it out, and give the priors and removal orders, or the enhancements by id`;
	throw new InputError('disagrees', path as string, message);
}

/** Without a table there is no level but the one given, and nothing to hold facts against. */
function refuseFactsWithoutTable({
	guideline,
	baseOffenseLevel,
	base,
	drugs,
	offense,
	enhancements = [],
}: CaseDocument): void {
	const named = guideline === undefined ? 'without a guideline' : `§${guideline} is not held in this edition, so`;
	const [path] = [
		baseOffenseLevel === undefined && '/guideline',
		base && '/base',
		drugs && '/drugs',
		offense && '/offense',
		enhancements.length > 0 && '/enhancements',
	].filter(Boolean);
	if (path === undefined) return;
	const what = baseOffenseLevel === undefined ? 'its base offense level is not held' : 'the program cannot use it';
	const remedy = said`Give ${key('baseOffenseLevel')}, and the rest of Chapter Two as adjustments`;
	throw new InputError('guideline-not-held', path as string, `${named} ${what}`, remedy);
}
