// What the priors bear out of the characteristics of §2L1.2.
import { longDate } from '../../../case/dates.ts';
import { InputError } from '../../../case/errors.ts';
import type { Characteristic, Provisions } from '../../../law/schema.ts';
import { attempt, kindsOf, needed } from '../../criminal-history/facts.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import type { Readings } from '../../steps/readings.ts';
import {
	type Condition,
	type Conviction,
	type Finding,
	isConviction,
	matches,
	type ReentryFacts,
	receivesPoints,
} from './illegal-reentry.ts';
import { priorsAsked } from './questions.ts';
import { countSeparate } from './separate-convictions.ts';
import { removalsAfter, wasDeported } from './timing.ts';

/** What is known of a characteristic: what the facts bear out, and a fact that could make it more. */
interface Judged {
	characteristic: Characteristic;
	finding: Finding | undefined;
	missing: InputError | undefined;
}

/**
 * The specific offense characteristics of §2L1.2 that the facts bear out. The greatest of a group counts, so that a
 * fact is asked for only where it could make one greater than what is found. Throws InputError `facts-missing`.
 */
export function findingsOf(facts: ReentryFacts): Finding[] {
	const judged = facts.provisions['2L1.2'].characteristics.map((characteristic) => judge(characteristic, facts));
	for (const { characteristic, missing } of judged) {
		if (missing === undefined) continue;
		const { group, levels } = characteristic;
		const ofGroup = judged.filter((each) => each.characteristic.group === group);
		const greatest = Math.max(0, ...ofGroup.map(({ finding }) => finding?.levels ?? 0));
		if (levels > greatest) throw missing;
	}
	return judged.flatMap(({ finding }) => finding ?? []);
}

function judge(characteristic: Characteristic, facts: ReentryFacts): Judged {
	const all = characteristic.when.map((condition) => judgeCondition(characteristic, condition, facts));
	const found = all.flatMap(({ finding }) => finding ?? []);
	return {
		characteristic,
		finding: found.length === 0 ? undefined : found.reduce((best, each) => (each.levels > best.levels ? each : best)),
		missing: all.find(({ missing }) => missing !== undefined)?.missing,
	};
}

function judgeCondition(characteristic: Characteristic, condition: Condition, facts: ReentryFacts): Judged {
	if (condition.convictions === undefined) {
		const deported = attempt(() => wasDeported(facts.document));
		const finding = { characteristic, levels: characteristic.levels, priors: [], matched: [] };
		if (deported instanceof InputError) return { characteristic, finding: undefined, missing: deported };
		return { characteristic, finding: deported ? finding : undefined, missing: undefined };
	}
	const scored = needed(facts.scored, '/priors', priorsAsked);
	const sure: ScoredPrior[] = [];
	const open: ScoredPrior[] = [];
	const missing: InputError[] = [];
	for (const each of scored) {
		const holds = attempt(() => matches(each, characteristic, condition, facts));
		if (holds === true) sure.push(each);
		if (!(holds instanceof InputError)) continue;
		open.push(each);
		missing.push(holds);
	}
	// A fact of the whole case may show that another prior is enough.
	const lacking = missing.find(({ path }) => !path.startsWith('/priors')) ?? missing[0];
	const wanted = condition.count ?? 1;
	const number = attempt(() => countSeparate(sure, facts));
	if (number instanceof InputError) return { characteristic, finding: undefined, missing: number };
	if (number < wanted) {
		if (open.length === 0) return { characteristic, finding: undefined, missing: undefined };
		const most = attempt(() => countSeparate([...sure, ...open], facts));
		const isEnough = most instanceof InputError || most >= wanted;
		return { characteristic, finding: undefined, missing: isEnough ? lacking : undefined };
	}
	return { characteristic, ...findingOn({ sure, lacking }, characteristic, condition, facts) };
}

/** The finding on convictions that surely match; and a fact that could bring the greater of two levels. */
function findingOn(
	{ sure, lacking }: { sure: readonly ScoredPrior[]; lacking: InputError | undefined },
	characteristic: Characteristic,
	condition: Condition,
	facts: ReentryFacts,
): Pick<Judged, 'finding' | 'missing'> {
	const { provisions, readings } = facts;
	const leveled = sure.map((each) => ({
		each,
		levels: attempt(() => levelsFor(each, characteristic, provisions, readings)),
	}));
	const known = leveled.flatMap(({ each, levels }) => (levels instanceof InputError ? [] : [{ each, levels }]));
	const levels = Math.max(characteristic.levelsWithoutPoints ?? 0, ...known.map((each) => each.levels));
	const best = known.filter((each) => each.levels === levels).map(({ each }) => each);
	const [unleveled] = leveled.flatMap(({ levels: found }) => (found instanceof InputError ? [found] : []));
	const missing = levels < characteristic.levels ? (unleveled ?? lacking) : undefined;
	const finding = {
		characteristic,
		levels,
		priors: best.map(({ prior }) => prior.id),
		matched: best.flatMap((each) => matchOf(each, condition, facts)),
	};
	return { finding, missing };
}

/** `drug trafficking, more than 13 months, convicted February 1, 2008, removed January 5, 2009`: what a prior meets of a condition on kinds. */
function matchOf(scored: ScoredPrior, { convictions = [], timing }: Condition, facts: ReentryFacts): string[] {
	const { prior } = scored;
	const met = convictions.find((conviction) => isSurely(() => isConviction(scored, conviction, facts)));
	if (!met?.kinds || !convictionTimings.has(timing)) return [];
	const kinds = kindsOf(prior).filter((kind) => met.kinds?.includes(kind));
	const { convictedOn: convicted = prior.given.sentencedOn } = prior.given;
	const events = convicted === undefined ? [] : attempt(() => removalsAfter(convicted, facts.document));
	if (events instanceof InputError || events.length === 0) return [];
	const removal = events.find((event) => facts.document.removals?.includes(event));
	const after = `${removal === undefined ? 'ordered ' : ''}removed ${longDate(removal ?? (events[0] as string))}`;
	const on = `convicted ${longDate(convicted ?? '')}`;
	const words = [kinds.join(' and ').replaceAll('-', ' '), lengthText(met), on, after];
	return [words.filter(Boolean).join(', ')];
}

/** A fact that is missing for one kind of conviction is no matter where the prior is of another. */
const isSurely = (holds: () => boolean): boolean => attempt(holds) === true;

/** The conditions that ask whether the removal came after the conviction. */
const convictionTimings: ReadonlySet<Condition['timing']> = new Set(['deported-after', 'deported-or-remained-after']);

function lengthText({ sentence, wholeTerm: whole }: Conviction): string {
	const test = sentence ?? whole;
	if (test === undefined) return '';
	if ('exceeds' in test) return `more than ${test.exceeds}`;
	return 'atLeast' in test ? `${test.atLeast} or more` : `${test.atMost} or less`;
}

function levelsFor(
	scored: ScoredPrior,
	characteristic: Characteristic,
	provisions: Provisions,
	readings: Readings,
): number {
	const { levels, levelsWithoutPoints, points } = characteristic;
	if (points !== 'lowers' || levelsWithoutPoints === undefined) return levels;
	return scored.violencePoint || receivesPoints(scored, provisions, readings) ? levels : levelsWithoutPoints;
}
