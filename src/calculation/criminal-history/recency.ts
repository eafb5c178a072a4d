// Recency points (§4A1.1(e) until November 2010).

import { longDate, yearsBefore } from '../../case/dates.ts';
import { type Duration, isNoTime, parseDuration } from '../../case/durations.ts';
import { attempt } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Recency } from '../../result/result.ts';
import { commencedDay, lastOf } from './days.ts';
import { any, commencedOn, factOf, needed, originalTerm, type Prior, releasedOn, sentencedOn } from './facts.ts';

type Rule = Extract<Provisions['4A1.1']['recency'], { inForce: true }>;

/**
 * Recency points (§4A1.1(e) until November 2010): any part of the offense less than two years after release, or in
 * imprisonment. `imprisoned` are the sentences of imprisonment that weigh enough; `isUnder`, whether the offense was
 * committed under a criminal justice sentence.
 */
export function recencyOf(imprisoned: readonly Prior[], isUnder: boolean, document: CaseDocument, rule: Rule): Recency {
	const { commencedOn: commenced, ...offense } = document.instantOffense ?? {};
	let reason: string | undefined;
	if (commenced === undefined && offense.endedOn !== undefined) {
		// What is soon enough before the last day on which the offense can have begun is so before any earlier one.
		const latest = { ...document, instantOffense: { ...offense, commencedOn: lastOf(commencedDay(document)) } };
		const isRecent = attempt(() => recentReason(imprisoned, isUnder, latest, rule) !== undefined) === true;
		if (isRecent) reason = `release less than ${rule.withinYears} years before the offense, whenever the offense began`;
	}
	reason ??= recentReason(imprisoned, isUnder, document, rule);
	if (reason === undefined) {
		const words = `no release less than ${rule.withinYears} years before the offense`;
		return { points: 0, provision: rule.provision, reason: words };
	}
	return { points: isUnder ? rule.pointsWithStatus : rule.points, provision: rule.provision, reason };
}

function recentReason(
	imprisoned: readonly Prior[],
	isUnder: boolean,
	document: CaseDocument,
	rule: Rule,
): string | undefined {
	let reason: string | undefined;
	any(
		imprisoned.map((prior) => () => {
			reason = recentBy(prior, isUnder, document, rule);
			return reason !== undefined;
		}),
	);
	return reason;
}

/** Whether no imprisonment came of a sentence, as far as the case tells. */
export const isNeverImprisoned = (prior: Prior): boolean =>
	(prior.given.revocations ?? []).length === 0 && attempt(() => isNoTime(originalTerm(prior))) === true;

/**
 * Why a sentence brings the points, in words; undefined where it does not. Imprisonment that began in the years before
 * the offense, or while it went on, ended after its beginning; of what began earlier the release decides.
 */
function recentBy(prior: Prior, isUnder: boolean, document: CaseDocument, rule: Rule): string | undefined {
	const commenced = commencedOn(document);
	const limit = yearsBefore(commenced, rule.withinYears);
	if (isOverBefore(prior, limit)) return undefined;
	const isInside = (day: string): boolean => {
		if (day < commenced) return true;
		const ended = endedOn(document);
		return day < ended || (day === ended && isUnder);
	};
	let found: string | undefined;
	const decide = (day: string | undefined): boolean => {
		found ??= day;
		return day !== undefined;
	};
	const decideBy = (later: readonly string[]) =>
		later.map((day) => () => isInside(day) && decide(releaseAfter(day, prior, limit)));
	const { sentencedOn: sentenced, sentence } = prior.given;
	// Where a revocation decides alone, the sentence itself is not asked about.
	const isByRevocation =
		(sentenced === undefined || sentence === undefined) &&
		attempt(() => any(decideBy(revokedDays(prior).filter((day) => day > limit)))) === true;
	if (isByRevocation && found !== undefined) return inWords(prior, found, commenced, rule);
	const begins = beginningsOf(prior, limit);
	const later = begins.filter((day) => day > limit);
	const isRecent = any([
		...decideBy(later),
		() => decide(releaseOfEarlier(begins.filter((day) => day <= limit).at(-1), later[0], prior, limit)),
	]);
	return isRecent && found !== undefined ? inWords(prior, found, commenced, rule) : undefined;
}

const termOf = (text: string): Duration => parseDuration(text) as Duration;

const revokedDays = ({ given: { revocations = [] } }: Prior): string[] =>
	revocations.filter(({ term }) => !isNoTime(termOf(term))).map(({ on }) => on);

/** Whether the last release came before the years that count, and no revocation after it: then no other day matters. */
function isOverBefore({ given: { releasedOn: last, revocations = [] } }: Prior, limit: string): boolean {
	return last !== undefined && last <= limit && revocations.every(({ on }) => on <= limit);
}

/**
 * The days on which imprisonment on a sentence began, in their order. The sentence is passed over, its day and its term
 * not asked for, where a revocation before the limit came after it: of what began so early the last decides.
 */
function beginningsOf(prior: Prior, limit: string): string[] {
	const revoked = revokedDays(prior);
	if (revoked.some((on) => on <= limit)) return revoked.sort();
	return [...(isNoTime(originalTerm(prior)) ? [] : [sentencedOn(prior)]), ...revoked].sort();
}

/**
 * The release from imprisonment that began on a day; that day itself where the release is not told and cannot be
 * earlier. A term that was served before it was imposed ended with the release that is given.
 */
function releaseAfter(begun: string, prior: Prior, limit: string): string | undefined {
	const { releasedOn: last, earlierReleases = [], conductFrom = '' } = prior.given;
	const release = [...earlierReleases, ...(last === undefined ? [] : [last])].sort().find((day) => day >= begun);
	if (release !== undefined) return release;
	const isRevocation = revokedDays(prior).includes(begun);
	if (isRevocation || begun !== sentencedOn(prior) || conductFrom > limit) return begun;
	const served = releasedOn(prior);
	return served > limit ? served : undefined;
}

/** The release from imprisonment that began before the years that count, where it came in them or later. */
function releaseOfEarlier(
	begun: string | undefined,
	next: string | undefined,
	prior: Prior,
	limit: string,
): string | undefined {
	if (begun === undefined) return undefined;
	const { releasedOn: last } = prior.given;
	if (next === undefined || (last !== undefined && last < next)) {
		const release = releasedOn(prior);
		return release > limit ? release : undefined;
	}
	return earlierReleases(prior).find((release) => release > limit && release < next);
}

function inWords(prior: Prior, day: string, commenced: string, { withinYears }: Rule): string {
	const { releasedOn: last, earlierReleases: earlier = [] } = prior.given;
	const isRelease = day === last || earlier.includes(day);
	if (!isRelease) {
		const when = day > commenced ? 'during the offense' : `less than ${withinYears} years before the offense`;
		return `imprisoned on prior ${prior.id} from ${longDate(day)}, ${when}`;
	}
	if (day > commenced) return `imprisoned on prior ${prior.id} until ${longDate(day)}, during the offense`;
	return `less than ${withinYears} years after release on prior ${prior.id} (${longDate(day)})`;
}

const endedOn = (document: CaseDocument): string =>
	needed(document.instantOffense?.endedOn, '/instantOffense/endedOn', {
		question: 'When did the instant offense end?',
		problem: 'Any part of the offense soon after a release counts',
	});

const earlierReleases = (prior: Prior): readonly string[] =>
	factOf(
		prior,
		'earlierReleases',
		'When was the client released from imprisonment on this sentence before the last revocation ([] for none)?',
	);
