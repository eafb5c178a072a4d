// Sentences whose terms run one after another.

import type { Duration } from '../../../case/durations.ts';
import { attempt } from '../../../case/errors.ts';
import { consecutiveRuns, joinedTo, longestOf } from '../../criminal-history/consecutive-runs.ts';
import { all, gradeOf, isOfAdult, kindsOf, originalTerm, type Prior } from '../../criminal-history/facts.ts';
import type { PriorFacts } from './prior-facts.ts';
import { sentenceImposed } from './sentence-imposed.ts';

type Facts = PriorFacts;

/** Of what grade and kinds the sentences are that are added to another. */
interface Alike {
	grade?: 'felony' | 'misdemeanor' | undefined;
	notKinds?: readonly string[] | undefined;
}

/**
 * The longest run of consecutive terms with a sentence, of sentences that could count in the same way: no illegal
 * reentry offense is added to another felony, no juvenile adjudication.
 */
export function together(prior: Prior, group: readonly Prior[], alike: Alike, facts: Facts): readonly Prior[] {
	const joined = joinedTo(prior, group);
	if (joined.length === 1) return joined;
	const term = termsOf(facts);
	const runs =
		attempt(() => counts(prior, alike, facts)) === true
			? sharedRuns(joined, alike, facts, term)
			: consecutiveRuns(joined, term, (each) => each === prior || counts(each, alike, facts));
	return longestOf(
		runs.filter((run) => run.includes(prior)),
		term,
	);
}

const counts = (each: Prior, { grade, notKinds = [] }: Alike, { provisions, readings }: Facts): boolean =>
	all([
		() => gradeOf(each, provisions, readings) === grade,
		() => !kindsOf(each).some((kind) => notKinds.includes(kind)),
		() => isOfAdult(each, provisions),
	]);

/** What was found for one list of sentences is the same for each of them, and for each characteristic that asks alike. */
function sharedRuns(joined: readonly Prior[], alike: Alike, facts: Facts, term: (prior: Prior) => Duration): Prior[][] {
	const known = foundRuns.get(facts) ?? new Map<string, Map<readonly Prior[], Prior[][]>>();
	foundRuns.set(facts, known);
	const key = `${alike.grade} ${alike.notKinds}`;
	const ofKey = known.get(key) ?? new Map<readonly Prior[], Prior[][]>();
	known.set(key, ofKey);
	const runs = ofKey.get(joined) ?? consecutiveRuns(joined, term, (each) => counts(each, alike, facts));
	ofKey.set(joined, runs);
	return runs;
}

const foundRuns = new WeakMap<Facts, Map<string, Map<readonly Prior[], Prior[][]>>>();

/** The terms imposed, each worked out once. */
function termsOf(facts: Facts): (prior: Prior) => Duration {
	const found = foundTerms.get(facts) ?? new Map<Prior, Duration>();
	foundTerms.set(facts, found);
	const rule = facts.guideline.priors?.sentenceImposed;
	return (prior) => {
		const known = found.get(prior);
		if (known !== undefined) return known;
		const term = rule ? sentenceImposed(prior, rule, facts.document, facts.readings) : originalTerm(prior);
		found.set(prior, term);
		return term;
	};
}

const foundTerms = new WeakMap<Facts, Map<Prior, Duration>>();
