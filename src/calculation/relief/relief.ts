import { type Category, toCategory } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import { compareMonths, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import type { FastTrack } from '../chapter-three/early-disposition.ts';
import { isLower, type LeastRange } from '../range/chapter-five.ts';
import { rangeInWords } from '../range-words.ts';
import { type ConsecutiveTerm, consecutiveTermOf } from '../statutes/consecutive-terms.ts';
import type { Penalties } from '../statutes/penalties.ts';
import { isSentencedBefore } from '../statutes/statutes.ts';
import type { Trace } from '../steps/trace.ts';
import type { Warning } from '../warnings.ts';
import { type Criterion, safetyValveCriteria } from './safety-valve.ts';
import { pointsBetween } from './safety-valve-doubts.ts';

/** Whether, and by what, the court may go below the statutory minimum. */
export interface Relief {
	kind: 'safety-valve' | 'substantial-assistance';
	provision: string;
	granted: boolean;
	/** There where the case answers the criteria of the safety valve. */
	criteria?: Criterion[];
	/** What the guidelines put in place of a statutory minimum that the safety valve lifts. */
	leastLevel?: { provision: string; level: number; maximumPoints?: number };
	leastRange?: LeastRange;
	/** The statutory minimum of a count to which the safety valve does not extend: it binds as before. */
	stillBinds?: { minimumMonths: Months; provision: string };
}

export interface ReliefFound {
	relief?: Relief;
	warnings: Warning[];
}

/**
 * Relief from the statutory minimum: substantial assistance (18 U.S.C. § 3553(e)) or the safety valve (§ 3553(f), §5C1.2),
 * stated by the case or drawn from its answers. `until` gives the day on which the edition was superseded. Throws
 * InputError where the two disagree or an answer is missing.
 */
export function reliefOf(
	document: CaseDocument,
	provisions: Provisions,
	penalties: Penalties,
	until: () => string | undefined,
): ReliefFound {
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
	if (met || stated === 'safety-valve') {
		return safetyValveRelief(document, provisions, penalties.safetyValve, answered, until);
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

/** The terms that run after the range and are statutory minimums; a statute that leaves the least open sets none. */
function consecutiveMinimum({ statutes }: Penalties): ConsecutiveTerm | undefined {
	return consecutiveTermOf(statutes.filter(({ minimumMonths }) => minimumMonths !== undefined));
}

/** The consecutive term is shown as the statute has it; the court may go below that as well. */
function consecutiveWarning({ leastMonths, provisions }: ConsecutiveTerm, statute: string): Warning {
	const least = rangeInWords({ minimumMonths: leastMonths, maximumMonths: leastMonths });
	const message = `the consecutive term under ${provisions.join(', ')}, at least ${least}, is a statutory minimum too, and is shown in full beside the range. ${statute} reaches any statutory minimum that the government's motion names: where it names this one, the sentence may go below it`;
	return { code: 'relief-of-consecutive-term', message };
}

const nothingToRelieve: Warning = {
	code: 'relief-without-minimum',
	message:
		'relief from a statutory minimum is given, but no statutory minimum of imprisonment or supervised release: there is nothing to be relieved of',
};

/** The points among the answers are those of the case, where it gives them, and fit its category. */
function refuseOtherPoints(document: CaseDocument, provisions: Provisions): void {
	const answered = document.safetyValve?.criminalHistoryPoints;
	const { criminalHistoryPoints: points, criminalHistoryCategory: given } = document;
	if (answered === undefined || points === answered) return;
	const category = categoryOfPoints(provisions['sentencing-table'], answered);
	const isOther = points !== undefined || (given !== undefined && toCategory(given) !== category);
	if (!isOther) return;
	throw new InputError(
		'disagrees',
		'/safetyValve/criminalHistoryPoints',
		`${answered} points do not agree with the case, which has ${points === undefined ? `category ${toCategory(given as Category)}` : `${points} criminal history points`}; correct one of them`,
	);
}

function criteriaOf(document: CaseDocument, provisions: Provisions): Criterion[] | undefined {
	const rule = provisions['5C1.2'];
	if (document.safetyValve === undefined) return undefined;
	if (rule.inForce && !isBefore(document, rule.begins)) return safetyValveCriteria(document, rule);
	throw new InputError(
		'safety-valve-not-in-force',
		'/safetyValve',
		`there is no safety valve for this sentence: ${rule.provision} begins ${longDate(rule.begins)}; leave it out`,
	);
}

const isBefore = ({ sentencingDate }: CaseDocument, begins: string): boolean =>
	sentencingDate !== undefined && sentencingDate < begins;

function requireListedOffense(penalties: Penalties): void {
	if (penalties.safetyValve.extends) return;
	const named = penalties.statutes.map((statute) => statute.provision).join(', ');
	throw new InputError(
		'relief-not-available',
		'/statutoryMinimumRelief',
		`the safety valve does not extend to ${named}; leave out statutoryMinimumRelief and safetyValve, or correct the statutes`,
	);
}

function criteriaDisagree(criteria: readonly Criterion[]): InputError {
	const failed = criteria.find((criterion) => !criterion.met) as Criterion;
	return new InputError(
		'disagrees',
		'/statutoryMinimumRelief',
		`"safety-valve" does not agree with the answers in safetyValve: ${failed.provision} is not met (${failed.description}); correct one of them`,
	);
}

function safetyValveRelief(
	document: CaseDocument,
	provisions: Provisions,
	{ minimum, beyond }: Penalties['safetyValve'],
	answered: { criteria?: Criterion[] },
	until: () => string | undefined,
): ReliefFound {
	const rule = provisions['5C1.2'];
	if (!rule.inForce || isBefore(document, rule.begins)) {
		throw new InputError(
			'not-in-force',
			'/statutoryMinimumRelief',
			`"safety-valve" lifts no statutory minimum before ${longDate(rule.begins)}, when ${rule.provision} begins; leave it out, or correct the edition or sentencingDate`,
		);
	}
	const relief: Relief = {
		kind: 'safety-valve',
		provision: [...new Set([rule.statute, rule.provision])].join(', '),
		granted: true,
		...answered,
		...(beyond === undefined ? {} : { stillBinds: beyond }),
	};
	const { floor } = rule;
	if (!floor || minimum === undefined || compareMonths(minimum, floor.fromStatutoryMinimumMonths) < 0)
		return { relief, warnings: [] };
	const points = pointsBetween(document, provisions);
	if (floor.maximumPoints !== undefined && points.least > floor.maximumPoints) {
		return { relief, warnings: floorNotReached(document, rule, floor, points, until) };
	}
	const { provision, leastLevel, leastRange, maximumPoints } = floor;
	return {
		relief: {
			...relief,
			...(leastLevel === undefined
				? {}
				: { leastLevel: { provision, level: leastLevel, ...(maximumPoints === undefined ? {} : { maximumPoints }) } }),
			...(leastRange === undefined ? {} : { leastRange: { ...leastRange, provision } }),
		},
		warnings: [],
	};
}

type Rule = Extract<Provisions['5C1.2'], { inForce: true }>;
type Floor = NonNullable<Rule['floor']>;

/** So many points leave the statute of a later day; where the case cannot have that one, its doubts say that the minimum binds. */
function floorNotReached(
	document: CaseDocument,
	rule: Rule,
	floor: Floor,
	{ least, most }: ReturnType<typeof pointsBetween>,
	until: () => string | undefined,
): Warning[] {
	const from = rule.history.find(({ convictionsFrom }) => convictionsFrom !== undefined)?.convictionsFrom ?? '';
	const convictedOn = document.safetyValve?.convictedOn;
	if (convictedOn === undefined ? isSentencedBefore(from, document, until) : convictedOn < from) return [];
	const points = least === most ? `${least}` : `at least ${least}`;
	const message = `${floor.provision} sets a least offense level of ${floor.leastLevel} for those with at most ${floor.maximumPoints} criminal history point. With ${points} points that level is not applied: relief can then rest on the statute alone, as it stands for convictions from ${longDate(from)}`;
	return [{ code: 'safety-valve-floor', message }];
}

/** What §5C1.2(b) bounds is the guideline range, or the level before it: a departure below is shown, and said to be one. */
export function departureWarnings(relief: Relief | undefined, fastTrack: FastTrack): Warning[] {
	const { leastLevel, leastRange } = relief ?? {};
	if (!fastTrack.available || fastTrack.kind !== 'departure') return [];
	const goesBelow = fastTrack.outcomes.some(({ offenseLevel, range }) =>
		leastRange === undefined ? leastLevel !== undefined && offenseLevel < leastLevel.level : isLower(range, leastRange),
	);
	if (!goesBelow) return [];
	const bounded = leastRange
		? `the guideline range to ${leastRange.minimumMonths} to ${leastRange.maximumMonths} months`
		: `the offense level of Chapters Two and Three to ${leastLevel?.level}`;
	const message = `${(leastRange ?? leastLevel)?.provision} holds ${bounded} or more and says nothing of departures; ${fastTrack.provision} is a departure from that range, so its outcomes are shown below it. If a court holds them bound as well, none of them falls below it`;
	return [{ code: 'safety-valve-departure', message }];
}

/** The least offense level of Chapters Two and Three that §5C1.2(b) sets for the safety valve; a step where it raises. */
export function applyLeastLevel(trace: Trace, relief: Relief | undefined): void {
	const least = relief?.leastLevel;
	if (!least || trace.level >= least.level) return;
	trace.add(least.provision, `the safety valve's least level is ${least.level}`, least.level - trace.level);
}
