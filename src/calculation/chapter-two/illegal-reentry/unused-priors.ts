// Priors on which no enhancement rests, and why.
import { longDate } from '../../../case/dates.ts';
import { attempt, InputError } from '../../../case/errors.ts';
import type { Guideline } from '../../../law/guideline-schema.ts';
import { type RowOfGroup, rowsOf, timedIn } from '../../../law/guidelines.ts';
import type { Conviction, TimedConvictions } from '../../../law/priors-schema.ts';
import { commencedOn, neverCountedAs, type Prior } from '../../criminal-history/facts.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import type { Finding, PriorFacts } from './prior-facts.ts';
import { isConviction, receivesPoints } from './prior-sentence.ts';
import { firstOrderOf, isTimely, previousRemovals } from './timing.ts';

/** A prior on which no increase rests, and why. */
export interface UnusedPrior {
	id: string;
	reason: string;
}

type Candidate = { row: RowOfGroup; condition: TimedConvictions };

/** The priors that were considered for the guideline and raise nothing. */
export function unusedPriors(facts: PriorFacts, findings: readonly Finding[]): UnusedPrior[] {
	const used = new Set(findings.flatMap(({ priors }) => priors));
	const rows = rowsOf(facts.guideline).filter((row) => timedIn(row).length > 0);
	if (rows.length === 0) return [];
	return (facts.scored ?? [])
		.filter(({ prior }) => !used.has(prior.id))
		.map((each) => ({ id: each.prior.id, reason: reasonFor(each, rows, facts) }));
}

/** The first condition, in the order a reader asks, that no characteristic of the edition finds met. */
function reasonFor(scored: ScoredPrior, rows: readonly RowOfGroup[], facts: PriorFacts): string {
	const { document, provisions, readings, guideline } = facts;
	const { underEighteen, pointsRule } = guideline.priors ?? {};
	const { age } = provisions['4A1.2'].underEighteen;
	const { ageAtOffense = age, convictedAsAdult } = scored.prior.given;
	if (ageAtOffense < age && convictedAsAdult === false) {
		const rule = underEighteen ? ` (${underEighteen.citation.section})` : '';
		return `the offense was before the age of ${age}, without an adult conviction${rule}`;
	}
	const needsPoints = rows.every(({ points }) => points === 'required');
	if (needsPoints && !known(() => receivesPoints(scored, provisions, readings)))
		return `it receives no criminal history points${pointsRule ? ` (${pointsRule.provision})` : ''}`;
	const candidates = rows.flatMap((row) => timedIn(row).map((condition) => ({ row, condition })));
	const isFitting: FitsChanged = (change) =>
		candidates.filter(({ condition: { convictions = [] } }) =>
			convictions.some((each) => {
				const changed = change(each);
				return changed !== undefined && known(() => isConviction(scored, changed, facts));
			}),
		);
	const fitting = isFitting((conviction) => conviction);
	if (fitting.length === 0) return unfitReason(isFitting, scored.prior, guideline);
	const timely = fitting.filter(({ condition }) =>
		known(() => isTimely(condition.timing, scored.prior, document, readings)),
	);
	if (timely.length === 0) return lateReason(scored, fitting[0] as Candidate, facts);
	const { condition, row } = timely.find((each) => each.condition.count === undefined) ?? (timely[0] as Candidate);
	if (condition.count === undefined) {
		const isOpen = [
			() => (condition.convictions ?? []).some((each) => isConviction(scored, each, facts)),
			() => isTimely(condition.timing, scored.prior, document, readings),
		].some((holds) => attempt(holds) instanceof InputError);
		const how = isOpen ? 'an enhancement at least as great, whatever the missing facts' : 'a greater enhancement';
		return `another prior raises ${guideline.provision}${isOpen ? row.group : row.id} ${how}`;
	}
	return `fewer than ${condition.count} such convictions that count separately (${guideline.provision}${row.id})`;
}

/** The candidates that fit once their convictions are changed; one that the change leaves as it was did not fit before. */
type FitsChanged = (change: (conviction: Conviction) => Conviction | undefined) => Candidate[];

/** Which one limit keeps a conviction from counting; that of the kinds and lengths together where it is not one alone. */
function unfitReason(isFitting: FitsChanged, prior: Prior, { provision }: Guideline): string {
	const [excluded] = isFitting(({ notKinds, ...rest }) => (notKinds === undefined ? undefined : rest));
	if (excluded) {
		const { section, authority } = excluded.row.citation;
		return `it is an immigration felony, which this edition excludes (${section}, ${authority})`;
	}
	const isDomestic = neverCountedAs(prior).every((kind) => kind !== 'foreign' && kind !== 'tribal');
	const [domestic] = isDomestic ? [] : isFitting((conviction) => ({ ...conviction, foreign: 'counted' }));
	if (domestic) return `a foreign or tribal conviction, which ${provision}${domestic.row.id} does not count`;
	const [graded] = isFitting(({ grade, ...rest }) => (grade === undefined ? undefined : rest));
	if (graded) {
		const grade = graded.condition.convictions?.find((each) => each.grade)?.grade;
		return `a ${grade === 'felony' ? 'misdemeanor' : 'felony'}, where ${provision}${graded.row.id} asks for a ${grade}`;
	}
	return 'it is not of a kind, grade or length that counts';
}

/** On which side of the removal, the order or the offense it lies, with the days that say so. */
function lateReason({ prior }: ScoredPrior, { row, condition }: Candidate, facts: PriorFacts): string {
	const { document, guideline } = facts;
	const rule = `(${guideline.provision}${row.group})`;
	const convicted = prior.given.convictedOn ?? prior.given.sentencedOn;
	if (convicted === undefined) return `the conviction came too late, whatever its date ${rule}`;
	if (condition.timing === 'convicted-before-instant-offense') {
		return `the conviction, on ${longDate(convicted)}, was not before the instant offense, which began on ${longDate(commencedOn(document))} ${rule}`;
	}
	if (condition.timing === 'deported-after' || condition.timing === 'deported-or-remained-after') {
		const withOrders = condition.timing === 'deported-or-remained-after';
		const events = previousRemovals(document, withOrders);
		const last = events.at(-1);
		const event = withOrders ? 'removal or order' : 'removal';
		if (last === undefined)
			return `the conviction was on ${longDate(convicted)}, and there was no ${event} before the instant offense ended ${rule}`;
		const side = convicted === last ? 'the same day as' : 'after';
		return `the conviction was on ${longDate(convicted)}, ${side} the ${events.length === 1 ? 'only' : 'last'} ${event}, ${longDate(last)} ${rule}`;
	}
	const order = firstOrderOf(document);
	const divided = `(${guideline.provision}${groupsAtOrder(guideline)})`;
	if (order === undefined) return `no removal order was made before the instant offense ended ${divided}`;
	return `begun ${prior.given.conductFrom}, convicted ${convicted}: neither the conviction before nor the conduct after the first removal order, ${order} ${divided}`;
}

/** The characteristics that divide the priors at the first removal order: `(b)(2), (3)`. */
function groupsAtOrder(guideline: Guideline): string {
	const rows = rowsOf(guideline).filter((row) => timedIn(row).some(({ timing }) => timing.endsWith('first-order')));
	const [first = '', ...others] = new Set(rows.map(({ group }) => group));
	return [first, ...others.map((group) => /\([^()]*\)$/.exec(group)?.[0])].join(', ');
}

/** A condition whose facts are not all known was not what decided. */
const known = (condition: () => boolean): boolean => attempt(condition) !== false;
