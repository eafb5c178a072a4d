// Which missing facts matter: those whose answers lead to different results.

import { refuseContradictions } from '../case/check.ts';
import { InputError, isMissingFact } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import type { Result } from '../result/result.ts';
import { maybeSameDay, sentencedDay } from './criminal-history/days.ts';
import { priorsOf } from './criminal-history/facts.ts';
import type { SentencedApart } from './criminal-history/single-sentences.ts';
import { daysTried } from './days-tried.ts';

const yesOrNo = [true, false];

/** The facts that have few answers, by their keys, and all of these. */
const possibilities: Readonly<Record<string, readonly unknown[]>> = {
	grade: ['felony', 'misdemeanor'],
	convictedAsAdult: yesOrNo,
	underCriminalJusticeSentence: yesOrNo,
	receivesPoints: yesOrNo,
	sameHarm: yesOrNo,
	threePointOffense: yesOrNo,
	twoPointViolentOffense: yesOrNo,
};

/** Days on which nothing turns but where they lie among the other days of the case. */
const daysOfPlace: ReadonlySet<string> = new Set(['conductFrom', 'arrestedOn']);

/** Facts that are tried together at most: more of them, and the first is asked for. A day counts for three. */
const mostTogether = 5;
const weightOfDay = 3;

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
}

function settled(document: CaseDocument, attempt: Attempt): Result {
	const { law, run, left, apart } = attempt;
	try {
		return run(document, apart);
	} catch (error) {
		if (!isMissingFact(error) || left === 0) throw error;
		const isOfPlace = daysOfPlace.has(keyOf(error.path));
		const weight = isOfPlace ? weightOfDay : 1;
		if (weight > left) throw error;
		const fewer = { ...attempt, left: left - weight };
		const days = sharedDays(error.path, document);
		if (days.length > 0) return settledByDay(document, fewer, error, days);
		const values = isOfPlace ? daysTried(document, law) : valuesOf(error.path, document, law);
		return agreed(
			values.map((value) => () => outcomeWith(document, error.path, value, (answered) => settled(answered, fewer))),
			error,
		);
	}
}

const isDay = (path: string): boolean => keyOf(path) === 'sentencedOn' || daysOfPlace.has(keyOf(path));

const keyOf = (path: string): string => path.split('/').at(-1) ?? '';

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
function settledByDay(document: CaseDocument, attempt: Attempt, asked: InputError, days: readonly string[]): Result {
	const prior = asked.path.replace(/\/sentencedOn$/, '');
	if (attempt.apart.has(prior)) throw asked;
	const separate = outcomeWith(document, asked.path, undefined, (same) =>
		settled(same, { ...attempt, apart: new Set([...attempt.apart, prior]) }),
	);
	if (separate === undefined || separate instanceof InputError) throw asked;
	const settle = (answered: CaseDocument) => settled(answered, attempt);
	return agreed([() => separate, ...days.map((day) => () => outcomeWith(document, asked.path, day, settle))], asked);
}

function valuesOf(path: string, { statutes }: CaseDocument, law: Law): readonly unknown[] {
	// Maximums of one row of the table of §4B1.1 are alike where no statute of conviction has one of its own.
	if (path === '/careerOffender/offenseStatutoryMaximumMonths') return statutes ? [] : maximumsIn(law);
	return possibilities[keyOf(path)] ?? [];
}

/** A maximum for each row of the tables of §4B1.1(b), of every edition. */
const maximumsIn = ({ tables }: Law): unknown[] => [
	...new Set(tables['4B1.1'].flatMap(({ table }) => table.map(({ fromMonths }) => fromMonths))),
];

/** What an answer leads to: a result or the next question; undefined where the case contradicts it. */
function outcomeWith(
	document: CaseDocument,
	path: string,
	value: unknown,
	settle: (document: CaseDocument) => Result,
): Result | InputError | undefined {
	try {
		const answered = withValue(document, path.slice(1).split('/'), value) as CaseDocument;
		refuseContradictions(answered);
		return settle(answered);
	} catch (error) {
		if (isMissingFact(error)) return error;
		if (error instanceof InputError) return undefined;
		throw error;
	}
}

function withValue(target: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
	// An enhancement may be its id alone.
	const object = typeof target === 'string' ? { id: target } : ((target ?? {}) as Record<string, unknown>);
	const inner = rest.length === 0 ? value : withValue(object[key], rest, value);
	return Array.isArray(object) ? object.with(Number(key), inner) : { ...object, [key]: inner };
}

type Outcome = Result | InputError | undefined;

/**
 * The one result of all answers. Throws the question where they differ, or where one of them leads to another question; that
 * one where it is a day that is asked for, and every day leads to it. No more answers are worked out than show as much.
 */
function agreed(answers: readonly (() => Outcome)[], asked: InputError): Result {
	let first: Result | InputError | undefined;
	for (const answer of answers) {
		const outcome = answer();
		if (outcome === undefined) continue;
		if (first !== undefined && !isSameOutcome(outcome, first)) throw asked;
		first =
			first === undefined || first instanceof InputError || outcome instanceof InputError
				? outcome
				: (withoutAnswer(first, outcome) as Result);
	}
	if (first instanceof InputError && isDay(asked.path)) throw first;
	if (first === undefined || first instanceof InputError) throw asked;
	return first;
}

function isSameOutcome(one: Result | InputError, other: Result | InputError): boolean {
	const isQuestion = one instanceof InputError;
	if (isQuestion || other instanceof InputError) {
		return isQuestion && other instanceof InputError && one.path === other.path;
	}
	return numbersOf(one) === numbersOf(other);
}

/** Words that tell how a result was found; what the warnings say is a result. */
const words = new Set(['description', 'reason']);

/** A sentence may score as many points by one rule as by another. */
function numbersOf({ criminalHistory, ...rest }: Result): string {
	const points = criminalHistory?.priors.map((each) => each.points);
	const result = { ...rest, criminalHistory: { ...criminalHistory, priors: points } };
	return JSON.stringify(result, (key, value) => (words.has(key) ? undefined : value));
}

/** A result in whose words nothing is left of the answer that was tried. */
function withoutAnswer(one: unknown, other: unknown, key = ''): unknown {
	if (typeof one === 'string') {
		return one === other || !words.has(key) ? one : 'the facts that are not given do not change this';
	}
	if (typeof one !== 'object' || one === null) return one;
	const inner = (at: string) => (other as Record<string, unknown>)[at];
	if (Array.isArray(one)) return one.map((each, index) => withoutAnswer(each, inner(String(index)), key));
	return Object.fromEntries(Object.entries(one).map(([at, each]) => [at, withoutAnswer(each, inner(at), at)]));
}
