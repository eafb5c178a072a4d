// Relief from a statutory minimum: safety valve or substantial assistance.
import { type Category, toCategory } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import { disagreement, InputError } from '../../case/errors.ts';
import type { Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Provisions } from '../../law/schema.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Criterion, Relief, Warning } from '../../result/result.ts';
import { fewestPoints } from '../criminal-history/history-read.ts';
import type { StatutoryLimits } from '../range/guideline-range.ts';
import { type ConsecutiveTerm, consecutiveTermOf } from '../statutes/consecutive-terms.ts';
import type { Penalties } from '../statutes/penalties.ts';
import type { CountedContext } from '../steps/context.ts';
import { leastOf } from './least-level.ts';
import { onlyEarlierCriterion, rejectTooManyPoints } from './points-allowed.ts';
import { safetyValveCriteria } from './safety-valve.ts';

export interface ReliefFound {
	relief?: Relief;
	/** True where the criminal history keeps the least level of §5C1.2(b) from applying. */
	isLeastOutOfReach?: boolean;
	/** The most criminal history points with which the law of the day grants it, where it has a most. */
	mostPoints?: number | undefined;
	warnings: Warning[];
}

/**
 * Relief from the statutory minimum: substantial assistance (18 U.S.C. § 3553(e)) or the safety valve (§ 3553(f), §5C1.2),
 * stated by the case or drawn from its answers. Throws InputError where the two disagree, where the criminal history does
 * not fit them, or where an answer is missing.
 */
export function reliefOf(context: CountedContext, penalties: Penalties): ReliefFound {
	const { counted: document, provisions } = context;
	const stated = document.statutoryMinimumRelief;
	const { minimum } = penalties.limits;
	const claimed = stated !== undefined || document.safetyValve !== undefined;
	const apart = consecutiveMinimum(penalties);
	if (minimum === undefined && !penalties.supervisedReleaseMinimumMonths && apart === undefined) {
		return { warnings: claimed ? [nothingToRelieve] : [] };
	}
	refuseOtherPoints(document, provisions);
	const criteria = criteriaOf(document, provisions);
	const met = criteria?.every((criterion) => criterion.met) === true;
	if (stated === 'safety-valve' || met) requireListedOffense(penalties);
	if (stated === 'safety-valve' && criteria && !met) throw criteriaDisagree(criteria);
	const answered = criteria === undefined ? {} : { criteria };
	// Assistance reaches the minimum of a count to which the safety valve does not extend.
	const isBeyondValve = stated === 'substantial-assistance' && penalties.safetyValve.beyond !== undefined;
	if ((met && !isBeyondValve) || stated === 'safety-valve') {
		return safetyValveRelief(context, penalties.safetyValve, answered);
	}
	if (stated === 'substantial-assistance') {
		const { statute } = provisions['5K1.1'];
		const relief = { kind: stated, provision: statute, granted: true, ...answered };
		return { relief, warnings: apart === undefined ? [] : [consecutiveWarning(apart, statute)] };
	}
	if (criteria === undefined) return { warnings: [] };
	return {
		relief: { kind: 'safety-valve', provision: provisions['5C1.2'].provision, granted: false, criteria },
		warnings: [],
	};
}

/** The statutory minimum that binds beside the relief, in months; undefined where there is none. */
export function minimumBeside(relief: Relief | undefined, { limits }: Penalties): Months | undefined {
	return relief?.granted ? relief.stillBinds?.minimumMonths : limits.minimum;
}

/** The limits of a case with more points than the relief allows; undefined where it has no such bound. Months. */
export const withoutRelief = ({ mostPoints: abovePoints }: ReliefFound, limits: StatutoryLimits) =>
	abovePoints === undefined ? undefined : { limits, abovePoints };

/** The terms that run after the range and are statutory minimums; a statute that leaves the least open sets none. */
function consecutiveMinimum({ statutes }: Penalties): ConsecutiveTerm | undefined {
	return consecutiveTermOf(statutes.filter(({ minimumMonths }) => minimumMonths !== undefined));
}

/** The consecutive term is shown as the statute has it; the court may go below that as well. */
function consecutiveWarning({ leastMonths, provisions }: ConsecutiveTerm, statute: string): Warning {
	const least = rangeInWords({ minimumMonths: leastMonths, maximumMonths: leastMonths });
	const message = `The consecutive term under ${provisions.join(', ')}, at least ${least}, is also a statutory minimum, and the answer shows it in full. If the government's motion covers that minimum (${statute}), the court may go below it. If not, the term applies in full, as shown. Read the motion.`;
	return { code: 'relief-of-consecutive-term', message };
}

const nothingToRelieve: Warning = {
	code: 'relief-without-minimum',
	message:
		'The case asks for relief from a statutory minimum, but gives no minimum of imprisonment or supervised release. The range is the same with or without the relief. Give the minimum or the statute of conviction, or leave the relief out.',
};

/** The points among the answers are those of the case, where it gives them, and fit its category. */
function refuseOtherPoints(document: CaseDocument, provisions: Provisions): void {
	const answered = document.safetyValve?.criminalHistoryPoints;
	const { criminalHistoryPoints: points, criminalHistoryCategory: given } = document;
	if (answered === undefined || points === answered) return;
	const category = categoryOfPoints(provisions['sentencing-table'], answered);
	const isOther = points !== undefined || (given !== undefined && toCategory(given) !== category);
	if (!isOther) return;
	throw disagreement(
		'/safetyValve/criminalHistoryPoints',
		`${answered} points do not agree with the case, which has ${points === undefined ? `category ${toCategory(given as Category)}` : `${points} criminal history points`}`,
	);
}

function criteriaOf(document: CaseDocument, provisions: Provisions): Criterion[] | undefined {
	const rule = provisions['5C1.2'];
	if (document.safetyValve === undefined) return undefined;
	if (rule.inForce && !isBefore(document, rule.begins)) return safetyValveCriteria(document, rule);
	const problem = `the safety valve was not yet in force for this sentence: ${rule.provision} begins ${longDate(rule.begins)}`;
	throw new InputError('safety-valve-not-in-force', '/safetyValve', problem, 'leave it out');
}

const isBefore = ({ sentencingDate }: CaseDocument, begins: string): boolean =>
	sentencingDate !== undefined && sentencingDate < begins;

function requireListedOffense(penalties: Penalties): void {
	if (penalties.safetyValve.extends) return;
	const named = penalties.statutes.map((statute) => statute.provision).join(', ');
	throw new InputError(
		'relief-not-available',
		'/statutoryMinimumRelief',
		`the safety valve does not cover ${named}`,
		said`leave out ${key('statutoryMinimumRelief')} and ${key('safetyValve')}, or correct the statutes`,
	);
}

function criteriaDisagree(criteria: readonly Criterion[]): InputError {
	const failed = criteria.find((criterion) => !criterion.met) as Criterion;
	return disagreement(
		'/statutoryMinimumRelief',
		said`relief by the safety valve does not agree with the answers in ${key('safetyValve')}: ${failed.provision} is not met (${failed.description})`,
	);
}

function safetyValveRelief(
	{ given, counted: document, provisions, readings, until }: CountedContext,
	reach: Penalties['safetyValve'],
	answered: { criteria?: Criterion[] },
): ReliefFound {
	const rule = provisions['5C1.2'];
	if (!rule.inForce || isBefore(document, rule.begins)) {
		throw new InputError(
			'not-in-force',
			'/statutoryMinimumRelief',
			`the safety valve cannot lift a statutory minimum before ${longDate(rule.begins)}, when ${rule.provision} takes effect`,
			said`leave it out, or correct the edition or ${key('sentencingDate')}`,
		);
	}
	const only = onlyEarlierCriterion(document, rule, until);
	const fewest = (points: number) => fewestPoints(points, given, provisions, readings);
	if (document.statutoryMinimumRelief === 'safety-valve') rejectTooManyPoints(document, provisions, only, fewest);
	const { least, isOutOfReach } = leastOf(document, provisions, { rule, only }, reach);
	const { beyond } = reach;
	const relief: Relief = {
		kind: 'safety-valve',
		provision: [...new Set([rule.statute, rule.provision])].join(', '),
		granted: true,
		...answered,
		...least,
		...(beyond === undefined ? {} : { stillBinds: beyond }),
	};
	return { relief, isLeastOutOfReach: isOutOfReach, mostPoints: only?.maximumPoints, warnings: [] };
}
