// What each answer to a fact of a guideline does.

import { type Grounds, type Truth, truthOf } from '../../calculation/chapter-two/conditions.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Condition } from '../../law/condition-schema.ts';
import { conditionsIn } from '../../law/conditions-in.ts';
import type { Guideline, GuidelineFact } from '../../law/guideline-schema.ts';
import { levelsText } from './levels.ts';
import type { CaseSoFar } from './question.ts';

type Row = Guideline['characteristics'][number]['rows'][number];
type FactValue = boolean | number | string;

/** A part of a guideline that a fact decides: what it is worth in levels, and in words. */
interface Part {
	when: Condition;
	levels: number;
	text: string;
	leastLevel?: number | undefined;
	/** The alternatives of which the greatest applies; none of a base offense level or a cross reference. */
	alternatives?: readonly Row[];
}

/** The case in which a fact is weighed: its document so far, and its base offense level. */
interface Weighed {
	guideline: Guideline;
	known: CaseSoFar;
}

/** The facts that a condition turns on, by name. */
export const factsOf = (when: Condition | undefined): string[] =>
	conditionsIn(when).flatMap((one) => ('fact' in one ? one.fact : 'priors' in one ? (one.priors.fact ?? []) : []));

/** Every part of a guideline that turns on a fact, in printed order. */
function partsOf(name: string, { base, characteristics, crossReferences }: Guideline): Part[] {
	const bases = base.rows.flatMap(({ when, levels, description = '' }): Part[] =>
		when === undefined || typeof levels !== 'number'
			? []
			: [{ when, levels, text: `base offense level ${levels}: ${description}` }],
	);
	const rows = characteristics.flatMap((one) =>
		one.rows.map((row): Part => ({ ...row, text: rowText(row), alternatives: one.rows })),
	);
	const references = crossReferences.map(
		({ when, id, description }): Part => ({
			when,
			levels: 0,
			text: `cross reference ${id}: ${description}`,
		}),
	);
	return [...bases, ...rows, ...references].filter(({ when }) => factsOf(when).includes(name));
}

/** `+6 levels: 25 to 99 unlawful aliens`. */
export function rowText({ levels, leastLevel, mostLevel, description }: Row): string {
	const least = leastLevel === undefined ? '' : `, at least level ${leastLevel}`;
	const most = mostLevel === undefined ? '' : `, at most level ${mostLevel}`;
	return `${levelsText(levels)}${least}${most}: ${description}`;
}

/** What a value of a fact leads to, among all the values that may be given. */
export interface Effect {
	text: string;
	/** By how much it raises the level, as far as it can be told from this fact alone. */
	levels: number;
}

/** The effect of each value of a fact: of the parts that it brings about, and that another value would not. */
export function effectsOf(fact: GuidelineFact, values: readonly FactValue[], weighed: Weighed): Effect[] {
	const parts = partsOf(fact.name, weighed.guideline).filter(({ when }) => !isExcluded(when, fact.name, weighed));
	return values.map((value) => {
		const brought = parts.filter(({ when }) => {
			const rankOf = (other: FactValue): number => rankOfTruth(truthWith(when, fact.name, other, weighed));
			return rankOf(value) > Math.min(...values.map(rankOf));
		});
		const levels = brought.reduce((sum, part) => sum + part.levels, 0);
		return { text: brought.map(({ text }) => text).join('; '), levels };
	});
}

/** How near a part is to applying: excluded, turning on something else, or there. */
const rankOfTruth = (truth: Truth): number => [false, undefined, true].indexOf(truth);

/** Whether a part cannot come about whatever the fact is, because of what else is known. */
const isExcluded = (when: Condition, name: string, { known, guideline }: Weighed): boolean => {
	const { [name]: _, ...others } = known.offense ?? {};
	return (
		optimistic(when, {
			document: { ...known, offense: others } as CaseDocument,
			base: baseKnown(known, guideline),
			applied: [],
		}) === false
	);
};

/** Whether nothing that the case can still say makes the fact matter. */
export function cannotMatter({ name }: GuidelineFact, weighed: Weighed): boolean {
	const parts = partsOf(name, weighed.guideline);
	const isSettled = (part: Part): boolean => isExcluded(part.when, name, weighed) || isOutdone(part, weighed);
	const isOfLimit = weighed.guideline.base.limits.some(({ when }) => factsOf(when).includes(name));
	return parts.length > 0 && parts.every(isSettled) && !isOfLimit;
}

/** Whether another alternative applies already and comes to no less, whatever the level is. */
function isOutdone({ when, levels, leastLevel = 0, alternatives = [] }: Part, { known, guideline }: Weighed): boolean {
	const grounds: Grounds = { document: known as CaseDocument, base: baseKnown(known, guideline), applied: [] };
	return alternatives.some(
		(row) =>
			row.when !== when &&
			row.mostLevel === undefined &&
			row.levels >= levels &&
			(row.leastLevel ?? 0) >= leastLevel &&
			truthOf(row.when, grounds) === true,
	);
}

function truthWith(when: Condition, name: string, value: FactValue, { known, guideline }: Weighed): Truth {
	const document = { ...known, offense: { ...known.offense, [name]: value } } as CaseDocument;
	return optimistic(when, { document, base: baseKnown(known, guideline), applied: [] });
}

/** A condition on what is asked later, such as a role, or on what the level then is, may still come true. */
const optimistic = (when: Condition, grounds: Grounds): Truth => truthOf(when, grounds, isAskedLater);

const isAskedLater = (when: Condition): boolean => 'adjustment' in when || 'applied' in when || 'level' in when;

/** The base offense level that the facts so far lead to, where one does without a doubt, or where it is the last. */
function baseKnown(known: CaseSoFar, { base }: Guideline): string | undefined {
	const grounds: Grounds = { document: known as CaseDocument, base: undefined, applied: [] };
	const holding = base.rows.find(({ when }) => when !== undefined && truthOf(when, grounds) === true);
	return (holding ?? base.rows.find(({ when }) => when === undefined))?.id;
}
