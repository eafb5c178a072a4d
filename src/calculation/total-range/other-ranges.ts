// The ranges that a case may have by other findings of Chapter Four, Part B.
import { type Category, greaterCategory } from '../../case/category.ts';
import type { Provisions } from '../../law/schema.ts';
import { clampLevel } from '../../law/sentencing-table.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import { categoryOfPartB } from '../chapter-four/part-b.ts';
import type { ArmedCareer, FirearmOffender, LeastArmed, PartB } from '../chapter-four/part-b-found.ts';
import { type DerivedRange, deriveRange, type StatutoryLimits } from '../range/guideline-range.ts';
import type { Readings } from '../steps/readings.ts';

/** What the calculation found before the range for all counts. */
export interface Found {
	provisions: Provisions;
	partB: PartB;
	/** The offense level used in the table, the category, and that of Chapter Four, Part A. */
	level: number;
	category: Category;
	ofPartA: Category;
	statutes: readonly StatuteOfConviction[];
	/** Those that bind beside any relief. */
	limits: StatutoryLimits;
	derived: DerivedRange;
	readings: Readings;
}

/** A range, and the level and category of the table that it comes from. */
export interface At {
	level: number;
	category: Category;
	derived: DerivedRange;
}

/** The range with a greater level and category of §4B1.4. */
export function withLeast({ provisions, level: own, category: ownCategory, limits }: Found, least: LeastArmed): At {
	const level = Math.max(own, clampLevel(provisions['sentencing-table'], least.level));
	const category = greaterCategory(ownCategory, least.category);
	return { level, category, derived: deriveRange(provisions, level, category, limits) };
}

/** The range of the other counts where none of them makes a career offender (§4B1.1, comment. (n.3(C)(i))). */
export function withoutCareer(
	{ provisions, partB: { career: _, ...partB }, ofPartA, limits, readings }: Found,
	{ otherwise }: FirearmOffender,
): DerivedRange {
	const level = Math.max(otherwise, partB.armed?.level ?? otherwise);
	const category = categoryOfPartB(partB, provisions, ofPartA, readings);
	return deriveRange(provisions, clampLevel(provisions['sentencing-table'], level), category, limits);
}

/** Which parts of §4B1.4(b) and (c) the level and the category rest on. */
export function provisionsOfArmed({ provisions, partB, ofPartA }: Found, least: LeastArmed): string[] {
	const rule = provisions['4B1.4'];
	const { otherwise } = partB.armed as ArmedCareer;
	if (!rule.inForce) return [];
	const own = partB.career || partB.firearm ? provisions['4B1.1'].category : ofPartA;
	return [
		least.level > otherwise.level ? least.levelProvision : otherwise.provision,
		greaterCategory(own, least.category) === own ? rule.greatest.category : least.categoryProvision,
	];
}
