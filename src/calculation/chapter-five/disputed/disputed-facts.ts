// What each disputed fact of a drug case is worth, in months.
import type { CaseDocument } from '../../../case/schema.ts';
import type { Provisions } from '../../../law/schema.ts';
import type { DisputedFact, Range, Result } from '../../../result/result.ts';
import { countsAsGiven } from '../../chapter-two/drugs/direct.ts';
import { drugLawOf } from '../../chapter-two/drugs/drug-law.ts';
import type { StatutoryLimits } from '../../range/guideline-range.ts';
import type { ReliefFound } from '../../relief/relief.ts';
import { chargedDisputed } from './charged.ts';
import type { Disputed } from './outcomes.ts';
import { roleDisputed } from './role.ts';
import { safetyValveDisputed } from './safety-valve.ts';
import { puritiesDisputed, weightsDisputed } from './weight.ts';

/** A case with its ranges, and how it is with other facts. */
interface Found {
	given: CaseDocument;
	provisions: Provisions;
	limits: StatutoryLimits;
	penalties: { limits: StatutoryLimits };
	relief: ReliefFound;
	level: { chapterTwo: { drugs?: unknown } | undefined };
	derived: { range: Range };
	total: { totalRange: Range | undefined };
}

/**
 * The weight of each drug, its purity, the weight charged, the role and the safety valve of a case of drugs: the case worked
 * out again with each way to find the fact, so that every cap, floor and limit applies. Undefined where the case names no
 * drugs, or the statute sets the term.
 */
export function disputedFactsFound(
	{ given, provisions, limits, penalties, relief, level, derived, total }: Found,
	inThisEdition: (other: CaseDocument) => Result,
): DisputedFact[] | undefined {
	if (level.chapterTwo?.drugs === undefined || limits.setTerm !== undefined) return undefined;
	const { reduction: _, ...asSentenced } = given;
	const disputed: Disputed = {
		given: asSentenced,
		provisions,
		range: total.totalRange ?? derived.range,
		inThisEdition,
	};
	const law = drugLawOf(provisions);
	const hasMinimum = penalties.limits.minimum !== undefined;
	const valve = safetyValveDisputed(disputed, { relief: relief.relief, hasMinimum });
	const guideline = given.guideline === undefined ? undefined : provisions.guideline(given.guideline);
	const isPlain = guideline !== undefined && countsAsGiven(guideline, given);
	return [
		...(isPlain ? [...weightsDisputed(disputed, law), ...puritiesDisputed(disputed, law)] : []),
		...chargedDisputed(disputed, law),
		...(guideline?.noAdjustments === undefined ? [roleDisputed(disputed)] : []),
		...(valve === undefined ? [] : [valve]),
	];
}
