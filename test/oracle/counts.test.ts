import { test } from 'vitest';
import { type Answer, ends, forRandomCases, program, rangeFacts, runs, same } from './compare.ts';
import {
	gravestClass,
	guidelineSentence,
	maximumOf,
	minimumOf,
	type Punished,
	punished,
	secondOrSubsequent,
	together,
} from './counts/counts.ts';
import { type CountsCase, randomConsecutiveCounts, randomCounts, randomFirearmCounts } from './counts-cases.ts';
import { oracle } from './oracle.ts';

/** The program against the second reading of statutes of conviction, one count or several (§§5G1.1, 5G1.2). */

const timeout = 1_800_000;

const ofProgram = ({ statutes, supervisedRelease }: Answer): unknown => [
	statutes.map((count: Answer) => [
		count.minimumMonths ?? 0,
		count.maximumMonths,
		count.offenseClass,
		count.consecutive,
	]),
	supervisedRelease?.offenseClass,
];

const ofOracle = (counts: readonly Punished[]): unknown => [
	counts.map(({ minimum, maximum, offenseClass, consecutive }) => [minimum, maximum, offenseClass, consecutive]),
	gravestClass(counts),
];

function compare(document: CountsCase): void {
	const { statutes, ...rest } = document;
	const counts = statutes.map((count) => punished(count, document.offenseDate));
	const shared = together(counts);
	// A case without a count that the guidelines sentence: the test below has those that run after every other.
	if (shared.length === 0) return;
	const answer = program(document);
	same(answer.refused ? answer : ofProgram(answer), ofOracle(counts));
	const limits = { statutoryMinimumMonths: minimumOf(shared), statutoryMaximumMonths: maximumOf(shared) };
	same(rangeFacts(answer), rangeFacts(oracle({ ...rest, ...limits })));
}

test('several counts: each penalty and class, and what they make of the range together', { timeout }, () => {
	forRandomCases(runs(4000, 400_000), randomCounts, compare);
});

test('counts that run after every other, and nothing else: the guideline sentence', { timeout }, () => {
	forRandomCases(runs(1000, 50_000), randomConsecutiveCounts, (document) => {
		const counts = document.statutes.map((count) => punished(count, document.offenseDate));
		const { minimum, maximum } = guidelineSentence(counts) ?? {};
		const answer = program(document);
		same(answer.refused ? answer : ofProgram(answer), ofOracle(counts));
		same(ends(answer.guidelineSentence), [minimum, maximum]);
		same(ends(answer.guidelineRange), [minimum, maximum]);
	});
});

test('several counts under § 924(c), before and since December 21, 2018', { timeout }, () => {
	forRandomCases(runs(500, 20_000), randomFirearmCounts, (document) => {
		const { statutes, offenseDate, sentencingDate } = document;
		const counts = statutes.map((count) => punished(count, offenseDate));
		const answer = program(document);
		same(answer.refused ? answer : ofProgram(answer), ofOracle(secondOrSubsequent(counts, sentencingDate)));
	});
});
