// A case with some levels more or fewer, for the warnings that name both outcomes.
import type { Category } from '../../case/category.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { clampLevel } from '../../law/sentencing-table.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { OffenseLevel, Range, Result } from '../../result/result.ts';
import type { Context } from '../steps/context.ts';
import { deriveRange, type StatutoryLimits } from './guideline-range.ts';

/** A case as it is worked out, and how it is with other facts. Months. */
export interface Worked extends Pick<Context, 'document' | 'provisions'> {
	level: { parts: OffenseLevel; withoutFastTrack: number; partB: { firearm?: unknown } };
	category: Category;
	limits: StatutoryLimits;
	derived: { range: Range };
	/** The range the sentence starts from is that for all counts, where there is one. */
	total: { totalRange: Range | undefined };
	inThisEdition: (other: CaseDocument) => Result;
}

interface Outcome {
	level: number;
	range: string;
}

/**
 * The case with some levels more or fewer. Where no other rule goes by those levels, they are added to the sum; otherwise the
 * case is worked out again with the `other` facts.
 */
export function withLevels(worked: Worked, levels: number, other: CaseDocument): Outcome {
	const { document, provisions, category, limits, level } = worked;
	const isPlain =
		Object.values(level.partB).every((found) => found === undefined) &&
		!document.statutoryMinimumRelief &&
		!document.safetyValve;
	if (isPlain) {
		const sum = level.withoutFastTrack + level.parts.fastTrack + levels;
		const total = clampLevel(provisions['sentencing-table'], sum);
		return { level: total, range: rangeInWords(deriveRange(provisions, total, category, limits).range) };
	}
	const { offenseLevel, guidelineRange, totalRange } = worked.inThisEdition(other);
	return { level: offenseLevel.total, range: rangeInWords(totalRange ?? guidelineRange) };
}

/** The case as it stands. */
export const asItStands = ({ level, derived, total }: Worked): Outcome => ({
	level: level.parts.total,
	range: rangeInWords(total.totalRange ?? derived.range),
});
