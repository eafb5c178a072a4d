// The warnings about statutes of conviction.
import type { Category } from '../../case/category.ts';
import type { Cell, Warning } from '../../result/result.ts';
import { type DerivedRange, deriveRange, type StatutoryLimits } from '../range/guideline-range.ts';
import type { Context } from '../steps/context.ts';
import { classWarnings } from './class-of-offense.ts';
import type { Penalties } from './penalties.ts';
import { statedMaximumWarnings } from './stated-maximum.ts';

/** A case with its counts and its range. */
interface Found extends Pick<Context, 'document' | 'provisions'> {
	penalties: Penalties;
	level: { parts: { total: number } };
	category: Category;
	limits: StatutoryLimits;
	derived: DerivedRange;
}

/** What the counts warn of by themselves, whatever the range. The range for all counts says what a sole count has. */
export const penaltyWarnings = ({ warnings }: Penalties, total: { decidingCell: Cell | undefined }): Warning[] =>
	warnings.filter(({ code }) => code !== 'sole-consecutive-count' || !total.decidingCell);

/** What they warn of where the range turns on a class or a maximum that may be another. */
export const limitWarnings = ({
	document,
	provisions,
	penalties,
	level,
	category,
	limits,
	derived,
}: Found): Warning[] => [
	...classWarnings(penalties, provisions, derived.range),
	...statedMaximumWarnings(document, derived, (changed) =>
		deriveRange(provisions, level.parts.total, category, { ...limits, ...changed }),
	),
];
