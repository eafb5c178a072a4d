// The lowest level or range of §5C1.2(b), and warnings about it.
import type { Category } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import { compareMonths } from '../../case/months.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { isLower } from '../../result/ranges.ts';
import type { FastTrack, Least, Warning } from '../../result/result.ts';
import { deriveRange, type StatutoryLimits } from '../range/guideline-range.ts';
import type { SafetyValveReach } from '../statutes/penalties.ts';
import type { Trace } from '../steps/trace.ts';
import { type Criterion, criteriaOfHistory, pointsBetween, pointsInWords } from './points-allowed.ts';

type Rule = Extract<Provisions['5C1.2'], { inForce: true }>;

/** The least level or range of §5C1.2(b), and whether the criminal history keeps it from applying. */
export interface LeastFound {
	least: Least;
	isOutOfReach: boolean;
}

/** The rule on the safety valve, and its earlier first criterion where the dates leave no other. */
interface Governing {
	rule: Rule;
	only: Criterion | undefined;
}

/**
 * What §5C1.2(b) sets for a minimum of so many months: nothing below five years, or in an edition without it. More points
 * than it allows keep it away only where a later law may grant the relief without it.
 */
export function leastOf(
	document: CaseDocument,
	provisions: Provisions,
	{ rule: { floor }, only }: Governing,
	{ minimum }: SafetyValveReach,
): LeastFound {
	if (!floor || minimum === undefined || compareMonths(minimum, floor.fromStatutoryMinimumMonths) < 0) {
		return { least: {}, isOutOfReach: false };
	}
	const { provision, leastLevel, leastRange, maximumPoints } = floor;
	const isOutOfReach =
		only === undefined && maximumPoints !== undefined && pointsBetween(document, provisions).least > maximumPoints;
	if (isOutOfReach) return { least: {}, isOutOfReach };
	const upTo = maximumPoints === undefined ? {} : { maximumPoints };
	return {
		least: {
			...(leastLevel === undefined ? {} : { leastLevel: { provision, level: leastLevel, ...upTo } }),
			...(leastRange === undefined ? {} : { leastRange: { ...leastRange, provision } }),
		},
		isOutOfReach,
	};
}

/** The least offense level of Chapters Two and Three that §5C1.2(b) sets for the safety valve; a step where it raises. */
export function applyLeastLevel(trace: Trace, least: Least['leastLevel']): void {
	if (!least || trace.level >= least.level) return;
	trace.add(least.provision, `minimum level with the safety valve: ${least.level}`, least.level - trace.level);
}

/** What the range of a case rests on, and what the statutory minimum would make of it. Months. */
interface Ranged {
	level: number;
	category: Category;
	/** Those that bind beside the relief. */
	limits: StatutoryLimits;
	/** Those of the statutes alone. */
	stated: StatutoryLimits;
}

/**
 * So many points keep the least level of §5C1.2(b) away, whose Manual still asks for one at most, and leave the statute of
 * a later day: names the ranges without that level, with it, and for a conviction before that day.
 */
export function outOfReachWarnings(
	document: CaseDocument,
	provisions: Provisions,
	{ floor, ...rule }: Rule,
	{ level, category, limits, stated }: Ranged,
): Warning[] {
	const least = floor?.leastLevel;
	const rangeAt = (at: number, within: StatutoryLimits) =>
		rangeInWords(deriveRange(provisions, at, category, within).range);
	const here = rangeAt(level, limits);
	const raised = least === undefined ? here : rangeAt(Math.max(level, least), limits);
	if (!floor || raised === here) return [];
	const { earlier, from } = criteriaOfHistory({ ...rule, floor });
	const isLater = (document.safetyValve?.convictedOn ?? offenseDayOf(document) ?? '') >= from;
	// Without a day of sentencing the warning on the points says as much.
	const before =
		isLater || document.sentencingDate === undefined
			? ''
			: `. For a conviction before ${longDate(from)} no safety valve applies with that many points, and the range is ${rangeAt(level, stated)}`;
	const points = pointsInWords(pointsBetween(document, provisions));
	const message = `With ${points}, the client qualifies only under the statute as amended for convictions from ${longDate(from)}. ${floor.provision} sets a minimum of level ${least} for those who meet the criteria of this Manual, ${earlier.words}. Without it, as shown, the range is ${here}. If the court applies it, the range is ${raised}${before}. Check the date of conviction.`;
	return [{ code: 'safety-valve-floor', message }];
}

/** What §5C1.2(b) bounds is the guideline range, or the level before it: a departure asked for that goes below is said to be one. */
export function departureWarnings(
	{ fastTrackLevels: requested = 0 }: CaseDocument,
	{ leastLevel, leastRange }: Least,
	fastTrack: FastTrack,
): Warning[] {
	if (!fastTrack.available || fastTrack.kind !== 'departure') return [];
	const asked = fastTrack.outcomes.find(({ levels }) => levels === requested);
	if (asked === undefined) return [];
	const goesBelow =
		leastRange === undefined
			? leastLevel !== undefined && asked.offenseLevel < leastLevel.level
			: isLower(asked.range, leastRange);
	if (!goesBelow) return [];
	const bounded = leastRange
		? `the guideline range at ${leastRange.minimumMonths} to ${leastRange.maximumMonths} months`
		: `the offense level of Chapters Two and Three at ${leastLevel?.level}`;
	const message = `${(leastRange ?? leastLevel)?.provision} keeps ${bounded} or more and does not mention departures. ${fastTrack.provision} is a departure from that range, so ${requested} ${requested === 1 ? 'level' : 'levels'} give ${rangeInWords(asked.range)}, as shown. If a court holds that this limit also binds a departure, the departure stops there. Be ready to argue that it does not.`;
	return [{ code: 'safety-valve-departure', message }];
}
