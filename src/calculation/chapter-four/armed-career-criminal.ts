import { type Category, categories } from '../../case/category.ts';
import type { Provisions } from '../../law/schema.ts';
import { clampLevel } from '../../law/sentencing-table.ts';
import type { LevelFound } from '../offense-level.ts';
import { deriveRange, type Range, type StatutoryLimits } from '../range/chapter-five.ts';
import { rangeInWords } from '../range-words.ts';
import { isUnder, type StatuteOfConviction } from '../statutes/statutes.ts';
import type { Warning } from '../warnings.ts';

interface Bearing {
	limits: StatutoryLimits;
	statutes: readonly StatuteOfConviction[];
	/** The range shown, in months. */
	range: Range;
}

type Rule = Extract<Provisions['4B1.4'], { inForce: true }>;

/**
 * What §4B1.4 makes of a case with a count under 18 U.S.C. § 924(e): the range with its least level and category, and the
 * one where the firearm went with another crime, which the case does not say. Silent where both are the range shown.
 */
export function armedCareerWarnings(
	provisions: Provisions,
	level: LevelFound,
	category: Category,
	{ limits, statutes, range }: Bearing,
): Warning[] {
	if (statutes.length === 0) return [];
	const rule = provisions['4B1.4'];
	if (!rule.inForce || !statutes.some((count) => isUnder(count, [rule.statute]))) return [];
	const outcomeOf = (least: Rule['otherwise'] | Rule['connected']) => {
		const taken = less(rule, level);
		const used = Math.max(level.parts.total, clampLevel(provisions['sentencing-table'], least.level - taken));
		const greater = categories[Math.max(categories.indexOf(category), categories.indexOf(least.category))] as Category;
		const derived = deriveRange(provisions, used, greater, limits).range;
		const acceptance = taken === 0 ? '' : ` less ${taken} for acceptance`;
		const by = `at least level ${least.level}${acceptance}, ${least.levelProvision}, and category ${least.category}, ${least.categoryProvision}`;
		return { range: derived, words: `${rangeInWords(derived)}: level ${used}, category ${greater} (${by})` };
	};
	const otherwise = outcomeOf(rule.otherwise);
	const beside = statutes.find((count) => isUnder(count, rule.notConnectedBeside?.statutes ?? []));
	const connected = beside ? undefined : outcomeOf(rule.connected);
	if (isSame(otherwise.range, range) && (!connected || isSame(connected.range, range))) return [];
	const more = connected
		? `. If ${rule.connected.words}, which the case does not say: ${connected.words}`
		: `. ${rule.connected.levelProvision} and ${rule.connected.categoryProvision} do not apply beside ${beside?.provision} (${rule.notConnectedBeside?.provision})`;
	const message = `THE RANGE SHOWN LEAVES §4B1.4 OUT. A count under ${rule.statute} makes an armed career criminal (${rule.appliesTo}), and the guideline range is ${otherwise.words}${more}`;
	return [{ code: 'armed-career-criminal', message }];
}

/** What §3E1.1 takes off the level of §4B1.4(b)(3): two levels before November 1992, then as earned. */
function less({ acceptance }: Rule, { parts }: LevelFound): number {
	if (parts.acceptance === 0) return 0;
	return acceptance.reduction === 'fixed' ? acceptance.levels : -parts.acceptance;
}

const isSame = (one: Range, other: Range): boolean =>
	one.minimumMonths === other.minimumMonths && one.maximumMonths === other.maximumMonths;
