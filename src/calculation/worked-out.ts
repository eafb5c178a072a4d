// All that the parts of the calculation find of a case in one edition.
import type { Category } from '../case/category.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { FastTrack, Result, Warning } from '../result/result.ts';
import type { ScoredHistory } from './criminal-history/criminal-history.ts';
import type { LevelFound } from './offense-level.ts';
import type { DerivedRange, StatutoryLimits } from './range/guideline-range.ts';
import type { ReliefFound } from './relief/relief.ts';
import type { PiercedMinimum } from './relief/substantial-assistance.ts';
import type { Penalties } from './statutes/penalties.ts';
import type { CountedContext } from './steps/context.ts';
import type { TotalFound } from './total-range/total-outcomes.ts';

/** A case that is worked out as far as its ranges. */
export interface WorkedOut extends CountedContext {
	/** The points of its priors, where it gives them. */
	history: ScoredHistory | undefined;
	/** By the statutes alone. */
	penalties: Penalties;
	relief: ReliefFound;
	level: LevelFound;
	category: Category;
	/** The category of Chapter Four, Part A. */
	ofPartA: Category;
	/** Those that bind beside the relief. */
	limits: StatutoryLimits;
	derived: DerivedRange;
	total: TotalFound;
	/** The minimum that substantial assistance lets the sentence go below. */
	pierced: PiercedMinimum | undefined;
}

/** The same with what the range decides besides, and a way to work it out again with other facts. */
export interface Answered extends WorkedOut {
	fastTrack: FastTrack;
	after: Pick<Result, 'sentencingOptions'>;
	reductionWarnings: readonly Warning[];
	/** Works the case out with other facts: its level, its category and its ranges. */
	inThisEdition: (other: CaseDocument) => Result;
}
