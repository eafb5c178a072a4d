// The whole calculation, in the order of §1B1.1.
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import type { Result } from '../result/result.ts';
import { caseInEdition, withPriorsAndCounts } from './case-in-edition.ts';
import { categoryFound } from './chapter-four/category.ts';
import { criminalHistoryOf } from './criminal-history/criminal-history.ts';
import { offenseLevelOf } from './offense-level.ts';
import { deriveRange, type StatutoryLimits } from './range/guideline-range.ts';
import { reliefOf } from './relief/relief.ts';
import { piercedMinimum } from './relief/substantial-assistance.ts';
import { answerTo, answerToGiven, type Run, type RunOptions } from './run.ts';
import { penaltiesOf } from './statutes/penalties.ts';
import { limitsThatBind } from './total-range/limits-that-bind.ts';
import { totalFound } from './total-range/total-outcomes.ts';
import type { WorkedOut } from './worked-out.ts';

export type { CalculateOptions } from './run.ts';

/**
 * The parts of the Manual in the order of §1B1.1, as far as the ranges. Criminal history and the statutes of conviction come
 * first, because the offense level asks for both: Chapter Two for points, Chapter Four, Part B, for penalties. What a range decides
 * besides (Chapter Five, Parts B to E) follows in run.ts, with what is asked for.
 */
function workOut(given: CaseDocument, law: Law, run: Run): WorkedOut {
	const stated = caseInEdition(given, law, run);
	// Chapter Four, Part A, and the statutes of conviction.
	const history = criminalHistoryOf(stated, run.options.apart);
	const penalties = penaltiesOf(stated);
	const context = withPriorsAndCounts(stated, history, penalties);
	// Whether the court may go below a statutory minimum (§5C1.2, §5K1.1).
	const relief = reliefOf(context, penalties);
	// Chapters Two and Three; Chapter Four, Parts B and C.
	const level = offenseLevelOf(context, { history, relief: relief.relief, statutes: penalties.statutes });
	const { category, ofPartA } = categoryFound(context, history, level.partB);
	// Chapter Five, Part A, and §5G1.1; then the range for all counts (§4B1.1(c), §4B1.4).
	const limits = limitsThatBind(context, penalties, relief.relief, level.partB.firearm);
	const rangeWithin = (bounds: StatutoryLimits) => deriveRange(context.provisions, level.parts.total, category, bounds);
	const derived = rangeWithin(limits);
	const ranged = { ...context, history, penalties, relief, level, category, ofPartA, limits, derived };
	return { ...ranged, total: totalFound(ranged), pierced: piercedMinimum(relief.relief, penalties, rangeWithin) };
}

/**
 * Works out the guideline range of a case: offense level (Chapters Two and Three), criminal history category
 * (Chapter Four), Sentencing Table and §5G1.1 (Chapter Five), in the edition that the case names or §1B1.11 chooses.
 * Pure: no clock, locale, file or environment. Throws InputError where the case cannot be answered in that edition,
 * whichever fields are wanted.
 */
export function calculate(given: CaseDocument, law: Law, options: RunOptions = {}): Result {
	return answerTo(given, law, options, workOut);
}

/** The same with the facts as they are given. Throws InputError for the first that a rule lacks, whether or not it matters. */
export function calculateGiven(given: CaseDocument, law: Law, options: RunOptions): Result {
	return answerToGiven(given, law, options, workOut);
}
