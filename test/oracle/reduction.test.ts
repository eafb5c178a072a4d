import { test } from 'vitest';
import { type Answer, ends, forRandomCases, program, runs, same } from './compare.ts';
import { maximumOf, minimumOf, punished, together } from './counts/counts.ts';
import { less, type Months } from './counts/months.ts';
import type { OracleResult } from './oracle.ts';
import { randomReduced } from './reduced-cases.ts';
import { type ReductionCase, randomReduction } from './reduction-cases.ts';
import { type Case, wholeAnswer } from './whole/case.ts';
import { zeroPoints } from './whole/chapter-four.ts';
import { changesRange, isTooEarly, type Reduction, reductionOf } from './whole/reduction.ts';

/** The program against the second reading of §1B1.10, on the day of the order. */

/** What the amendments change, put for what was applied (note 2): all else is as it was. */
function amendedCase(document: ReductionCase): Case {
	const { reduction, baseOffenseLevel = 0, criminalHistoryPoints = 1, edition = '' } = document;
	const ids = [reduction.amendment].flat();
	if (!ids.every((id) => changesRange(id, reduction.orderDate, edition))) return document;
	const points = reduction.criminalHistoryPoints ?? criminalHistoryPoints;
	// Amendment 821, Part B, Subpart 1, is §4C1.1.
	const zero = ids.includes('821B1') ? -zeroPoints('2023-11-01', points, document.zeroPointOffender ?? {}) : 0;
	// Levels that are stated are all that the amendments change together.
	const level = reduction.baseOffenseLevel ?? baseOffenseLevel + (reduction.levels ?? zero);
	return { ...document, baseOffenseLevel: level, criminalHistoryPoints: points };
}

const resultOf = (document: Case): OracleResult => {
	const answer = wholeAnswer(document);
	if (answer === 'refused' || answer.result === undefined) throw new Error('no range');
	return answer.result;
};

/** The limits of the counts, or those that are stated. */
function limitsOf({ statutes, offenseDate = '', statutoryMinimumMonths = 0, statutoryMaximumMonths }: ReductionCase) {
	const shared = statutes && together(statutes.map((count) => punished(count, offenseDate)));
	if (shared === undefined) return { minimum: statutoryMinimumMonths, maximum: statutoryMaximumMonths };
	return { minimum: minimumOf(shared), maximum: maximumOf(shared) };
}

function expected(document: ReductionCase): { facts: unknown; isExtentLeftOut: boolean } {
	const { edition = '', reduction } = document;
	const [original, amended] = [resultOf(document), resultOf(amendedCase(document))];
	const { minimum, maximum } = limitsOf(document);
	const answer = reductionOf({
		...{ edition, orderDate: reduction.orderDate, amendments: [reduction.amendment].flat() },
		sentence: document.sentenceImposedMonths,
		...{ original: original.tableRange, amended: amended.tableRange, minimum, maximum },
		hasAssistance: reduction.substantialAssistance,
		hasAuthority: reduction.authorityBelowMinimum ?? false,
		timeServed: reduction.timeServedMonths,
	});
	const isLeftOut = isExtentLeftOut(document, minimum, answer);
	const { total } = amended.offenseLevel;
	const amendedFacts = [total, amended.criminalHistoryCategory, ends(answer.amendedRange), answer.lowersRange];
	const extent = answer.isAuthorized && !isLeftOut ? [answer.lowestTerm, answer.comparableTerm] : [];
	const facts = [ends(answer.originalRange), hasAmended(document) ? amendedFacts : [], answer.isAuthorized, extent];
	return { facts, isExtentLeftOut: isLeftOut };
}

/**
 * Whether the amended range means anything: the amendments are listed, and not in the Manual of the sentence. Before
 * February 1, 2024 the program takes the two levels of 821B1 off whatever stands in the way, and authorizes nothing:
 * {"edition": "2018", "baseOffenseLevel": 24, "criminalHistoryPoints": 0, "sentenceImposedMonths": 51, "zeroPointOffender":
 * {"violenceOrThreats": true, ...}, "reduction": {"amendment": "821B1", "orderDate": "2023-12-01"}}.
 */
function hasAmended({ edition = '', reduction, zeroPointOffender = {} }: ReductionCase): boolean {
	const ids = [reduction.amendment].flat();
	const isInTheWay = Object.values(zeroPointOffender).includes(true);
	return ids.every(
		(id) => changesRange(id, reduction.orderDate, edition) && !(isInTheWay && isTooEarly(id, reduction.orderDate)),
	);
}

/**
 * Assistance without authority below the minimum (18 U.S.C. § 3553(e)): the term may not fall below the minimum. The program
 * gives no lowest term where the amended range lies above it: {"edition": "2013", "baseOffenseLevel": 25,
 * "criminalHistoryPoints": 6, "statutoryMinimumMonths": 60, "sentenceImposedMonths": 69, "reduction": {"amendment": "782",
 * "levels": -1, "orderDate": "2016-01-01", "substantialAssistance": true, "authorityBelowMinimum": false}}.
 */
function isExtentLeftOut({ reduction }: ReductionCase, minimum: Months, { comparableTerm }: Reduction): boolean {
	return comparableTerm !== undefined && less(0, minimum) && reduction.authorityBelowMinimum !== true;
}

function ofProgram(document: ReductionCase, { reduction }: Answer, isLeftOut: boolean): unknown {
	const { originalRange, amended, lowersRange, authorized, lowestTermMonths, comparableTermMonths } = reduction;
	const { offenseLevel, criminalHistoryCategory, range } = amended;
	const amendedFacts = [offenseLevel, criminalHistoryCategory, ends(range), lowersRange];
	const extent = authorized && !isLeftOut ? [lowestTermMonths, comparableTermMonths] : [];
	return [ends(originalRange), hasAmended(document) ? amendedFacts : [], authorized, extent];
}

/**
 * Where the amendments leave the cell as it is, none lowers the range (§1B1.10(a)(2)(B)), also if there was authority below the
 * minimum. The program has it lowered by (c) alone, and authorizes a reduction: {"edition": "2018", "baseOffenseLevel": 29,
 * "criminalHistoryPoints": 5, "statutoryMinimumMonths": 120, "sentenceImposedMonths": 36, "reduction": {"amendment": "821A",
 * "orderDate": "2025-11-01", "criminalHistoryPoints": 4, "substantialAssistance": true, "authorityBelowMinimum": true}}.
 */
function isLoweredByAuthorityAlone(document: ReductionCase): boolean {
	const [original, amended] = [resultOf(document).tableRange, resultOf(amendedCase(document)).tableRange];
	return document.reduction.authorityBelowMinimum === true && JSON.stringify(original) === JSON.stringify(amended);
}

function compare(document: ReductionCase): void {
	if (isLoweredByAuthorityAlone(document)) return;
	const answer = program(document);
	const { facts, isExtentLeftOut: isLeftOut } = expected(document);
	same(answer.refused ? answer : ofProgram(document, answer, isLeftOut), facts);
}

test('reductions after sentencing, under the policy statement of the day', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 200_000), randomReduction, compare);
});

test('reductions with Groups, adjustments, Chapter Four and counts', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(3000, 100_000), randomReduced, compare);
});
