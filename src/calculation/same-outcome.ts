// Whether all answers to a question lead to one result.
import { InputError } from '../case/errors.ts';
import type { Result, Warning } from '../result/result.ts';
import { isDay } from './answers-tried.ts';

/** What an answer leads to: a result or the next question; undefined where the case contradicts it. */
export type Outcome = Result | InputError | undefined;

/** So many days that lead to one question show that it has to be answered first. */
const enoughDays = 6;

/**
 * The one result of all answers. Throws the question where they differ, or where one of them leads to another question; that
 * one where it is a day that is asked for, and day after day leads to it. No more answers are worked out than show as much.
 */
export function agreed(answers: readonly (() => Outcome)[], asked: InputError): Result {
	let first: Result | InputError | undefined;
	let times = 0;
	for (const answer of answers) {
		if (first instanceof InputError && isDay(asked.path) && times >= enoughDays) break;
		const outcome = answer();
		if (outcome === undefined) continue;
		if (first !== undefined && !isSameOutcome(outcome, first)) throw asked;
		times++;
		first =
			first === undefined || first instanceof InputError || outcome instanceof InputError
				? outcome
				: inCommon(first, outcome);
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

/** Warnings that a day may be wrong: of a day that is only tried they say nothing. */
const ofDays: ReadonlySet<Warning['code']> = new Set([
	'edition-not-of-dates',
	'offense-dates-differ',
	'release-before-sentence',
	'removal-before-order',
]);

/** A sentence may score as many points by one rule as by another. */
function numbersOf({ criminalHistory, warnings, ...rest }: Result): string {
	const points = criminalHistory?.priors.map((each) => each.points);
	const others = warnings.filter(({ code }) => !ofDays.has(code));
	const result = { ...rest, warnings: others, criminalHistory: { ...criminalHistory, priors: points } };
	return JSON.stringify(result, (key, value) => (words.has(key) ? undefined : value));
}

/** What two results that differ in nothing but words have in common. */
function inCommon(one: Result, other: Result): Result {
	const said = new Set(other.warnings.map(({ message }) => message));
	const warnings = one.warnings.filter(({ message }) => said.has(message));
	return withoutAnswer({ ...one, warnings }, { ...other, warnings }) as Result;
}

/** A result in whose words nothing is left of the answer that was tried. */
function withoutAnswer(one: unknown, other: unknown, key = ''): unknown {
	if (typeof one === 'string') {
		return one === other || !words.has(key) ? one : 'the missing facts do not change this';
	}
	if (typeof one !== 'object' || one === null) return one;
	const inner = (at: string) => (other as Record<string, unknown>)[at];
	if (Array.isArray(one)) return one.map((each, index) => withoutAnswer(each, inner(String(index)), key));
	return Object.fromEntries(Object.entries(one).map(([at, each]) => [at, withoutAnswer(each, inner(at), at)]));
}
