// Criminal history points from the priors of a case (§§4A1.1, 4A1.2).
import { attempt } from '../../case/errors.ts';
import type { Provisions } from '../../law/schema.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import type { CriminalHistory, Score } from '../../result/result.ts';
import type { Context } from '../steps/context.ts';
import type { Readings } from '../steps/readings.ts';
import { bestOf, carriersOf } from './carrier.ts';
import { consecutiveRuns } from './consecutive-runs.ts';
import { knownGrade, meets, neverCountedAs, originalTerm, type Prior, priorsOf } from './facts.ts';
import { type CountsRevocation, type ScoredPrior, type Scoring, scoredTerm } from './points.ts';
import { isNeverImprisoned, recencyOf } from './recency.ts';
import { scoreOf } from './score.ts';
import { sharedRevocations } from './shared-revocations.ts';
import { groupSentences, type SentencedApart } from './single-sentences.ts';
import { statusOf } from './status.ts';
import { refuseAdultJuveniles } from './unusual-facts.ts';
import { addViolencePoints } from './violence-points.ts';

export interface ScoredHistory {
	history: CriminalHistory;
	scored: ScoredPrior[];
}

/**
 * The criminal history points and category of the priors of a case; undefined where it gives no priors. Throws InputError
 * `facts-missing` where a rule of the edition lacks a fact.
 */
export function criminalHistoryOf(
	{ document, provisions, readings }: Pick<Context, 'document' | 'provisions' | 'readings'>,
	apart: SentencedApart = new Set(),
): ScoredHistory | undefined {
	if (document.priors === undefined) return undefined;
	const rule = provisions['4A1.1'];
	const priors = priorsOf(document);
	refuseAdultJuveniles(priors, provisions);
	const excluded = priors.filter((prior) => exclusionOf(prior, provisions, readings));
	const groups = groupSentences(
		priors.filter((prior) => !excluded.includes(prior)),
		document,
		provisions,
		{ readings, apart },
	);
	const countsRevocation: CountsRevocation = sharedRevocations(groups, document, provisions, readings);
	const scoring = { document, provisions, countsRevocation, readings };
	const scored = capped(
		[
			...excluded.map((prior) => excludedPrior(prior, provisions, readings)),
			...groups.flatMap((group) => scoreGroup(group, scoring)),
		],
		provisions,
		readings,
	);
	addViolencePoints(scored, provisions, readings);
	scored.sort((a, b) => priors.indexOf(a.prior) - priors.indexOf(b.prior));
	const subtotal = scored.reduce((total, { points }) => total + points, 0);
	const sentences = { counted: scored.filter(isOfCounted(scored)).map(({ prior }) => prior), all: priors };
	const status = statusOf(sentences, subtotal, { document, provisions, readings });
	const recency = rule.recency.inForce
		? recencyOf(imprisonedOf(scored, rule.recency.ofSentencesWith), status.points > 0, document, rule.recency)
		: undefined;
	const points = subtotal + status.points + (recency?.points ?? 0);
	const history: CriminalHistory = {
		points,
		category: categoryOfPoints(provisions['sentencing-table'], points),
		priors: scored.map(({ prior: { id }, points, provision, reason }) => ({ id, points, provision, reason })),
		status,
		...(recency ? { recency } : {}),
	};
	return { history, scored };
}

/** The rule by which a sentence is never counted: foreign, tribal, expunged, or a listed minor offense. */
function exclusionOf(prior: Prior, provisions: Provisions, readings: Readings) {
	const kinds = neverCountedAs(prior);
	return provisions['4A1.2'].neverCounted.find(
		({ kind, countedFrom }) =>
			kinds.includes(kind) &&
			!(
				countedFrom &&
				attempt(() => meets(originalTerm(prior), countedFrom, prior)) === true &&
				readings.other('minor-offense-thirty-days')
			),
	);
}

function excludedPrior(prior: Prior, provisions: Provisions, readings: Readings): ScoredPrior {
	const rule = exclusionOf(prior, provisions, readings);
	const score = { points: 0, provision: rule?.provision ?? '', reason: `never counted: ${rule?.reason}` };
	return {
		...score,
		prior,
		group: undefined,
		carries: false,
		beyondCap: false,
		violencePoint: false,
		alone: () => score,
	};
}

/** The longest of concurrent sentences and the sum of consecutive ones score for the whole group (§4A1.2(a)(2)). */
function scoreGroup(group: readonly Prior[], scoring: Scoring): ScoredPrior[] {
	const runs = consecutiveRuns(group, (prior) => scoredTerm([prior], scoring));
	const best = bestOf(runs, scoring);
	const carriers = carriersOf(best.chain, best.score.points, scoring);
	return group.map((prior) => {
		const isFirst = prior === carriers[0];
		const score = isFirst || group.length === 1 ? best.score : scoredThere(prior, carriers, best.score, scoring);
		return {
			...score,
			prior,
			group,
			carries: best.score.points > 0 && carriers.includes(prior),
			beyondCap: false,
			violencePoint: false,
			alone: () => scoreOf([prior], scoring),
		};
	});
}

function scoredThere(prior: Prior, carriers: readonly Prior[], score: Score, { provisions }: Scoring): Score {
	const { provision, rule } = provisions['4A1.2'].multipleSentences;
	const what = rule === 'single-sentence' ? 'treated as a single sentence' : 'a related case, treated as one sentence';
	const where = score.points > 0 ? `, which carries the ${score.points} points` : ', which receives no points';
	const others = carriers.filter((each) => each !== prior).map(({ id }) => id);
	return { points: 0, provision, reason: `${what} with ${others.join(', ')}${where}` };
}

/** An item that gives at most so many points gives them to felonies first, then to the older sentences. */
function capped(scored: ScoredPrior[], provisions: Provisions, readings: Readings): ScoredPrior[] {
	const over = new Set<ScoredPrior>();
	for (const { provision, most } of provisions['4A1.1'].sentences) {
		if (most === undefined) continue;
		const counted = scored
			.filter((each) => each.points > 0 && each.provision === provision)
			.sort(byWeight(provisions, readings));
		for (const each of counted.slice(most)) over.add(each);
	}
	return scored.map((each) =>
		over.has(each)
			? {
					...each,
					points: 0,
					carries: false,
					beyondCap: true,
					reason: `${each.reason}; the limit on points under ${each.provision} is reached`,
				}
			: each,
	);
}

function byWeight(provisions: Provisions, readings: Readings) {
	const key = ({ prior }: ScoredPrior) =>
		`${knownGrade(prior, provisions, readings) === 'felony' ? 0 : 1}|${prior.given.sentencedOn}|${prior.id}`;
	return (a: ScoredPrior, b: ScoredPrior): number => (key(a) < key(b) ? -1 : 1);
}

/** Whether a sentence counts, alone or with those that are treated as one with it. */
function isOfCounted(scored: readonly ScoredPrior[]): (each: ScoredPrior) => boolean {
	const groups = new Set(scored.filter(({ points, beyondCap }) => points > 0 || beyondCap).map(({ group }) => group));
	return ({ group }) => group !== undefined && groups.has(group);
}

/** The sentences of imprisonment in the groups that have so many points under §4A1.1(a) or (b). */
function imprisonedOf(scored: readonly ScoredPrior[], points: number): Prior[] {
	const weighty = scored.filter((each) => each.points >= points && !each.violencePoint);
	const groups = new Set(weighty.map(({ group }) => group));
	return scored.filter(({ prior, group }) => groups.has(group) && !isNeverImprisoned(prior)).map(({ prior }) => prior);
}
