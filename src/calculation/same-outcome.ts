// Whether all answers to a question lead to one result.
import { InputError } from '../case/errors.ts';
import { numbersOf, words } from '../result/numbers-of-result.ts';
import type { Result } from '../result/result.ts';
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
