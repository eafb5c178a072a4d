// The ranges around the level of a case.
import { type Category, categories, greaterCategory } from '../../case/category.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Least, SensitivityCell, SensitivityRow, Step } from '../../result/result.ts';
import { leastCategoryOf } from '../chapter-four/part-b.ts';
import type { PartB } from '../chapter-four/part-b-found.ts';
import { effectOf } from '../chapter-three/early-disposition.ts';
import { type Commanded, commandedBy } from '../chapter-three/named-adjustments.ts';
import { deriveRange, type StatutoryLimits } from '../range/guideline-range.ts';
import { type ReliefFound, withoutRelief } from '../relief/relief.ts';
import type { Context } from '../steps/context.ts';

/** What no argument over levels or points changes. Months. */
interface Standing {
	limits: StatutoryLimits;
	/** The limits without the safety valve, and the most points with which there is one, where the law of the day has a most. */
	withoutRelief: { limits: StatutoryLimits; abovePoints: number } | undefined;
	leastLevel: Least['leastLevel'];
	/** The level of Chapter Four, Part B. */
	fixed: number | undefined;
	leastCategory: Category | undefined;
	commanded: Commanded | undefined;
}

/** A case with its range, and what tells how far the argument over it goes. */
interface Found extends Pick<Context, 'document' | 'provisions'> {
	level: { parts: { total: number }; steps: readonly Step[]; partB: PartB };
	category: Category;
	limits: StatutoryLimits;
	penalties: { limits: StatutoryLimits };
	relief: ReliefFound;
}

/** The guideline ranges around the level of a case, in months. */
export function sensitivityFound(found: Found): SensitivityRow[] {
	const { document, provisions, level, category, limits, penalties, relief } = found;
	return sensitivityOf(provisions, level.parts.total, category, {
		limits,
		withoutRelief: withoutRelief(relief, penalties.limits),
		leastLevel: relief.relief?.leastLevel,
		fixed: level.partB.least?.level,
		leastCategory: leastCategoryOf(level.partB, provisions),
		commanded: commandedBy(document, provisions, level.steps),
	});
}

/** How far around the level of the case the rows go. */
const reach = 4;

/**
 * The guideline range of every level within four of the case's and of every category, each through §5G1.1, in months:
 * where one level less changes nothing the argument for it is worth nothing. What Chapter Four, Part B, sets (§§4B1.1(b),
 * 4B1.4) stays whatever level or category is argued for, unless it is greater; and so does what an adjustment of Chapter
 * Three commands (§3A1.4).
 */
function sensitivityOf(
	provisions: Provisions,
	level: number,
	own: Category,
	{ limits, withoutRelief, leastLevel, fixed, leastCategory, commanded }: Standing,
): SensitivityRow[] {
	const { criminalHistoryCategories: points } = provisions['sentencing-table'];
	const lowest = leastCategory ?? commanded?.category ?? (categories[0] as Category);
	/** §5C1.2(b) sets its least level for those with few points: in the case's own category, and in the lowest. */
	const leastOf = (category: Category): number =>
		Math.min(level, Math.max(commanded?.level ?? 0, fixed ?? leastOfRelief(category)));
	const leastOfRelief = (category: Category): number => {
		const { level: least = 0, maximumPoints = Infinity } = leastLevel ?? {};
		return category === own || fewestIn(category) <= maximumPoints ? least : 0;
	};
	const { levelLimits } = provisions['sentencing-table'];
	const fewestIn = (category: Category): number => points.find((row) => row.category === category)?.minimumPoints ?? 0;
	const isLostIn = (category: Category): boolean =>
		withoutRelief !== undefined && category !== own && fewestIn(category) > withoutRelief.abovePoints;
	const limitsIn = (category: Category) => (isLostIn(category) && withoutRelief ? withoutRelief.limits : limits);
	const rows = Array.from({ length: 2 * reach + 1 }, (_, index) => level - reach + index);
	return rows
		.filter((row) => row >= levelLimits.lowest && row <= levelLimits.highest)
		.map((row) => ({
			offenseLevel: row,
			cells: categories.map((argued) =>
				cellOf(provisions, row, limitsIn(argued), {
					argued,
					category: greaterCategory(argued, lowest),
					least: leastOf(argued),
				}),
			),
		}));
}

function cellOf(
	provisions: Provisions,
	level: number,
	limits: StatutoryLimits,
	{ argued, category, least }: { argued: Category; category: Category; least: number },
): SensitivityCell {
	const { lowest } = provisions['sentencing-table'].levelLimits;
	const at = (row: number) => deriveRange(provisions, Math.max(row, least), category, limits);
	const here = at(level);
	const less = level === lowest ? undefined : at(level - 1);
	return {
		criminalHistoryCategory: argued,
		range: here.range,
		zone: here.decidingCell.zone,
		oneLevelLess: less === undefined ? null : effectOf(here.range, less.range),
		zoneChanges: less !== undefined && less.decidingCell.zone !== here.decidingCell.zone,
	};
}
