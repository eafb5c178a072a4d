import { addDurations, type Duration, durationText, noTime, parseDuration } from '../case/durations.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import {
	commencedOn,
	factOf,
	isNoTime,
	meets,
	originalTerm,
	type Prior,
	type Revocation,
	releasedOn,
	revocationTerms,
	sentencedOn,
	yearsBefore,
} from './facts.ts';
import type { Readings } from './readings.ts';

/** What a sentence scores by itself, in criminal history points, and why. */
export interface Score {
	points: number;
	/** The item of §4A1.1 that gives the points, or the rule of §4A1.2 that gives none. */
	provision: string;
	reason: string;
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

/**
 * The points of a sentence, or of several that run one after the other (§§4A1.1(a)-(c), 4A1.2(d), (e), (k)).
 * An offense before the age of eighteen has rules of its own; the better of the two scores stands where both kinds are mixed.
 */
export function scoreOf(members: readonly Prior[], scoring: Scoring): Score {
	const { age } = scoring.provisions['4A1.2'].underEighteen;
	const minors = members.filter((prior) => (prior.given.ageAtOffense ?? age) < age);
	const adults = members.filter((prior) => !minors.includes(prior));
	const scores = [
		...(adults.length > 0 ? [adultScore(adults, scoring)] : []),
		...(minors.length > 0 ? [minorScore(minors, scoring)] : []),
	];
	return scores.reduce((best, score) => (score.points > best.points ? score : best));
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
	const words = `${durationText(term)}, imposed ${imposed}`;
	if (imposed >= limit) return { points: item.points, provision: item.provision, reason: words };
	const reached = period.reachedByIncarceration
		? members.find((prior) => isConfinedSince(prior, limit, scoring))
		: undefined;
	if (reached) {
		return {
			points: item.points,
			provision: item.provision,
			reason: `${words}, ${confinement(reached)}, within ${period.years} years of the commencement of the offense`,
		};
	}
	const released = period.reachedByIncarceration ? `, ${confinement(first)}` : '';
	return {
		points: 0,
		provision: outsidePeriods,
		reason: `${durationText(term)}, imposed more than ${period.years} years before the offense began (${imposed})${released}`,
	};
}

function minorScore(members: readonly Prior[], scoring: Scoring): Score {
	const { document, provisions } = scoring;
	const { adult, age, confinement: confined, other } = provisions['4A1.2'].underEighteen;
	const term = scoredTerm(members, scoring);
	const [first] = members as [Prior];
	if (meets(term, adult.length, first) && members.every(isAdultConviction)) return adultScore(members, scoring);
	const commenced = commencedOn(document);
	const imposed = members.map(sentencedOn).sort().at(-1) as string;
	const words = `offense before the age of ${age}: ${durationText(term)}, imposed ${imposed}`;
	const within = imposed >= yearsBefore(commenced, other.years);
	if (meets(term, confined.length, first)) {
		const limit = yearsBefore(commenced, confined.years);
		const reached = within ? first : members.find((prior) => isConfinedSince(prior, limit, scoring));
		if (reached) {
			const reason = `${words}, confined within ${confined.years} years of the commencement of the offense (${confined.provision})`;
			return { points: itemOf(confined.scoredUnder, provisions).points, provision: confined.scoredUnder, reason };
		}
		return {
			points: 0,
			provision: confined.provision,
			reason: `${words}, ${confinement(first)}, more than ${confined.years} years before the offense began`,
		};
	}
	if (within)
		return {
			points: itemOf(other.scoredUnder, provisions).points,
			provision: other.scoredUnder,
			reason: `${words} (${other.provision})`,
		};
	return {
		points: 0,
		provision: other.provision,
		reason: `${words}, more than ${other.years} years before the offense began`,
	};
}

/** Whether an offense before eighteen led to an adult conviction. */
export function isAdultConviction(prior: Prior): boolean {
	return factOf(
		prior,
		'convictedAsAdult',
		'The offense was committed before the age of eighteen: is the conviction an adult one?',
	);
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

const confinement = ({ given }: Prior): string =>
	given.releasedOn ? `released ${given.releasedOn}` : 'imprisoned on revocation';
