// Zero-point offender (§4C1.1).
import { longDate } from '../../case/dates.ts';
import { disagreement, shown } from '../../case/errors.ts';
import { namedUnder, namesStatutes } from '../../case/named-counts.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Provisions } from '../../law/schema.ts';
import type { CriminalHistory, Warning } from '../../result/result.ts';
import { adjustmentsTaken } from '../chapter-three/named-adjustments.ts';
import { pointsOfIncreases } from '../chapter-two/illegal-reentry/increase-points.ts';
import { needed } from '../criminal-history/facts.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import type { Readings } from '../steps/readings.ts';
import type { Trace } from '../steps/trace.ts';

type Answers = NonNullable<CaseDocument['zeroPointOffender']>;
type Rule = Extract<Provisions['4C1.1'], { inForce: true }>;

/** The decrease for certain offenders without criminal history points (§4C1.1), where the case raises it and answers each criterion. */
export function applyZeroPointOffender(
	trace: Trace,
	{ document, provisions, readings }: CaseAndLaw,
	history: CriminalHistory | undefined,
): Warning[] {
	const rule = provisions['4C1.1'];
	const answers = document.zeroPointOffender;
	if (!rule.inForce) {
		const isForLater = answers === undefined || document.reduction !== undefined;
		if (!isForLater) trace.add(rule.provision, `not applied: it begins ${longDate(rule.begins)}`, 0);
		return [];
	}
	const points = pointsOf(document, history);
	const given = document.adjustments?.find(({ provision = '' }) => namesSection(provision, rule.provision));
	if (answers === undefined) return [];
	if (given) {
		const problem = `the case also lists ${rule.provision} as an adjustment`;
		throw disagreement('/zeroPointOffender', problem, 'keep one of them');
	}
	const bars =
		barOf(document, answers, rule, readings) ??
		increaseBar(document, points, rule, provisions) ??
		pointsBar(document, points, rule);
	if (bars === undefined) {
		trace.add(rule.decrease.provision, 'no criminal history points, and every criterion met', -rule.decrease.levels);
		return countWarnings(document, rule);
	}
	trace.add(bars.provision, `no zero-point reduction, because of ${bars.bars}`, 0);
	return [];
}

/**
 * §4C1.1, where a case may have no criminal history points and does not raise it, and nothing in it stands in the way; with
 * the points, where they are known.
 */
export function openZeroPointRule(
	document: CaseDocument,
	provisions: Provisions,
	history: CriminalHistory | undefined,
): { rule: Rule; points: number | undefined } | undefined {
	const rule = provisions['4C1.1'];
	if (!rule.inForce || document.zeroPointOffender !== undefined) return undefined;
	const points = pointsOf(document, history);
	const isTaken = document.adjustments?.some(({ provision = '' }) => namesSection(provision, rule.provision));
	const isClosed =
		isTaken ||
		!mayBeZero(document, points) ||
		isBarredByCount(document, rule, provisions) ||
		isBarredByAdjustment(document, rule) ||
		pointsOfIncreases(document, provisions) !== undefined;
	return isClosed ? undefined : { rule, points };
}

const pointsOf = (document: CaseDocument, history: CriminalHistory | undefined): number | undefined =>
	history?.points ?? document.criminalHistoryPoints ?? document.safetyValve?.criminalHistoryPoints;

/** A count of conviction speaks against a criterion that is met by the answers: what another did may have made it. */
export function countWarnings(document: CaseDocument, { criteria, decrease }: Rule): Warning[] {
	return criteria.flatMap(({ provision, bars, statutes = [] }): Warning[] => {
		const count = statutes.length > 0 ? namedUnder(document, statutes) : undefined;
		if (count === undefined) return [];
		const message = `The case answers no to ${bars} (${provision}), but has a count under ${count}. If that count rests on what the client did or induced another to do, the reduction does not apply and the level is ${decrease.levels} higher. If it rests on what someone else did, the reduction applies, as shown. Check that answer.`;
		return [{ code: 'zero-point-offender-count', message }];
	});
}

/** Category I has one point as well as none: without points the case leaves it open. */
const mayBeZero = (document: CaseDocument, points: number | undefined): boolean =>
	points === 0 || (points === undefined && [1, 'I'].includes(document.criminalHistoryCategory ?? ''));

/** A decrease that a count of conviction stands against, or whose level §4B1.4 absorbs, is not worth raising. */
function isBarredByCount(document: CaseDocument, { criteria }: Rule, { '4B1.4': armed }: Provisions): boolean {
	if (!namesStatutes(document)) return false;
	const sections = criteria.flatMap(({ statutes = [] }) => statutes);
	return namedUnder(document, armed.inForce ? [...sections, armed.statute] : sections) !== undefined;
}

/** Nor one that an adjustment of the case stands against by itself. */
const isBarredByAdjustment = (document: CaseDocument, { criteria, onlyTogether }: Rule): boolean =>
	adjustmentsTaken(document).some((taken) =>
		criteria.some(
			({ criterion, adjustments = [] }) =>
				!onlyTogether?.criteria.includes(criterion) && adjustments.some((one) => namesSection(taken, one)),
		),
	);

/**
 * What keeps the decrease of §4C1.1 from a case that asks for it: points first, which need no further fact, then the
 * criteria. Undefined where nothing does. Throws InputError `facts-missing` for what is not answered.
 */
export function zeroPointBar(
	document: CaseDocument,
	points: number | undefined,
	rule: Rule,
	readings: Readings,
): Bar | undefined {
	const ofPoints = mayBeZero(document, points) ? undefined : pointsBar(document, points, rule);
	if (ofPoints) return ofPoints;
	const answers = needed(document.zeroPointOffender, '/zeroPointOffender', {
		question: `Does any criterion of ${rule.provision} bar the reduction?`,
		remedy: said`Give ${key('zeroPointOffender')}, and answer each criterion`,
	});
	return barOf(document, answers, rule, readings) ?? pointsBar(document, points, rule);
}

interface Bar {
	provision: string;
	bars: string;
}

function pointsBar(document: CaseDocument, points: number | undefined, { decrease }: Rule): Bar | undefined {
	const category = document.criminalHistoryCategory;
	const isHigher = points === undefined && category !== undefined && ![1, 'I'].includes(category);
	const known = isHigher
		? 1
		: needed(points, '/criminalHistoryPoints', {
				question: 'How many criminal history points are there?',
				problem: `Category I includes one point as well as none, and ${decrease.noPoints} requires none`,
			});
	return known === 0 ? undefined : { provision: decrease.noPoints, bars: 'there are criminal history points' };
}

/** An increase for sentences that receive points shows that there are some, whatever else is known of them. */
function increaseBar(
	document: CaseDocument,
	points: number | undefined,
	{ decrease }: Rule,
	provisions: Provisions,
): Bar | undefined {
	const shownBy = pointsOfIncreases(document, provisions);
	if (shownBy === undefined || !mayBeZero(document, points)) return undefined;
	const words = `${shownBy.increase} rests on convictions that receive criminal history points (${shownBy.rule})`;
	if (points === undefined) return { provision: decrease.noPoints, bars: words };
	throw disagreement(
		'/zeroPointOffender',
		`${words}, but ${decrease.noPoints} requires none`,
		said`correct ${key('criminalHistoryPoints')} or ${key('enhancements')}, or leave ${key('zeroPointOffender')} out`,
	);
}

/** The first criterion that stands in the way; where none does, every one of them must be answered. */
function barOf(document: CaseDocument, answers: Answers, rule: Rule, readings: Readings): Bar | undefined {
	const answerOf = (criterion: string) => answerTo(criterion, document, answers, rule);
	const together = rule.onlyTogether?.criteria ?? [];
	const alone = rule.criteria.filter(({ criterion }) => !together.includes(criterion));
	const joint = rule.criteria.filter(({ criterion }) => together.includes(criterion));
	const isBar = ({ criterion }: Rule['criteria'][number]) => answerOf(criterion) === true;
	const bar = alone.find(isBar) ?? (joint.length > 0 && joint.every(isBar) ? joint[0] : undefined);
	if (bar) return bar;
	for (const { criterion, bars } of rule.criteria) {
		needed(answerOf(criterion), `/zeroPointOffender/${criterion}`, {
			question: `Was there ${bars}?`,
			remedy: `Answer true or false for each criterion of ${rule.provision}`,
		});
	}
	const one = joint.find(isBar);
	return one && !readings.other('role-or-enterprise') ? one : undefined;
}

/** The answer given; where the case takes the adjustment that a criterion names, that is the answer. A count settles none. */
function answerTo(criterion: string, document: CaseDocument, answers: Answers, rule: Rule): boolean | undefined {
	const answer = answers[criterion as keyof Answers];
	const { adjustments: named = [] } = rule.criteria.find((row) => row.criterion === criterion) ?? {};
	const found = adjustmentsTaken(document).find((each) => named.some((one) => namesSection(each, one)));
	if (found === undefined) return answer;
	if (answer !== false) return true;
	throw disagreement(`/zeroPointOffender/${criterion}`, `false contradicts ${shown(found)}, which the case applies`);
}
