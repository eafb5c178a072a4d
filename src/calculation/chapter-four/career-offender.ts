// Career offender (§4B1.1).
import { inMonths, longer, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import { needed } from '../criminal-history/facts.ts';
import type { ScoredPrior } from '../criminal-history/points.ts';
import { provisionsIn } from '../statutes/row.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import type { Trace } from '../steps/trace.ts';
import { careerCountsOf, countsOfTable } from './career-counts.ts';
import { careerRowOf, increasedCount } from './career-offender-maximum.ts';
import type { CareerCounts, CareerOffender } from './part-b-found.ts';
import { predicatesOf } from './predicates.ts';

/** A career offender by §4B1.1(a), before anything is made of it. */
export interface CareerClaim {
	counts: CareerCounts;
	/** The priors that it rests on, where the case gives its priors. */
	priors: readonly string[] | undefined;
	/** The offense statutory maximum, and the level of the table of §4B1.1(b) for it; undefined where that table is for no count. */
	ofTable: { maximum: Months; level: number } | undefined;
}

/**
 * Whether the defendant is a career offender (§4B1.1(a)). The case says that the defendant was an adult and the instant
 * felony violent or a drug offense; the two prior felonies are checked where it gives its priors. Where it is none for all
 * that the case says, `because` tells why; undefined where the case claims nothing. Throws InputError where the maximum is missing.
 */
export function careerClaimOf(
	{ document, provisions, readings }: CaseAndLaw,
	scored: readonly ScoredPrior[] | undefined,
	statutes: readonly StatuteOfConviction[],
): CareerClaim | { because: string; provision: string } | undefined {
	if (document.careerOffender === undefined) return undefined;
	const rule = provisions['4B1.1'];
	const provision = rule.levelProvision;
	const priors = scored && predicatesOf(scored, document, provisions, readings);
	if (priors && priors.length < rule.predicates.number) {
		const words = priors.length === 0 ? 'none' : `only ${priors.join(', ')}`;
		const because = `it needs ${rule.predicates.number} prior felony convictions, and ${words} counts (${rule.predicates.provision})`;
		return { because, provision };
	}
	const counts = careerCountsOf(document, provisions, statutes);
	if (counts.qualifies === false) {
		if (rule.firearmRanges) return { counts, priors, ofTable: undefined };
		const because = `in this edition a count under ${rule.excludedCounts?.statutes.join(' or ')} does not make the defendant a career offender`;
		return { because, provision: rule.excludedCounts?.provision ?? provision };
	}
	const maximum = maximumOf(document, provisions, counts, statutes);
	const level = careerRowOf(rule, maximum)?.level;
	if (level !== undefined) return { counts, priors, ofTable: { maximum, level } };
	const because = `the instant offense must be a ${rule.predicates.grade}, but the table of §4B1.1 has no level for a maximum of ${inMonths(maximum)}`;
	return { because, provision };
}

/** The maximum given; where it is left out and only the kind of firearm decides whether a count qualifies, that of the count. */
function maximumOf(
	{ careerOffender }: CaseDocument,
	provisions: Provisions,
	{ qualifies, firearm }: CareerCounts,
	statutes: readonly StatuteOfConviction[],
): Months {
	const possible = countsOfTable(provisions, statutes).map(({ maximumMonths }) => maximumMonths);
	const given = careerOffender?.offenseStatutoryMaximumMonths;
	const otherwise =
		firearm.length === 0
			? undefined
			: 'If the only qualifying count is the one under 18 U.S.C. § 924(c) or § 929(a), give otherCountQualifies false instead';
	return needed(
		given ?? (qualifies === undefined && possible.length > 0 ? possible.reduce(longer) : undefined),
		'/careerOffender/offenseStatutoryMaximumMonths',
		{
			question:
				'What is the statutory maximum of the crime of violence or drug offense of conviction, in months or "life"?',
			problem: 'The table of §4B1.1 depends on it',
			remedy: otherwise,
		},
	);
}

/** What §3E1.1 takes off the level of §4B1.1 (nothing before November 1989) or §4B1.4: two levels before November 1992, then as earned. */
export function lessAcceptance({ acceptance }: Pick<Provisions['4B1.1'], 'acceptance'>, earned: number): number {
	if (earned === 0 || acceptance.reduction === 'none') return 0;
	return acceptance.reduction === 'fixed' ? acceptance.levels : earned;
}

/** What the level of Chapters Two and Three has become before that of §4B1.1(b). */
interface Beside {
	statutes: readonly StatuteOfConviction[];
	/** Levels taken off for acceptance of responsibility. */
	acceptance: number;
	/** Levels taken off for early disposition, where they are part of the offense level. */
	earlyDisposition: number;
}

/**
 * The level of the table of §4B1.1(b), where it is greater than the level otherwise applicable, as a step; undefined where
 * the table is for no count of the case, whose level then stays.
 */
export function applyCareerOffender(
	trace: Trace,
	{ provisions, readings }: Pick<CaseAndLaw, 'provisions' | 'readings'>,
	{ counts, priors, ofTable }: CareerClaim,
	beside: Beside,
): CareerOffender | undefined {
	const rule = provisions['4B1.1'];
	const on = priors ? ` (priors: ${priors.join(', ')})` : '';
	if (ofTable === undefined) {
		const named = provisionsIn(counts.firearm);
		const others = counts.hasOthers ? ': the other counts keep their own offense level and category' : '';
		const words = `career offender${on} because of ${named} alone${others}`;
		const alone = counts.hasOthers ? rule.firearmRanges?.otherCountsAlone : rule.firearmRanges?.onlyCount;
		trace.add(alone ?? rule.levelProvision, words, 0);
		return undefined;
	}
	const reduction = lessAcceptance(rule, beside.acceptance);
	const level = ofTable.level - reduction;
	const takesEarlyDisposition = beside.earlyDisposition > 0 && readings.other('career-offender-early-disposition');
	const otherwise = trace.level;
	const final = withEarlyDisposition(otherwise, level, takesEarlyDisposition ? beside.earlyDisposition : 0);
	const less = reduction > 0 ? `, less ${reduction} for acceptance` : '';
	const words = `career offender${on}: category ${rule.category}, level ${ofTable.level} for a maximum${increasesIn(provisions, ofTable.maximum, beside.statutes)} of ${inMonths(ofTable.maximum)}${less}`;
	trace.add(
		rule.levelProvision,
		final > otherwise ? words : `${words}: not greater than the level already reached`,
		final - otherwise,
	);
	return { level, otherwise, takesEarlyDisposition };
}

/** The greater of the level so far and one of Chapter Four, from which the reduction for early disposition comes off as well or not. */
export const withEarlyDisposition = (otherwise: number, level: number, comesOff: number): number =>
	Math.max(otherwise + comesOff, level) - comesOff;

/** Where the edition leaves out the increases for a prior record: whether the maximum has them. */
function increasesIn(provisions: Provisions, maximum: Months, statutes: readonly StatuteOfConviction[]): string {
	if (provisions['4B1.1'].statutoryMaximum.priorRecordIncreases !== 'excluded') return '';
	const isIncreased = increasedCount(maximum, statutes, provisions) !== undefined;
	return `, ${isIncreased ? 'with the increase' : 'without increases'} for a prior record,`;
}
