// What a condition on prior convictions is held against, and what it finds.
import type { CaseDocument } from '../../../case/schema.ts';
import type { Guideline, GuidelineRow } from '../../../law/guideline-schema.ts';
import type { Provisions } from '../../../law/schema.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import type { Readings } from '../../steps/readings.ts';

/** What a condition on prior convictions is held against. */
export interface PriorFacts {
	document: CaseDocument;
	provisions: Provisions;
	guideline: Guideline;
	/** The priors and what they score; undefined where the case gives none. */
	scored: readonly ScoredPrior[] | undefined;
	readings: Readings;
}

/** A row of a characteristic that the facts bear out, in levels, and the ids of the priors it rests on. */
export interface Finding {
	row: GuidelineRow;
	levels: number;
	priors: string[];
	/** What each of them meets, where the row turns on kinds: in words. */
	matched: string[];
}
