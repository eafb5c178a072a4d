// Priors on which no enhancement of §2L1.2 rests, and why.
import { longDate } from '../../../case/dates.ts';
import { InputError } from '../../../case/errors.ts';
import type { Characteristic } from '../../../law/schema.ts';
import { attempt, commencedOn, neverCountedAs, type Prior } from '../../criminal-history/facts.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import {
	type Condition,
	type Conviction,
	type Finding,
	isConviction,
	type ReentryFacts,
	receivesPoints,
} from './illegal-reentry.ts';
import { firstOrderOf, isTimely, previousRemovals } from './timing.ts';

/** A prior on which no increase of §2L1.2 rests, and why. */
export interface UnusedPrior {
	id: string;
	reason: string;
}

type Candidate = { characteristic: Characteristic; condition: Condition };

/** The priors that were considered for §2L1.2 and raise nothing. */
export function unusedPriors(facts: ReentryFacts, findings: readonly Finding[]): UnusedPrior[] {
	const used = new Set(findings.flatMap(({ priors }) => priors));
	const conditions = facts.provisions['2L1.2'].characteristics.length;
	if (conditions === 0) return [];
	return (facts.scored ?? [])
		.filter(({ prior }) => !used.has(prior.id))
		.map((each) => ({ id: each.prior.id, reason: reasonFor(each, facts) }));
}

/** The first condition, in the order a reader asks, that no characteristic of the edition finds met. */
function reasonFor(scored: ScoredPrior, facts: ReentryFacts): string {
	const { document, provisions, readings } = facts;
	const { characteristics, underEighteen, pointsRule } = provisions['2L1.2'];
	const { age } = provisions['4A1.2'].underEighteen;
	const { ageAtOffense = age, convictedAsAdult } = scored.prior.given;
	if (ageAtOffense < age && convictedAsAdult === false) {
		const rule = underEighteen ? ` (${underEighteen.citation.section})` : '';
		return `the offense was before the age of ${age}, without an adult conviction${rule}`;
	}
	const needsPoints = characteristics.every(({ points }) => points === 'required');
	if (needsPoints && !known(() => receivesPoints(scored, provisions, readings)))
		return `it receives no criminal history points${pointsRule ? ` (${pointsRule.provision})` : ''}`;
	const candidates = characteristics.flatMap((characteristic) =>
		characteristic.when.map((condition) => ({ characteristic, condition })),
	);
	const isFitting: FitsChanged = (change) =>
		candidates.filter(({ condition: { convictions = [] } }) =>
			convictions.some((each) => {
				const changed = change(each);
				return changed !== undefined && known(() => isConviction(scored, changed, facts));
			}),
		);
	const fitting = isFitting((conviction) => conviction);
	if (fitting.length === 0) return unfitReason(isFitting, scored.prior);
	const timely = fitting.filter(({ condition }) =>
		known(() => isTimely(condition.timing, scored.prior, document, readings)),
	);
	if (timely.length === 0) return lateReason(scored, fitting[0] as Candidate, facts);
	const { condition, characteristic } =
		timely.find((each) => each.condition.count === undefined) ?? (timely[0] as Candidate);
	if (condition.count === undefined) {
		const isOpen = [
			() => (condition.convictions ?? []).some((each) => isConviction(scored, each, facts)),
			() => isTimely(condition.timing, scored.prior, document, readings),
		].some((holds) => attempt(holds) instanceof InputError);
		const how = isOpen ? 'an enhancement at least as great, whatever the missing facts' : 'a greater enhancement';
		return `under §2L1.2${isOpen ? characteristic.group : characteristic.id} another prior gives ${how}`;
	}
	return `there are fewer than ${condition.count} such convictions that count separately (§2L1.2${characteristic.id})`;
}

/** The candidates that fit once their convictions are changed; one that the change leaves as it was did not fit before. */
type FitsChanged = (change: (conviction: Conviction) => Conviction | undefined) => Candidate[];

/** Which one limit keeps a conviction from counting; that of the kinds and lengths together where it is not one alone. */
function unfitReason(isFitting: FitsChanged, prior: Prior): string {
	const [excluded] = isFitting(({ notKinds, ...rest }) => (notKinds === undefined ? undefined : rest));
	if (excluded) {
		const { section, authority } = excluded.characteristic.citation;
		return `it is an immigration felony, which this edition excludes (${section}, ${authority})`;
	}
	const isDomestic = neverCountedAs(prior).every((kind) => kind !== 'foreign' && kind !== 'tribal');
	const [domestic] = isDomestic ? [] : isFitting((conviction) => ({ ...conviction, foreign: 'counted' }));
	if (domestic) return `it is a foreign or tribal conviction, which §2L1.2${domestic.characteristic.id} does not count`;
	const [graded] = isFitting(({ grade, ...rest }) => (grade === undefined ? undefined : rest));
	if (graded) {
		const grade = graded.condition.convictions?.find((each) => each.grade)?.grade;
		return `it is a ${grade === 'felony' ? 'misdemeanor' : 'felony'}, but §2L1.2${graded.characteristic.id} requires a ${grade}`;
	}
	return 'it is not of a kind, grade or length that counts';
}

/** On which side of the removal, the order or the offense it lies, with the days that say so. */
function lateReason({ prior }: ScoredPrior, { characteristic, condition }: Candidate, facts: ReentryFacts): string {
	const { document } = facts;
	const rule = `(§2L1.2${characteristic.group})`;
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
	if (order === undefined) return 'no removal order was made before the instant offense ended (§2L1.2(b)(2), (3))';
	return `the conduct began on ${longDate(prior.given.conductFrom ?? '')} and the conviction was on ${longDate(convicted)}: the conviction was not before the first removal order, ${longDate(order)}, and the conduct was not after it (§2L1.2(b)(2), (3))`;
}

/** A condition whose facts are not all known was not what decided. */
const known = (condition: () => boolean): boolean => attempt(condition) !== false;
