import type { Category } from '../case/category.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import { clampLevel } from '../law/sentencing-table.ts';
import { rangeInWords } from '../result/range-words.ts';
import type { CriminalHistory, Range, Result, Warning } from '../result/result.ts';
import { openZeroPointRule } from './chapter-four/zero-point-offender.ts';
import type { LevelFound } from './offense-level.ts';
import { deriveRange, type StatutoryLimits } from './range/guideline-range.ts';

/** A case as it is worked out, and how it is with other facts. Months. */
interface Worked {
	document: CaseDocument;
	provisions: Provisions;
	history: CriminalHistory | undefined;
	level: LevelFound;
	category: Category;
	limits: StatutoryLimits;
	/** The range the sentence starts from: that for all counts, where there is one. */
	range: Range;
	inThisEdition: (other: CaseDocument) => Result;
}

/** What the level supposes and the case does not say, with the range where it is otherwise. Silent where nothing changes. */
export const supposedWarnings = (worked: Worked): Warning[] => [
	...zeroPointWarning(worked),
	...acceptanceMotionWarning(worked),
];

interface Outcome {
	level: number;
	range: string;
}

/**
 * The case with some levels more or fewer. Where no other rule goes by those levels, they are added to the sum; otherwise the
 * case is worked out again with the `other` facts.
 */
function withLevels(worked: Worked, levels: number, other: CaseDocument): Outcome {
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

const inWords = ({ level, range }: Outcome): string => `level ${level}, ${range}`;

/** The decrease of §4C1.1, which a case without criminal history points may have and does not raise. */
function zeroPointWarning(worked: Worked): Warning[] {
	const { document, provisions, history, level, range } = worked;
	const found = openZeroPointRule(document, provisions, history);
	if (found === undefined) return [];
	const { provision, decrease } = found.rule;
	const counted = { levels: -decrease.levels, provision };
	const other = { ...document, adjustments: [...(document.adjustments ?? []), counted] };
	const here = { level: level.parts.total, range: rangeInWords(range) };
	const lower = withLevels(worked, counted.levels, other);
	if (inWords(lower) === inWords(here)) return [];
	const when = found.points === 0 ? '' : 'If the client has no criminal history points at all, ';
	const open = `${when}${provision} takes ${decrease.levels} levels off, unless one of its criteria stands in the way`;
	const message = `${open}, and the case does not say. If it applies: ${inWords(lower)}. If not, as here: ${inWords(here)}. Answer the criteria of ${provision}.`;
	return [{ code: 'zero-point-offender-not-raised', message }];
}

/** The third level of acceptance, where "full" counts it and the government must move for it. */
function acceptanceMotionWarning(worked: Worked): Warning[] {
	const { document, provisions, level, range } = worked;
	const { decrease, additionalDecrease: additional } = provisions['3E1.1'];
	if (document.acceptance !== 'full' || !additional.inForce || !additional.needsGovernmentMotion) return [];
	if (-level.parts.acceptance <= decrease.levels && level.partB.firearm === undefined) return [];
	const without = withLevels(worked, additional.levels, { ...document, acceptance: decrease.levels as 2 });
	const here = rangeInWords(range);
	if (without.range === here) return [];
	const message = `Acceptance counts the third level of §3E1.1(b), which takes the government's motion. With it, as here, the range is ${here}. Without it: ${without.range}. Check for that motion.`;
	return [{ code: 'acceptance-motion-assumed', message }];
}
