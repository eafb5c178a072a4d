// What the statutory minimum and maximum do across the levels of a category.
import type { Category } from '../../case/category.ts';
import type { Months } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Ceiling, Floor } from '../../result/result.ts';
import { deriveRange } from './guideline-range.ts';

export function floorOf(provisions: Provisions, category: Category, minimum: Months): Floor {
	return { ...rememberedFloor(provisions, category, minimum) };
}

const rememberedFloor = remembered((provisions, category, minimum): Floor => {
	const at = (level: number) => deriveRange(provisions, level, category, { minimum }).effect.minimum;
	const levels = levelsOfTable(provisions);
	return {
		minimumMonths: minimum,
		becomesGuidelineSentenceAtOrBelowLevel:
			levels.findLast((level) => at(level) === 'becomes-guideline-sentence') ?? null,
		noEffectAtOrAboveLevel: levels.find((level) => at(level) === 'none') ?? null,
	};
});

export function ceilingOf(provisions: Provisions, category: Category, maximum: Months): Ceiling {
	return { ...rememberedCeiling(provisions, category, maximum) };
}

const rememberedCeiling = remembered((provisions, category, maximum): Ceiling => {
	const at = (level: number) => deriveRange(provisions, level, category, { maximum }).effect.maximum;
	const levels = levelsOfTable(provisions);
	return {
		maximumMonths: maximum,
		becomesGuidelineSentenceAtOrAboveLevel: levels.find((level) => at(level) === 'becomes-guideline-sentence') ?? null,
		noEffectAtOrBelowLevel: levels.findLast((level) => at(level) === 'none') ?? null,
	};
});

/** Statutes know some dozens of limits; data may bring any number of months. */
const mostRemembered = 1000;

type AcrossLevels<T> = (provisions: Provisions, category: Category, limit: Months) => T;

/** What a limit does across the levels takes the whole table to find, and is the same for every case: found once. */
function remembered<T>(find: AcrossLevels<T>): AcrossLevels<T> {
	const found = new WeakMap<Provisions, Map<string, T>>();
	return (provisions, category, limit) => {
		const known = found.get(provisions) ?? new Map<string, T>();
		found.set(provisions, known);
		const key = `${category} ${limit}`;
		const value = known.get(key) ?? find(provisions, category, limit);
		if (known.size < mostRemembered) known.set(key, value);
		return value;
	};
}

function levelsOfTable(provisions: Provisions): number[] {
	return provisions['sentencing-table'].rows.map((row) => row.level);
}
