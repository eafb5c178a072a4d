import { inMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { receivesPoints } from '../chapter-two/illegal-reentry/illegal-reentry.ts';
import type { ScoredPrior } from '../criminal-history/chapter-four.ts';
import {
	all,
	convictedOn,
	gradeOf,
	isAdult,
	isAdultConviction,
	kindsOf,
	needed,
	type Prior,
} from '../criminal-history/facts.ts';
import type { StatuteOfConviction } from '../statutes/statutes.ts';
import type { Readings } from '../steps/readings.ts';
import type { Trace } from '../steps/trace.ts';
import { careerRowOf, increasedCount } from './career-offender-maximum.ts';

/** A level of §4B1.1 that replaces the one otherwise applicable. */
export interface CareerOffender {
	/** The level after acceptance of responsibility. */
	level: number;
	/** The level otherwise applicable. */
	otherwise: number;
	/** Whether an early disposition reduction comes off it (an open question since §3F1.1). */
	takesEarlyDisposition: boolean;
}

/** What the rest of the calculation found. */
interface Beside {
	/** The counts of conviction that are named. */
	statutes: readonly StatuteOfConviction[];
	/** Levels taken off for acceptance of responsibility. */
	acceptance: number;
	/** Levels taken off for early disposition, where they are part of the offense level. */
	earlyDisposition: number;
}

/**
 * Career offender (§4B1.1): the level of its table where that is greater than the level otherwise applicable, and its
 * category. The case says that the defendant was an adult and the instant felony violent or a drug offense; the two
 * prior felonies are checked where the case gives its priors. Undefined where the guideline does not apply.
 */
export function applyCareerOffender(
	trace: Trace,
	document: CaseDocument,
	provisions: Provisions,
	scored: readonly ScoredPrior[] | undefined,
	beside: Beside,
	readings: Readings,
): CareerOffender | undefined {
	const { careerOffender } = document;
	if (careerOffender === undefined) return undefined;
	const rule = provisions['4B1.1'];
	const found = scored && predicatesOf(scored, document, provisions, readings);
	if (found && found.length < rule.predicates.number) {
		const words = found.length === 0 ? 'none' : `only ${found.join(', ')}`;
		trace.add(
			rule.levelProvision,
			`career offender not applied: of the ${rule.predicates.number} prior felony convictions needed, ${words} counts (${rule.predicates.provision})`,
			0,
		);
		return undefined;
	}
	const maximum = needed(
		careerOffender.offenseStatutoryMaximumMonths,
		'/careerOffender/offenseStatutoryMaximumMonths',
		'What is the statutory maximum of the violent or drug offense of conviction, in months or "life"? The table of §4B1.1 goes by it',
	);
	const row = careerRowOf(rule, maximum);
	if (!row) {
		const words = `career offender not applied: the instant offense must be a ${rule.predicates.grade}, and the table of §4B1.1 has no level for a maximum of ${inMonths(maximum)}`;
		trace.add(rule.levelProvision, words, 0);
		return undefined;
	}
	const reduction = reductionOf(rule, beside.acceptance, document, row.level, provisions, readings);
	const level = row.level - reduction;
	const takesEarlyDisposition = beside.earlyDisposition > 0 && readings.other('career-offender-early-disposition');
	const otherwise = trace.level;
	const final = takesEarlyDisposition
		? Math.max(otherwise + beside.earlyDisposition, level) - beside.earlyDisposition
		: Math.max(otherwise, level);
	const on = found ? `, on ${found.join(', ')}` : '';
	const less = reduction > 0 ? `, less ${reduction} for acceptance` : '';
	const excludes = rule.statutoryMaximum.priorRecordIncreases === 'excluded';
	const isIncreased = increasedCount(maximum, beside.statutes, provisions) !== undefined;
	const increases = excludes ? `, ${isIncreased ? 'with the increase' : 'without increases'} for a prior record,` : '';
	const words = `career offender${on}: category ${rule.category}, level ${row.level} for a maximum${increases} of ${inMonths(maximum)}${less}`;
	trace.add(rule.levelProvision, final > otherwise ? words : `${words}, is not greater`, final - otherwise);
	return { level, otherwise, takesEarlyDisposition };
}

type Rule = Provisions['4B1.1'];

/**
 * The level of a career offender that might bear the third level of §3E1.1(b), where that looks to this level and not to
 * that of Chapters Two and Three; undefined where the case claims no career offender, or the level would not bear it.
 */
export function levelForThird(
	{ careerOffender }: CaseDocument,
	{ '3E1.1': { additionalDecrease: additional }, '4B1.1': rule }: Provisions,
): number | undefined {
	const maximum = careerOffender?.offenseStatutoryMaximumMonths;
	if (maximum === undefined || !additional.inForce || rule.acceptance.reduction !== 'as-earned') return undefined;
	const level = careerRowOf(rule, maximum)?.level ?? 0;
	return level >= additional.fromLevel ? level : undefined;
}

/** What §3E1.1 takes off the level of the table: nothing before November 1989, two levels before November 1992, then as earned. */
function reductionOf(
	rule: Rule,
	earned: number,
	document: CaseDocument,
	level: number,
	provisions: Provisions,
	readings: Readings,
): number {
	if (earned === 0 || rule.acceptance.reduction === 'none') return 0;
	if (rule.acceptance.reduction === 'fixed') return rule.acceptance.levels;
	const { decrease, additionalDecrease: additional } = provisions['3E1.1'];
	const lacksThird = document.acceptance === 'full' && earned === decrease.levels;
	if (!lacksThird || !additional.inForce || level < additional.fromLevel) return earned;
	return readings.other('career-offender-third-level') ? earned + additional.levels : earned;
}

/** The ids of prior felonies, violent or for drugs, that are counted separately: one for each sentence that counts (§4B1.2). */
function predicatesOf(
	scored: readonly ScoredPrior[],
	document: CaseDocument,
	provisions: Provisions,
	readings: Readings,
): string[] {
	const { grade, kinds } = provisions['4B1.1'].predicates;
	const { age } = provisions['4A1.2'].underEighteen;
	const isEarlier = (prior: Prior) =>
		convictedOn(prior) <=
		needed(
			document.instantOffense?.endedOn,
			'/instantOffense/endedOn',
			'On what day did the instant offense end? A prior conviction must come before it',
		);
	const found = scored.filter((each) =>
		all([
			() => receivesPoints(each, provisions, readings),
			() => kindsOf(each.prior).some((kind) => kinds.includes(kind)),
			() => gradeOf(each.prior, provisions, readings) === grade,
			() => isAdult(each.prior, age) || isAdultConviction(each.prior),
			() => isEarlier(each.prior),
		]),
	);
	const firstOfGroup = found.filter((each, index) => found.findIndex((other) => other.group === each.group) === index);
	return firstOfGroup.map(({ prior }) => prior.id);
}
