// Whether a condition of a guideline's table holds.
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { isStatuteUnder, statutesNamed } from '../../case/statute.ts';
import type { Condition } from '../../law/condition-schema.ts';
import type { Provisions } from '../../law/schema.ts';

/** True or false; undefined where nothing in the case addresses it. */
export type Truth = boolean | undefined;

/** What the conditions of a guideline are held against. */
export interface Grounds {
	document: CaseDocument;
	/** The id of the base offense level, once it is known. */
	base: string | undefined;
	/** The ids of the characteristics that apply so far. */
	applied: readonly string[];
	/** The offense level so far. */
	level?: number;
	/** The adjustments of Chapter Three in the edition, for those that the case gives in levels. */
	named?: Provisions['chapter-three']['adjustments'];
}

type Fact = boolean | number | string | undefined;
/** Whether a condition is not to be held against anything yet. */
type IsOpen = (condition: Condition) => boolean;

type PriorsCondition = Extract<Condition, { priors: unknown }>['priors'];

/** Whether a condition of a guideline holds; of those that are open it is not known. */
export function truthOf(condition: Condition, grounds: Grounds, isOpen?: IsOpen): Truth {
	if ('fact' in condition) return factTruth(condition, grounds.document.offense?.[condition.fact]);
	if ('all' in condition) return combined(condition.all, grounds, false, isOpen);
	if ('any' in condition) return combined(condition.any, grounds, true, isOpen);
	if ('not' in condition) return negated(truthOf(condition.not, grounds, isOpen));
	if (isOpen?.(condition)) return undefined;
	if ('base' in condition) return grounds.base === undefined ? undefined : condition.base.includes(grounds.base);
	if ('applied' in condition) return condition.applied.some((id) => grounds.applied.includes(id));
	if ('adjustment' in condition) return hasAdjustment(condition.adjustment, grounds);
	if ('level' in condition) return grounds.level === undefined ? undefined : grounds.level >= condition.level.atLeast;
	if ('priors' in condition) return hasPriors(condition.priors, grounds.document);
	// What a row makes of the priors of the case is found with its level (illegal-reentry/findings.ts).
	if ('timing' in condition) return undefined;
	if ('offenseFrom' in condition) return isFrom(condition.offenseFrom, grounds.document);
	const named = statutesNamed(grounds.document);
	if (named === undefined) return condition.whereNoneIsNamed;
	return named.some((statute) => condition.convictedUnder.some((section) => isStatuteUnder(statute, section)));
}

function factTruth(condition: Extract<Condition, { fact: string }>, fact: Fact): Truth {
	if (fact === undefined) return undefined;
	if ('is' in condition) return [condition.is].flat().includes(fact as never);
	const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = condition;
	return typeof fact === 'number' && atLeast <= fact && fact <= atMost;
}

/** One condition that decides is enough, whatever is not known of the others. */
function combined(
	conditions: readonly Condition[],
	grounds: Grounds,
	decisive: boolean,
	isOpen: IsOpen | undefined,
): Truth {
	const truths = conditions.map((one) => truthOf(one, grounds, isOpen));
	if (truths.includes(decisive)) return decisive;
	return truths.includes(undefined) ? undefined : !decisive;
}

const negated = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/**
 * An adjustment that the case does not name is none: Chapter Three is asked of every case. One given in levels under its
 * section alone is the part of the section that comes to those levels.
 */
function hasAdjustment(asked: readonly string[], { document, named = [] }: Grounds): boolean {
	const { chapterThree = [], adjustments = [] } = document;
	const meets = (given: string): boolean => asked.some((provision) => given.startsWith(provision));
	if (chapterThree.some(meets)) return true;
	return adjustments.some(({ provision = '', levels }) => {
		const given = provision.replaceAll(' ', '');
		const isPart = (one: string): boolean =>
			one.startsWith(`${given}(`) && named.some((each) => each.id === one && each.levels === levels);
		return given !== '' && (meets(given) || asked.some(isPart));
	});
}

function isFrom(date: string, document: CaseDocument): Truth {
	const day = offenseDayOf(document);
	return day === undefined ? undefined : day >= date;
}

/** Counted where the case lists its prior sentences: those of a grade and kind, each of a day of its own where asked. */
function hasPriors(condition: PriorsCondition, { priors, offense }: CaseDocument): Truth {
	const { grade, kinds, atLeast, separate, fact } = condition;
	const stated = fact === undefined ? undefined : offense?.[fact];
	if (stated !== undefined) return factTruth({ fact: fact as string, atLeast }, stated);
	if (priors === undefined) return undefined;
	const possible = priors.filter((prior) => prior.kinds === undefined || isOf(prior.kinds, kinds));
	const counted = possible.filter(
		(prior) => prior.kinds !== undefined && (grade === undefined || prior.grade === grade),
	);
	const days = new Set(counted.map(({ sentencedOn }, index) => sentencedOn ?? index));
	if ((separate ? days.size : counted.length) >= atLeast) return true;
	return possible.length < atLeast || possible.length === counted.length ? false : undefined;
}

const isOf = (kinds: readonly string[], asked: readonly string[] | undefined): boolean =>
	asked === undefined || kinds.some((kind) => asked.includes(kind));
