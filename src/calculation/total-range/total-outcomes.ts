// The range for all counts (§4B1.1(c), §4B1.4), or the outcomes between which it lies.
import { compareMonths, type Months } from '../../case/months.ts';
import { cellOfRange } from '../../law/sentencing-table.ts';
import { endsOf, isSame } from '../../result/ranges.ts';
import type { Cell, OffenseLevel, Range, StatuteOfConviction, Step, TotalRange, Warning } from '../../result/result.ts';
import type { FirearmOffender, LeastArmed, PartB } from '../chapter-four/part-b-found.ts';
import { type DerivedRange, withMinimum } from '../range/guideline-range.ts';
import type { Penalties } from '../statutes/penalties.ts';
import { type At, type Found, provisionsOfArmed, withLeast, withoutCareer } from './other-ranges.ts';
import { comparisonStep, firearmTerm, rangeOfAllCounts, rangeOfOnlyCounts } from './total-range.ts';
import { type Outcome, undecidedWarnings } from './total-warnings.ts';

export interface TotalFound {
	/** Undefined where there is none, or a fact that decides between two is missing. */
	totalRange: TotalRange | undefined;
	/** The range for all counts where the range of the other counts were another one (§4B1.1(c)(2)); undefined where there is none such. */
	beside: ((others: DerivedRange, minimum?: Months) => TotalRange) | undefined;
	/** The counts under § 924(c) or § 929(a) of a career offender, and the least that they require where the range has their terms in it, in months. */
	firearm: readonly StatuteOfConviction[];
	term: Months;
	/** The cell that decides on the sentencing options, where the range for all counts has no level. */
	decidingCell: Cell | undefined;
	steps: Step[];
	warnings: Warning[];
}

/** A case with the range of its counts, before that for all of them. */
interface Ranged extends Omit<Found, 'level' | 'partB' | 'statutes'> {
	level: { parts: Pick<OffenseLevel, 'total'>; partB: PartB };
	penalties: Pick<Penalties, 'statutes'>;
}

/** The range for all counts, where §4B1.1(c) or §4B1.4 sets one for the whole case. */
export function totalFound(ranged: Ranged): TotalFound {
	const { level, penalties } = ranged;
	const found = { ...ranged, level: level.parts.total, partB: level.partB, statutes: penalties.statutes };
	const outcomes = found.partB.firearm ? firearmOutcomes(found, found.partB.firearm) : armedOutcomes(found);
	const [first, ...others] = outcomes;
	const isDecided = first !== undefined && others.every(({ total }) => isSame(total, first.total));
	const isWhole = found.partB.firearm !== undefined || !found.statutes.some(({ consecutive }) => consecutive);
	const totalRange = isDecided && isWhole ? first.total : undefined;
	const { firearm } = found.partB;
	return {
		totalRange,
		firearm: firearm?.firearm ?? [],
		term: firearm && totalRange ? firearmTerm(firearm.firearm) : 0,
		beside:
			firearm?.hasOthers && totalRange
				? (others, minimum = found.limits.minimum) => besideOthers(found, firearm, others, minimum)
				: undefined,
		decidingCell: firearm && totalRange ? cellOfRange(found.provisions['sentencing-table'], totalRange) : undefined,
		steps: firearm?.hasOthers && totalRange ? [stepOf(found, firearm)] : [],
		warnings: isDecided || !first ? [] : undecidedWarnings(found.provisions, found.partB, outcomes),
	};
}

const countsOf = ({ firearm, acceptance }: FirearmOffender) => ({ term: firearmTerm(firearm), acceptance });

/** What each answer to a question that the case leaves open makes of a career offender convicted under § 924(c). */
function firearmOutcomes(found: Found, firearm: FirearmOffender): Outcome[] {
	const { provisions, derived } = found;
	const only = (): Outcome => ({ when: 'only-count', total: rangeOfOnlyCounts(provisions, countsOf(firearm)) });
	if (firearm.hasOthers === false) return [only()];
	const { level, category } = found;
	const here: Outcome = { when: 'as-shown', total: besideOthers(found, firearm, derived), of: { level, category } };
	if (firearm.hasOthers === undefined) return [here, only()];
	const connected = found.partB.armed?.undecided;
	const outcomes = [here];
	if (connected) {
		const { derived: other, ...of } = withLeast(found, connected);
		outcomes.push({ when: 'connected', total: besideOthers(found, firearm, other), of });
	}
	if (firearm.qualifies === undefined) {
		outcomes.push({ when: 'no-other-qualifies', total: besideOthers(found, firearm, withoutCareer(found, firearm)) });
	}
	return outcomes;
}

function armedOutcomes(found: Found): Outcome[] {
	const { armed } = found.partB;
	if (!armed) return [];
	const { level, category, derived } = found;
	const outcomeOf = (when: Outcome['when'], least: LeastArmed, { derived: of, ...rest }: At): Outcome => ({
		when,
		total: { ...of.range, provisions: provisionsOfArmed(found, least) },
		of: rest,
	});
	const here = outcomeOf('as-shown', armed, { level, category, derived });
	const { undecided } = armed;
	return undecided ? [here, outcomeOf('connected', undecided, withLeast(found, undecided))] : [here];
}

/** With the term of § 924(c), or the table (§4B1.1(c)(2)). */
function besideOthers(
	found: Found,
	firearm: FirearmOffender,
	others: DerivedRange,
	minimum = found.limits.minimum,
): TotalRange {
	const { provisions, partB } = found;
	return rangeOfAllCounts(provisions, countsOf(firearm), {
		range: rangeToAddTo(found, others, minimum),
		provisions: partB.armed ? provisionsOfArmed(found, partB.armed) : [],
		minimum,
	});
}

/**
 * The range of the other counts without their statutory maximum, which limits the sentence on each count and not the range
 * for all (§5G1.2, comment. (n.4(B)(ii), (iii))). Whether their statutory minimum raises it is an open question.
 */
function rangeToAddTo({ provisions, readings }: Found, { decidingCell }: DerivedRange, minimum: Months = 0): Range {
	const cell = endsOf(decidingCell);
	if (compareMonths(minimum, cell.minimumMonths) <= 0 || readings.other('firearm-range-statutory-minimum')) return cell;
	return withMinimum(provisions, cell, minimum).range;
}

function stepOf(found: Found, firearm: FirearmOffender): Step {
	const range = rangeToAddTo(found, found.derived, found.limits.minimum);
	return comparisonStep(found.provisions, countsOf(firearm), range, found.level);
}
