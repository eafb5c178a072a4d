// The score of a prior where some of its facts are missing.
import { differenceInDays, noTime, parseDuration } from '../../case/durations.ts';
import { attempt, type InputError, isMissingFact } from '../../case/errors.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import type { Score } from '../../result/result.ts';
import { commencedDay, firstOf, lastOf, sentencedDay } from './days.ts';
import { commencedOn, missingFact, type Prior, questions } from './facts.ts';
import { exactScoreOf, type Scoring } from './points.ts';
import { leastTerm, mostTerm } from './untold-term.ts';

/** A fact that scores can turn on: without it, the least and the most that it can be. More of each never scores less. */
interface Open {
	least: (facts: Facts) => Facts;
	most: (facts: Facts) => Facts;
	ask: InputError;
}

interface Facts {
	members: readonly Prior[];
	document: CaseDocument;
}

/**
 * The points of a sentence, or of several that run one after the other. A fact that is missing is asked for only where
 * the points turn on it: the least and the most that it can be are weighed, alone and with what else is missing.
 * Throws InputError `facts-missing`.
 */
export function scoreOf(members: readonly Prior[], scoring: Scoring): Score {
	try {
		return exactScoreOf(members, scoring);
	} catch (error) {
		if (!isMissingFact(error)) throw error;
		return settledScore(members, scoring, error);
	}
}

/** From the least of all that is missing to the most, one fact after the other: the first that changes the points is asked for. */
function settledScore(members: readonly Prior[], scoring: Scoring, missing: InputError): Score {
	const given: Facts = { members, document: scoring.document };
	const open = openFacts(given, missing);
	const scoreWith = (isMost: (index: number) => boolean): Score => {
		const facts = open.reduce((known, { least, most }, index) => (isMost(index) ? most : least)(known), given);
		return exactScoreOf(facts.members, { ...scoring, document: facts.document });
	};
	const score = scoreWith(() => false);
	for (const [index, { ask }] of open.entries()) {
		if (scoreWith((at) => at <= index).points !== score.points) throw ask;
	}
	if (open.length === 0) throw missing;
	const { points, provision } = score;
	return { points, provision, reason: 'the missing facts do not change the points' };
}

/** The most that a sentence can score, whatever is missing. */
export function mostPointsOf(members: readonly Prior[], scoring: Scoring): number {
	const given: Facts = { members, document: scoring.document };
	const { members: most, document } = openFacts(given, undefined).reduce((known, each) => each.most(known), given);
	return exactScoreOf(most, { ...scoring, document }).points;
}

const farBack = '0100-01-01';
const never = '9999-12-31';

function openFacts(given: Facts, missing: InputError | undefined): Open[] {
	const ofMembers = given.members.flatMap((member, index) => [
		...openFactsOf(member, index, given.document),
		...unmeasured(member, index, missing),
	]);
	if (given.document.instantOffense?.commencedOn !== undefined) return ofMembers;
	const commenced = commencedDay(given.document);
	const at = (commencedOn: string) => (facts: Facts) => ({
		...facts,
		document: { ...facts.document, instantOffense: { ...facts.document.instantOffense, commencedOn } },
	});
	return [
		...ofMembers,
		{ least: at(lastOf(commenced)), most: at(farBack), ask: attempt(() => commencedOn(given.document)) as InputError },
	];
}

function openFactsOf(prior: Prior, index: number, document: CaseDocument): Open[] {
	const { given } = prior;
	const sentenced = sentencedDay(prior, document);
	const limits: [keyof typeof questions, unknown, unknown][] = [
		['sentence', leastTerm, mostTerm],
		['sentencedOn', firstOf(sentenced), lastOf(sentenced)],
		['convictedAsAdult', false, true],
		['releasedOn', given.conductFrom ?? farBack, never],
	];
	return limits
		.filter(([key]) => given[key] === undefined && !(key === 'sentence' && given.disposition === 'fine'))
		.map(([key, least, most]) => ({
			least: withFacts(index, { [key]: least }),
			most: withFacts(index, { [key]: most }),
			ask: missingFact(prior, key, questions[key]),
		}));
}

/** Terms in months where days decide: of as few days as they can have, and of as many. */
function unmeasured({ given, path }: Prior, index: number, missing: InputError | undefined): Open[] {
	if (given.sentence === undefined || missing?.path !== `${path}/sentence`) return [];
	const inDays = (of: 'least' | 'most') => (text: string) => {
		const days = differenceInDays(parseDuration(text) ?? noTime, noTime)[of];
		return Number.isFinite(days) ? `${days} days` : text;
	};
	const facts = (days: (text: string) => string) => ({
		sentence: days(given.sentence as string),
		revocations: (given.revocations ?? []).map(({ on, term }) => ({ on, term: days(term) })),
	});
	return [
		{ least: withFacts(index, facts(inDays('least'))), most: withFacts(index, facts(inDays('most'))), ask: missing },
	];
}

const withFacts = (index: number, more: Partial<GivenPrior>) => (facts: Facts) => {
	const member = facts.members[index] as Prior;
	return { ...facts, members: facts.members.with(index, { ...member, given: { ...member.given, ...more } }) };
};
