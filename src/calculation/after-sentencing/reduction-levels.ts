// Warnings about a change in levels that the case states.
import type { CaseDocument } from '../../case/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Amendment, Range, Warning } from '../../result/result.ts';
import { fixedLevels, namesOf } from './amended-case.ts';
import type { ReductionRule } from './reduction-rule.ts';

type Given = NonNullable<CaseDocument['reduction']>;

/** The policy statement of the day, and the amended range by a change. Months. */
interface Reached {
	rule: ReductionRule;
	rangeOfChange: (change: Given) => Range;
}

/**
 * A change of the offense level held against what the amendments lower: more than they can, or less than one of them
 * always does; and what no fixed number stands against.
 */
export function levelsWarnings(
	given: Given,
	{ baseOffenseLevel: base }: CaseDocument,
	amendments: readonly Amendment[],
	{ rule, rangeOfChange }: Reached,
): Warning[] {
	const lowered = loweredBy(given, base, fixedLevels(amendments));
	if (lowered === undefined || !rule.amendedRange.onlyListedAmendments) return [];
	const said = amendments.map(({ name, adds, lowers }) =>
		adds
			? `${name} lowers the level by ${-adds.levels} (${adds.provision})`
			: `${name} lowers the level ${lowers?.words ?? 'by no fixed number'}`,
	);
	const most = mostOf(amendments);
	const rangeOf = (change: Given): string => rangeInWords(rangeOfChange(change));
	if (most === undefined) {
		if (lowered === 0) return [];
		const message = `The program uses the change of ${levelsText(lowered)} as entered and could not check it: ${said.join('; ')}. With that change, the amended range is ${rangeOf(given)}. Check it against the text of ${amendments.length === 1 ? 'the amendment' : 'each amendment'}.`;
		return [{ code: 'reduction-levels-not-checked', message }];
	}
	const least = -(fixedLevels(amendments) ?? 0);
	if (lowered >= least && lowered <= most) return [];
	const possible = lowered > most ? most : least;
	const message = `The case gives ${levelsText(lowered)}, which is not the change that ${namesOf(amendments)} ${amendments.length === 1 ? 'makes' : 'make'}: ${said.join('; ')}. As entered, the amended range is ${rangeOf(given)}. With ${levelsText(possible)}, it is ${rangeOf(withLevels(given, possible))}. Correct the change, or name every amendment that makes it.`;
	return [{ code: 'reduction-not-of-amendment', message }];
}

const levelsText = (levels: number): string => `${levels} ${levels === 1 ? 'level' : 'levels'}`;

/** By how much the change given lowers the offense level, those that an amendment always takes off counted; undefined where none is given. */
function loweredBy(
	{ levels, baseOffenseLevel }: Given,
	base: number | undefined,
	fixed: number | undefined,
): number | undefined {
	if (levels !== undefined) return -levels;
	if (baseOffenseLevel === undefined || base === undefined) return undefined;
	return base - baseOffenseLevel - (fixed ?? 0);
}

/** The most that all of them lower the offense level by; undefined where one of them has no most. */
function mostOf(amendments: readonly Amendment[]): number | undefined {
	return amendments.reduce<number | undefined>((sum, { adds, lowers }) => {
		const most = adds ? -adds.levels : lowers?.mostLevels;
		return sum === undefined || most === undefined ? undefined : sum + most;
	}, 0);
}

/** The same change, as levels alone. */
const withLevels = ({ baseOffenseLevel: _, ...given }: Given, lowered: number): Given => ({
	...given,
	levels: -lowered,
});
