// Which missing facts matter: those whose answers lead to different results.

import { refuseContradictions } from '../case/check.ts';
import { attempt as attempted, InputError, isMissingFact } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import { withValueAt } from '../case/value-at.ts';
import type { Law } from '../law/schema.ts';
import type { Result } from '../result/result.ts';
import { answersTried, mostTogether, weightOf } from './answers-tried.ts';
import { maybeSameDay, sentencedDay } from './criminal-history/days.ts';
import { priorsOf } from './criminal-history/facts.ts';
import type { SentencedApart } from './criminal-history/single-sentences.ts';
import { agreed, type Outcome } from './same-outcome.ts';

/**
 * A case in which a fact of few answers is missing is worked out with each of them. Where all lead to the same result,
 * the fact is not needed and that is the answer. Nothing is guessed: the answers that are tried are all that there are, or
 * one of each sort that the rules can tell apart, but for those that the case itself contradicts.
 * Throws InputError `facts-missing` for a fact that two answers show to matter.
 */
export function withNeededFacts(document: CaseDocument, law: Law, run: Run): Result {
	// What costs time is worked out only where the rest does not show already that the fact matters.
	const none = { law, left: mostTogether, apart: new Set<string>() };
	settled(document, { ...none, run: (given, apart) => run(given, numbersOnly, apart) });
	return settled(document, { ...none, run: (given, apart) => run(given, undefined, apart) });
}

/** Works out a case, with the fields that are wanted; all where none are named. */
type Run = (document: CaseDocument, fields: ReadonlySet<keyof Result> | undefined, apart: SentencedApart) => Result;

const numbersOnly: ReadonlySet<keyof Result> = new Set(['offenseLevel']);

interface Attempt {
	law: Law;
	run: (document: CaseDocument, apart: SentencedApart) => Result;
	/** How many more facts may be tried together. */
	left: number;
	apart: SentencedApart;
	/** One day of several is taken, to see which other fact matters. */
	isProbe?: boolean;
}

function settled(document: CaseDocument, attempt: Attempt): Result {
	const { law, run, left, apart } = attempt;
	try {
		return run(document, apart);
	} catch (error) {
		if (!isMissingFact(error) || left === 0) throw error;
		const days = sharedDays(error.path, document);
		if (days.length > 0) {
			const found = settledByDay(document, { ...attempt, left: left - 1 }, error, days);
			if (!(found instanceof InputError)) return found;
			if (found !== error) throw found;
		}
		const weight = weightOf(error.path);
		if (weight > left) throw error;
		const fewer = { ...attempt, left: left - weight };
		const answers = answersTried(error.path, document, law);
		const found = attempted(() =>
			agreed(
				answers.map((value) => () => outcomeWith(document, error.path, value, (answered) => settled(answered, fewer))),
				error,
			),
		);
		if (!(found instanceof InputError)) return found;
		throw found === error || attempt.isProbe ? found : mattersAfter(document, error, answers, attempt);
	}
}

/**
 * Where each of some days leads to another question: the first such question whose answer matters once the day is known; or
 * the question for the day, where none does.
 */
function mattersAfter(document: CaseDocument, day: InputError, days: readonly unknown[], attempt: Attempt): InputError {
	let probes = 0;
	for (const value of days) {
		if (probes === mostProbes) break;
		const outcome = outcomeWith(document, day.path, value, (answered) =>
			settled(answered, { ...attempt, left: mostTogether, isProbe: true }),
		);
		if (outcome instanceof InputError) return outcome;
		if (outcome !== undefined) probes++;
	}
	return day;
}

/** So many days show whether another question matters once the day is known. */
const mostProbes = 3;

/** The days of other sentences on which a sentence may have been imposed whose day is asked for. */
function sharedDays(path: string, document: CaseDocument): string[] {
	const prior = priorsOf(document).find((each) => path === `${each.path}/sentencedOn`);
	if (prior === undefined) return [];
	const day = sentencedDay(prior, document);
	const known = (document.priors ?? []).flatMap(({ sentencedOn }) => sentencedOn ?? []);
	return [...new Set(known)].filter((each) => maybeSameDay(day, each));
}

/**
 * Where the day of a sentence is not needed but for whether it is that of another (§4A1.2(a)(2)), the case is worked
 * out with it apart from all others, and with it on each of their days.
 */
function settledByDay(
	document: CaseDocument,
	attempt: Attempt,
	asked: InputError,
	days: readonly string[],
): Result | InputError {
	const prior = asked.path.replace(/\/sentencedOn$/, '');
	if (attempt.apart.has(prior)) return asked;
	const separate = outcomeWith(document, asked.path, undefined, (same) =>
		settled(same, { ...attempt, apart: new Set([...attempt.apart, prior]) }),
	);
	if (separate === undefined || separate instanceof InputError) return asked;
	const settle = (answered: CaseDocument) => settled(answered, attempt);
	const onDays = days.map((day) => () => outcomeWith(document, asked.path, day, settle));
	return attempted(() => agreed([() => separate, ...onDays], asked));
}

/** What an answer leads to: a result or the next question; undefined where the case contradicts it. */
function outcomeWith(
	document: CaseDocument,
	path: string,
	value: unknown,
	settle: (document: CaseDocument) => Result,
): Outcome {
	try {
		const answered = withValueAt(document, path, value) as CaseDocument;
		refuseContradictions(answered);
		return settle(answered);
	} catch (error) {
		if (isMissingFact(error)) return error;
		if (error instanceof InputError) return undefined;
		throw error;
	}
}
