// Fast track: what a reduction is worth (§5K3.1, §3F1.1).
import type { Category } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import { clampLevel } from '../../law/sentencing-table.ts';
import { definedFields } from '../../result/defined-fields.ts';
import type { FastTrack, Range } from '../../result/result.ts';
import { type DerivedRange, deriveRange, type StatutoryLimits } from '../range/guideline-range.ts';
import type { Context } from '../steps/context.ts';
import type { Trace } from '../steps/trace.ts';

/** Since §3F1.1 the reduction is part of the offense level. Throws InputError where no provision is in force. */
export function applyEarlyDisposition(trace: Trace, requested: number, provisions: Provisions): void {
	const rule = provisions['early-disposition'];
	if (requested === 0) return;
	if (!rule.inForce) {
		throw new InputError(
			'fast-track-not-in-force',
			'/fastTrackLevels',
			`this edition has no fast-track reduction (${rule.provision} begins ${longDate(rule.begins)}), so the ${requested} levels cannot apply`,
			'Leave it out, or use 0',
		);
	}
	if (rule.kind === 'adjustment') trace.add(rule.provision, 'early disposition program', -requested);
}

/** From where a reduction is counted. */
interface Start {
	/** The level without any fast-track reduction, before the table's end levels apply. */
	levelWithout: number;
	category: Category;
	limits: StatutoryLimits;
	least: LeastLevel | undefined;
}

/**
 * What 1, 2, 3 and 4 levels would do, each from the level without any fast-track reduction, and each through
 * the table and §5G1.1 afresh. An adjustment is counted before the table's end levels apply, a departure after.
 */
export function fastTrackOf(
	{ document, provisions }: Pick<Context, 'document' | 'provisions'>,
	{ levelWithout, category, limits, least }: Start,
): FastTrack {
	const requested = document.fastTrackLevels ?? 0;
	const rule = provisions['early-disposition'];
	const levelAfter = levelsAfter(rule.kind, provisions, levelWithout, least);
	// A departure goes below the guideline range, and so below a least range too; an adjustment is part of it.
	const reduced = rule.kind === 'adjustment' || !limits.leastRange ? limits : { ...limits, leastRange: undefined };
	const [before, ...lowered] = Array.from({ length: rule.maximumLevels + 1 }, (_, levels) =>
		deriveRange(provisions, levelAfter(levels), category, levels === 0 ? limits : reduced),
	) as [DerivedRange, ...DerivedRange[]];
	const outcomes = lowered.map(({ cell: { minimumMonths, maximumMonths }, range }, index) => ({
		levels: index + 1,
		offenseLevel: levelAfter(index + 1),
		tableRange: { minimumMonths, maximumMonths },
		range,
	}));
	const shownLevels = requested || rule.maximumLevels;
	const after = lowered[shownLevels - 1] as DerivedRange;
	const effect = effectOf(before.range, after.range);
	const reason = rule.inForce ? undefined : `not in this edition: ${rule.provision} begins ${longDate(rule.begins)}`;
	return definedFields({
		available: rule.inForce,
		reason,
		provision: rule.provision,
		kind: rule.kind,
		levels: requested,
		effect,
		explanation:
			reason === undefined
				? explain(shownLevels, before, after, limits) +
					unsettledBy(rule.kind, levelWithout - shownLevels, requested, least)
				: `A fast-track reduction is ${reason}.`,
		outcomes,
	});
}

/** A level of Chapter Four, Part B, and whether the reduction comes off it as well. */
interface LeastLevel {
	level: number;
	takesEarlyDisposition: boolean;
}

/** Whether an adjustment comes off a level of Chapter Four, Part B, is unsettled; a warning says so only of levels that are counted. */
function unsettledBy(kind: FastTrack['kind'], level: number, requested: number, least: LeastLevel | undefined): string {
	if (kind === 'departure' || requested > 0 || least === undefined || least.level <= level) return '';
	return ' It is unsettled whether the reduction also lowers the level of Chapter Four, Part B. This answer assumes that it does not. Give the fast-track levels to see both answers.';
}

/**
 * The offense level after so many levels of reduction. An adjustment comes before a level of Chapter Four, Part B, a
 * departure after it and after the table's end levels.
 */
function levelsAfter(
	kind: FastTrack['kind'],
	provisions: Provisions,
	levelWithout: number,
	least: LeastLevel | undefined,
): (levels: number) => number {
	const table = provisions['sentencing-table'];
	const leastLevel = least?.level ?? Number.NEGATIVE_INFINITY;
	if (kind === 'departure' || least?.takesEarlyDisposition) {
		const start = Math.max(levelWithout, leastLevel);
		return (levels) => clampLevel(table, (kind === 'departure' ? clampLevel(table, start) : start) - levels);
	}
	return (levels) => clampLevel(table, Math.max(levelWithout - levels, leastLevel));
}

/** What a change of range is worth to the defendant. */
export function effectOf(before: Range, after: Range): FastTrack['effect'] {
	if (compareMonths(before.minimumMonths, after.minimumMonths) !== 0) return 'lowers-range';
	return compareMonths(before.maximumMonths, after.maximumMonths) === 0 ? 'none' : 'high-end-only';
}

function explain(levels: number, before: DerivedRange, after: DerivedRange, limits: StatutoryLimits): string {
	const count = `A ${levels}-level reduction`;
	const effect = effectOf(before.range, after.range);
	const floor =
		limits.minimum !== undefined && after.range.minimumMonths === limits.minimum && after.effect.minimum !== 'none';
	const floorWords = `the ${term(limits.minimum)} minimum is the floor`;
	if (effect === 'none') {
		if (floor) return `${count} would change nothing: ${floorWords}.`;
		if (after.effect.maximum !== 'none')
			return `${count} would change nothing: the ${term(limits.maximum)} maximum still controls.`;
		const why = limits.leastRange
			? `the guideline range may not be lower (${limits.leastRange.provision})`
			: 'the range does not depend on the offense level';
		if (after.decidingCell !== after.cell) return `${count} would change nothing: ${why}.`;
		return `${count} would change nothing: the table gives the same range.`;
	}
	if (effect === 'high-end-only') {
		const low = floor ? `: ${floorWords}` : ` from ${inMonths(after.range.minimumMonths)}`;
		return `${count} ${fall('the top of the range', before.range.maximumMonths, after.range.maximumMonths)}. The low end does not move${low}.`;
	}
	const stop = floor ? ` It stops there: ${floorWords}.` : '';
	const ends = [
		fall('the low end', before.range.minimumMonths, after.range.minimumMonths),
		before.range.maximumMonths === after.range.maximumMonths
			? `leaves the top at ${inMonths(after.range.maximumMonths)}`
			: fall('the top', before.range.maximumMonths, after.range.maximumMonths),
	];
	return `${count} ${ends.join(' and ')}.${stop}`;
}

const term = (months: Months | undefined): string => (months === 'life' ? 'life' : `${months}-month`);

const fall = (what: string, from: Months, to: Months): string => `lowers ${what} from ${from} to ${inMonths(to)}`;
