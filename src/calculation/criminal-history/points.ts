// The points of one prior sentence by its term and dates (§4A1.1(a) to (c)).
import { longDate, yearsBefore } from '../../case/dates.ts';
import { addDurations, type Duration, durationText, isNoTime, noTime, parseDuration } from '../../case/durations.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Score } from '../../result/result.ts';
import type { Readings } from '../steps/readings.ts';
import {
	commencedOn,
	isAdult,
	isAdultConviction,
	meets,
	originalTerm,
	type Prior,
	type Revocation,
	releasedOn,
	revocationTerms,
	sentencedOn,
} from './facts.ts';

/** What §4A1.1 makes of one prior sentence. */
export interface ScoredPrior extends Score {
	prior: Prior;
	/** The sentences treated as one with it, itself among them; undefined where it is never counted. */
	group: readonly Prior[] | undefined;
	/** It is one of the sentences that the points of its group rest on. */
	carries: boolean;
	/** Its point lies beyond the most that §4A1.1(c) gives. */
	beyondCap: boolean;
	/** It has a point of its own as a crime of violence inside a single sentence. */
	violencePoint: boolean;
	/** What it would score alone. */
	alone: () => Score;
}

/** Which terms on revocation belong to a sentence: all, but for one term shared by several (§4A1.2, comment. (n.11)). */
export type CountsRevocation = (prior: Prior, revocation: Revocation) => boolean;

export interface Scoring {
	document: CaseDocument;
	provisions: Provisions;
	countsRevocation: CountsRevocation;
	readings: Readings;
}

/** The length by which a sentence is scored: what was not suspended, and the terms given on revocation (§4A1.2(b), (k)). */
export function scoredTerm(members: readonly Prior[], scoring: Scoring): Duration {
	return members
		.map((prior) =>
			addDurations(
				originalTerm(prior),
				revocationTerms(prior, (each) => scoring.countsRevocation(prior, each)),
			),
		)
		.reduce(addDurations, noTime);
}

function lengthInWords(members: readonly Prior[], term: Duration, scoring: Scoring): string {
	const revoked = members.map((prior) => revocationTerms(prior, (each) => scoring.countsRevocation(prior, each)));
	const total = revoked.reduce(addDurations, noTime);
	const parts = members.map((prior) => `${prior.id} ${durationText(scoredTerm([prior], scoring))}`);
	const notes = [
		...(members.length > 1 ? [`${parts.join(' + ')}, consecutive`] : []),
		...(isNoTime(total) ? [] : [`including ${durationText(total)} on revocation`]),
		...members.flatMap(({ given: { suspended } }) =>
			suspended && suspended !== '0' ? [`plus ${suspended} suspended`] : [],
		),
	];
	return notes.length === 0 ? durationText(term) : `${durationText(term)} (${notes.join('; ')})`;
}

/**
 * The points of a sentence, or of several that run one after the other (§§4A1.1(a)-(c), 4A1.2(d), (e), (k)).
 * An offense before the age of eighteen has rules of its own; the better of the two scores stands where both kinds are mixed.
 * Throws InputError for the first fact that is missing, whether or not the points turn on it: `scoreOf` asks for no other.
 */
export function exactScoreOf(members: readonly Prior[], scoring: Scoring): Score {
	const { age, adult, confinement } = scoring.provisions['4A1.2'].underEighteen;
	const isLong = (some: readonly Prior[]) => meets(scoredTerm(some, scoring), adult.length, members[0] as Prior);
	const minors = members.filter((prior) => !isAdult(prior, age));
	const adults = members.filter((prior) => !minors.includes(prior));
	const joined = isLong(members) ? minors.filter(isAdultConviction) : minors;
	const together = [...adults, ...joined];
	const scores = [
		...(joined.length > 0 && (adults.length > 0 || isLong(together)) ? [adultScore(together, scoring)] : []),
		...(adults.length > 0 ? [adultScore(adults, scoring)] : []),
	];
	const mostOfMinors = itemOf(confinement.scoredUnder, scoring.provisions).points;
	const isSettled = minors.length === 0 || scores.some(({ points }) => points >= mostOfMinors);
	return [...scores, ...(isSettled ? [] : [minorScore(minors, scoring)])].reduce((best, score) =>
		score.points > best.points ? score : best,
	);
}

function adultScore(members: readonly Prior[], scoring: Scoring): Score {
	const { document, provisions } = scoring;
	const { periods, outsidePeriods } = provisions['4A1.2'];
	const term = scoredTerm(members, scoring);
	const [first] = members as [Prior];
	const item = itemFor(term, first, provisions);
	const period = periods.find(({ length }) => meets(term, length, first)) as (typeof periods)[number];
	const limit = yearsBefore(commencedOn(document), period.years);
	const imposed = members.map(sentencedOn).sort().at(-1) as string;
	const length = lengthInWords(members, term, scoring);
	const words = `${length}, imposed ${longDate(imposed)}`;
	if (imposed >= limit) return { points: item.points, provision: item.provision, reason: words };
	const reached = period.reachedByIncarceration
		? members.find((prior) => isConfinedSince(prior, limit, scoring))
		: undefined;
	if (reached) {
		return {
			points: item.points,
			provision: item.provision,
			reason: `${words}, ${confinementOf(reached)}, within ${period.years} years of the commencement of the offense`,
		};
	}
	const released = period.reachedByIncarceration ? `, ${confinementOf(first)}` : '';
	return {
		points: 0,
		provision: outsidePeriods,
		reason: `${length}, imposed more than ${period.years} years before the offense began (${longDate(imposed)})${released}`,
	};
}

function minorScore(members: readonly Prior[], scoring: Scoring): Score {
	const { document, provisions } = scoring;
	const { age, confinement: confined, other } = provisions['4A1.2'].underEighteen;
	const term = scoredTerm(members, scoring);
	const commenced = commencedOn(document);
	const imposed = members.map(sentencedOn).sort().at(-1) as string;
	const words = `offense before the age of ${age}: ${lengthInWords(members, term, scoring)}, imposed ${longDate(imposed)}`;
	const scored = (rule: typeof other, how: string): Score => ({
		points: itemOf(rule.scoredUnder, provisions).points,
		provision: rule.scoredUnder,
		reason: `${words}, ${how} within ${rule.years} years of the commencement of the offense (${rule.provision})`,
	});
	const isLong = meets(term, confined.length, members[0] as Prior);
	const limit = yearsBefore(commenced, confined.years);
	if (isLong && members.some((prior) => isConfinedSince(prior, limit, scoring))) return scored(confined, 'confined');
	if (imposed >= yearsBefore(commenced, other.years)) return scored(other, 'imposed');
	const released = isLong ? `, ${confinementOf(members[0] as Prior)}` : '';
	const reason = `${words}${released}, more than ${other.years} years before the offense began`;
	return { points: 0, provision: isLong ? confined.provision : other.provision, reason };
}

type Item = Provisions['4A1.1']['sentences'][number];

function itemFor(term: Duration, prior: Prior, provisions: Provisions): Item {
	return provisions['4A1.1'].sentences.find(({ length }) => meets(term, length, prior)) as Item;
}

function itemOf(provision: string, provisions: Provisions): Item {
	return provisions['4A1.1'].sentences.find((item) => item.provision === provision) as Item;
}

/** Whether imprisonment on a sentence reached into the days since a limit (§4A1.2(k)(2)). */
function isConfinedSince(prior: Prior, limit: string, { document, readings }: Scoring): boolean {
	const revoked = (prior.given.revocations ?? []).filter(({ term }) => !isNoTime(parseDuration(term) as Duration));
	const commenced = commencedOn(document);
	if (revoked.some(({ on }) => on >= limit && on < commenced)) return true;
	if (revoked.length === 0) return !isNoTime(originalTerm(prior)) && releasedOn(prior) >= limit;
	if (revoked.some(({ on }) => on >= commenced)) return !readings.other('confined-after-commencement');
	return releasedOn(prior) >= limit;
}

const confinementOf = ({ given }: Prior): string =>
	given.releasedOn ? `released ${longDate(given.releasedOn)}` : 'imprisoned on revocation';
