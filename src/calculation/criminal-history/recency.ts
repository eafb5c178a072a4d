import { yearsBefore } from '../../case/dates.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { ScoredPrior } from './chapter-four.ts';
import {
	any,
	commencedOn,
	factOf,
	isNoTime,
	needed,
	originalTerm,
	type Prior,
	releasedOn,
	sentencedOn,
} from './facts.ts';

/** Points for an offense committed soon after release from imprisonment, or still in it. */
export interface Recency {
	points: number;
	provision: string;
	reason: string;
}

type Rule = Extract<Provisions['4A1.1']['recency'], { inForce: true }>;

/** Recency points (§4A1.1(e) until November 2010): any part of the offense less than two years after release, or in imprisonment. */
export function recencyOf(
	document: CaseDocument,
	scored: readonly ScoredPrior[],
	hasStatusPoints: boolean,
	rule: Rule,
): Recency {
	const weighty = scored.filter(({ points, violencePoint }) => points >= rule.ofSentencesWith && !violencePoint);
	const candidates = scored.filter(
		({ prior, group }) => weighty.some((each) => each.group === group) && !isNeverImprisoned(prior),
	);
	let recent: Prior | undefined;
	any(
		candidates.map(({ prior }) => () => {
			if (isRecent(prior, document, rule)) recent = prior;
			return recent !== undefined;
		}),
	);
	if (!recent)
		return {
			points: 0,
			provision: rule.provision,
			reason: `no release less than ${rule.withinYears} years before the offense`,
		};
	return {
		points: hasStatusPoints ? rule.pointsWithStatus : rule.points,
		provision: rule.provision,
		reason: `less than ${rule.withinYears} years after release on ${recent.id} (${recent.given.releasedOn}), or still in imprisonment`,
	};
}

const isNeverImprisoned = (prior: Prior): boolean =>
	isNoTime(originalTerm(prior)) && (prior.given.revocations ?? []).length === 0;

function isRecent(prior: Prior, document: CaseDocument, rule: Rule): boolean {
	const commenced = commencedOn(document);
	const ended = needed(
		document.instantOffense?.endedOn,
		'/instantOffense/endedOn',
		'On what day did the instant offense end? Any part of it soon after a release counts',
	);
	if (sentencedOn(prior) > ended) return false;
	const limit = yearsBefore(commenced, rule.withinYears);
	const released = releasedOn(prior);
	const lastRevoked = (prior.given.revocations ?? [])
		.map(({ on }) => on)
		.sort()
		.at(-1);
	if (lastRevoked === undefined) return released > limit;
	if (released > limit && lastRevoked <= ended) return true;
	if (lastRevoked <= limit) return false;
	const earlier = isNoTime(originalTerm(prior)) && prior.given.revocations?.length === 1 ? [] : earlierReleases(prior);
	return earlier.some((release) => release > limit && release <= ended);
}

const earlierReleases = (prior: Prior): readonly string[] =>
	factOf(
		prior,
		'earlierReleases',
		'On what days was the defendant released from imprisonment on this sentence, before the last revocation ([] for none)?',
	);
