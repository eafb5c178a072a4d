import type { Category } from '../case/category.ts';
import { longDate } from '../case/dates.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law, Provisions } from '../law/schema.ts';
import { isDerivedCell } from '../law/sentencing-table.ts';
import { rangeInWords } from '../result/range-words.ts';
import type { ChosenEdition, FastTrack, Result, Warning } from '../result/result.ts';
import { caseWarnings } from './case-warnings.ts';
import { openClassWarnings } from './chapter-five/open-class.ts';
import { openReleaseWarnings } from './chapter-five/release-fact.ts';
import { sentenceLimitWarnings } from './chapter-five/sentence-limits.ts';
import { optionWarnings } from './chapter-five/sentencing-options.ts';
import { careerMaximumWarnings, careerPossessionWarnings } from './chapter-four/career-offender-maximum.ts';
import { adjustmentWarnings } from './chapter-three/adjustment-warnings.ts';
import { fastTrackPolicyWarnings, spanOf } from './chapter-three/fast-track-policy.ts';
import { increaseWarnings } from './chapter-two/illegal-reentry/increase-points.ts';
import { roleCapWarnings } from './chapter-two/role-cap.ts';
import type { ScoredHistory } from './criminal-history/chapter-four.ts';
import type { LevelFound } from './offense-level.ts';
import { type DerivedRange, deriveRange } from './range/guideline-range.ts';
import { departureWarnings, outOfReachWarnings } from './relief/least-level.ts';
import type { ReliefFound } from './relief/relief.ts';
import {
	boundInWords,
	firearmWarnings,
	otherAnswersWarnings,
	statedReliefWarnings,
} from './relief/safety-valve-doubts.ts';
import { priorsWarnings } from './relief/safety-valve-priors.ts';
import { type PiercedMinimum, piercedWarnings } from './relief/substantial-assistance.ts';
import { classWarnings } from './statutes/class-of-offense.ts';
import type { Penalties } from './statutes/penalties.ts';
import { statedMaximumWarnings } from './statutes/stated-maximum.ts';
import { outcomeOrQuestion } from './steps/open-questions.ts';
import { asSentence } from './steps/sentence.ts';
import { supposedWarnings } from './supposed.ts';
import type { TotalFound } from './total-range/total-outcomes.ts';
import { editionWarnings } from './which-manual/unverified-edition.ts';

/** A case that is worked out, and what was found on the way. */
interface WorkedOut {
	/** With the points that its priors make. */
	document: CaseDocument;
	/** The points of its priors, where it gives them. */
	history: ScoredHistory | undefined;
	law: Law;
	edition: ChosenEdition;
	provisions: Provisions;
	relief: ReliefFound;
	/** By the statutes alone. */
	penalties: Penalties;
	/** The same with the limits that bind beside the relief. */
	binding: Penalties;
	level: LevelFound;
	category: Category;
	derived: DerivedRange;
	total: TotalFound;
	fastTrack: FastTrack;
	after: Pick<Result, 'sentencingOptions'>;
	pierced: PiercedMinimum | undefined;
	reductionWarnings: readonly Warning[];
	/** The day on which the edition was superseded. */
	until: () => string | undefined;
	/** Works the case out with other facts: its level, its category and its ranges. */
	inThisEdition: (other: CaseDocument) => Result;
}

/** All that the answer has to warn of, in the order of the calculation. */
export function warningsOf(found: WorkedOut): Warning[] {
	const { document, law, edition, provisions, penalties, binding, level, category, derived } = found;
	const { relief } = found.relief;
	const { range } = derived;
	const { statutes } = penalties;
	const { limits } = binding;
	if (limits.setTerm !== undefined) return warningsOfSetTerm(found);
	const outcomeWith = (other: CaseDocument) => outcomeOrQuestion(() => found.inThisEdition(other), other);
	const bound = () => boundInWords(range, withMinimum());
	const withMinimum = () => deriveRange(provisions, level.parts.total, category, penalties.limits).range;
	return [
		...editionWarnings(edition, law),
		...derivedCellWarnings(provisions, derived),
		...level.warnings,
		...increaseWarnings(document, provisions, found.inThisEdition),
		...(level.chapterTwo?.drugs ? [] : roleCapWarnings(document, provisions, range, found.inThisEdition)),
		...adjustmentWarnings(document, provisions, outcomeWith),
		...supposedWarnings({
			...found,
			history: found.history?.history,
			limits,
			range: found.total.totalRange ?? range,
		}),
		...penalties.warnings.filter(({ code }) => code !== 'sole-consecutive-count' || !found.total.decidingCell),
		...classWarnings(penalties, provisions, range),
		...statedMaximumWarnings(document, derived, (changed) =>
			deriveRange(provisions, level.parts.total, category, { ...limits, ...changed }),
		),
		...openClassWarnings(document, provisions, binding, relief, edition.effectiveDate),
		...openReleaseWarnings(document, provisions, binding, relief, edition.effectiveDate),
		...found.total.warnings,
		...careerMaximumWarnings(document, provisions, level.partB, { total: level.parts.total, limits, statutes }),
		...careerPossessionWarnings(document, provisions, level.partB, statutes),
		...found.relief.warnings,
		...leastLevelWarnings(found),
		...piercedWarnings(found.pierced, range, found.total),
		...(relief?.granted ? statedReliefWarnings(document, found.history, provisions, edition.effectiveDate, bound) : []),
		...priorsWarnings(document, provisions, {
			found: found.history,
			relief,
			range,
			rangeWithMinimum: withMinimum,
			until: found.until,
		}),
		...otherAnswersWarnings(document, relief, provisions, bound),
		...firearmWarnings(document, relief, provisions, statutes, withMinimum),
		...departureWarnings(document, relief ?? {}, found.fastTrack),
		...optionWarnings(found.after.sentencingOptions),
		...sentenceLimitWarnings(document, limits, statutes, found.total),
		...found.reductionWarnings,
		...fastTrackWarnings(found),
		...caseWarnings(document, provisions, outcomeWith),
	];
}

/** Those that do not turn on the offense level, the category or the limits of a range. */
function warningsOfSetTerm(found: WorkedOut): Warning[] {
	const { document, law, edition, provisions, penalties, binding, total } = found;
	const { relief } = found.relief;
	return [
		...editionWarnings(edition, law),
		...penalties.warnings.filter(({ code }) => code !== 'sole-consecutive-count' || !total.decidingCell),
		...openClassWarnings(document, provisions, binding, relief, edition.effectiveDate),
		...openReleaseWarnings(document, provisions, binding, relief, edition.effectiveDate),
		...found.relief.warnings,
		...sentenceLimitWarnings(document, binding.limits, penalties.statutes, total),
		...found.reductionWarnings,
		...caseWarnings(document, provisions, (other) => outcomeOrQuestion(() => found.inThisEdition(other), other)),
	];
}

function fastTrackWarnings({
	document,
	provisions,
	edition,
	until,
	derived,
	fastTrack,
	inThisEdition,
}: WorkedOut): Warning[] {
	const rule = provisions['early-disposition'];
	if (!rule.inForce) return [];
	const isCounted = rule.kind === 'adjustment' && fastTrack.levels > 0;
	const rangeWithout = () =>
		isCounted ? inThisEdition({ ...document, fastTrackLevels: 0 }).guidelineRange : derived.range;
	return fastTrackPolicyWarnings(document, rule, spanOf(document, edition.effectiveDate, until), {
		fastTrack,
		rangeWithout,
	});
}

function leastLevelWarnings({
	document,
	provisions,
	relief,
	level,
	category,
	penalties,
	binding,
}: WorkedOut): Warning[] {
	const rule = provisions['5C1.2'];
	if (!relief.isLeastOutOfReach || !rule.inForce) return [];
	const ranged = { level: level.parts.total, category, limits: binding.limits, stated: penalties.limits };
	return outOfReachWarnings(document, provisions, rule, ranged);
}

function derivedCellWarnings({ 'sentencing-table': table }: Provisions, { cell }: DerivedRange): Warning[] {
	if (!isDerivedCell(table, cell)) return [];
	const { derivedCells, effectiveDate } = table;
	const message = `The range in this cell of the ${longDate(effectiveDate)} table was worked out from a later amendment, and was not verified: it is ${rangeInWords(cell)}. ${asSentence(derivedCells?.note ?? '')} Check it against the printed table.`;
	return [{ code: 'table-cell-derived', message }];
}
