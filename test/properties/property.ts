import { InputError } from '../../src/case/errors.ts';
import type { Result } from '../../src/result/result.ts';
import type { Draft, Random } from '../random/random.ts';
import type { Program } from './program.ts';

/** What a property finds in one case: true where it holds, what is wrong where not, undefined where it says nothing of the case. */
export type Verdict = true | string | undefined;

/** A case with an answer, and what a property may ask about it and about others. */
export interface Trial {
	program: Program;
	draft: Draft;
	/** The numbers of the answer: without warnings and what stands after the range. */
	result: Result;
	/** All of the answer. */
	whole: Result;
	random: Random;
	/** The same of another case, or why it is rejected. */
	numbers(draft: Draft): Result | InputError;
}

/** Something that holds of every case that is answered. */
export interface Property {
	name: string;
	/** It is tried in cases that tell the priors. */
	ofRecord?: true;
	/** The part of the runs in which it is tried, where each of them takes many calculations. */
	share?: number;
	check(trial: Trial): Verdict;
}

/** The verdict on a list of what is wrong. */
export const none = (wrong: readonly string[]): Verdict => (wrong.length === 0 ? true : wrong.join('; '));

/** Holds where both texts are the same. */
export const same = (one: string, other: string): Verdict => one === other || `${one} became ${other}`;

/** The result, undefined where the case was rejected. */
export const answered = (answer: Result | InputError): Result | undefined =>
	answer instanceof InputError ? undefined : answer;

/** What an answer comes to, in one line: the numbers that a sentence goes by. */
export function numbersOf(answer: Result | InputError): string {
	if (answer instanceof InputError) return `rejected: ${answer.code} ${answer.path}`;
	const { edition, offenseLevel, criminalHistoryCategory, tableRange, guidelineRange, totalRange } = answer;
	const { statutoryEffect, fastTrack, criminalHistory, relief, steps } = answer;
	return JSON.stringify([
		...[edition.effectiveDate, offenseLevel, criminalHistoryCategory, tableRange, guidelineRange, totalRange],
		...[statutoryEffect, fastTrack.outcomes, criminalHistory?.points, relief?.granted],
		steps.map(({ levels }) => levels).filter((levels) => levels !== 0),
	]);
}

/** A value as JSON, the keys of each object in one order. */
export const inOneOrder = (value: unknown): string =>
	JSON.stringify(value, (_, inner) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
