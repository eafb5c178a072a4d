import { test } from 'vitest';
import { type Answer, ends, forRandomCases, program, runs, same } from './compare.ts';
import { categoryOf, type ReductionCase, randomReduction } from './reduction-cases.ts';
import { cell } from './sentencing-table.ts';
import { zeroPoints } from './whole/chapter-four.ts';
import { changesRange, isTooEarly, reductionOf } from './whole/reduction.ts';

/** The program against the second reading of §1B1.10, on the day of the order. */

function amendedOf(document: ReductionCase, ids: readonly string[]) {
	const { edition, baseOffenseLevel, acceptance, criminalHistoryPoints, reduction } = document;
	const changes = ids.every((id) => changesRange(id, reduction.orderDate, edition));
	const level = baseOffenseLevel - acceptance;
	const points = changes ? (reduction.criminalHistoryPoints ?? criminalHistoryPoints) : criminalHistoryPoints;
	// Amendment 821, Part B, Subpart 1, is §4C1.1.
	const zero = ids.includes('821B1') ? -zeroPoints('2023-11-01', points, document.zeroPointOffender ?? {}) : 0;
	// Levels that are stated are all that the amendments change together.
	const off = changes ? (reduction.levels ?? zero) : 0;
	return { offenseLevel: level + off, category: categoryOf(points) };
}

function expected(document: ReductionCase): { facts: unknown; isExtentLeftOut: boolean } {
	const { edition, baseOffenseLevel, acceptance, criminalHistoryPoints, reduction } = document;
	const ids = [reduction.amendment].flat();
	const { offenseLevel, category } = amendedOf(document, ids);
	const answer = reductionOf({
		amendments: ids,
		edition,
		orderDate: reduction.orderDate,
		sentence: document.sentenceImposedMonths,
		original: cell(edition, baseOffenseLevel - acceptance, categoryOf(criminalHistoryPoints)),
		amended: cell(edition, offenseLevel, category),
		minimum: document.statutoryMinimumMonths ?? 0,
		maximum: document.statutoryMaximumMonths,
		hasAssistance: reduction.substantialAssistance,
		hasAuthority: reduction.authorityBelowMinimum ?? false,
		timeServed: reduction.timeServedMonths,
	});
	const amended = [offenseLevel, category, ends(answer.amendedRange), answer.lowersRange];
	const extent =
		answer.isAuthorized && !isExtentLeftOut(document, answer) ? [answer.lowestTerm, answer.comparableTerm] : [];
	const facts = [ends(answer.originalRange), hasAmended(document) ? amended : [], answer.isAuthorized, extent];
	return { facts, isExtentLeftOut: isExtentLeftOut(document, answer) };
}

/**
 * Whether the amended range means anything: the amendments are listed, and not in the Manual of the sentence. Before
 * February 1, 2024 the program takes the two levels of 821B1 off whatever stands in the way, and authorizes nothing:
 * {"edition": "2018", "baseOffenseLevel": 24, "criminalHistoryPoints": 0, "sentenceImposedMonths": 51, "zeroPointOffender":
 * {"violenceOrThreats": true, ...}, "reduction": {"amendment": "821B1", "orderDate": "2023-12-01"}}.
 */
function hasAmended({ edition, reduction, zeroPointOffender = {} }: ReductionCase): boolean {
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
function isExtentLeftOut(document: ReductionCase, { comparableTerm }: { comparableTerm: number | undefined }): boolean {
	const { statutoryMinimumMonths = 0, reduction } = document;
	return comparableTerm !== undefined && statutoryMinimumMonths > 0 && reduction.authorityBelowMinimum !== true;
}

function ofProgram(document: ReductionCase, { reduction }: Answer, isLeftOut: boolean): unknown {
	const { originalRange, amended, lowersRange, authorized, lowestTermMonths, comparableTermMonths } = reduction;
	const { offenseLevel, criminalHistoryCategory, range } = amended;
	const amendedFacts = [offenseLevel, criminalHistoryCategory, ends(range), lowersRange];
	const extent = authorized && !isLeftOut ? [lowestTermMonths, comparableTermMonths] : [];
	return [ends(originalRange), hasAmended(document) ? amendedFacts : [], authorized, extent];
}

test('reductions after sentencing, under the policy statement of the day', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 400_000), randomReduction, (document) => {
		const answer = program(document);
		const { facts, isExtentLeftOut: isLeftOut } = expected(document);
		same(answer.refused ? answer : ofProgram(document, answer, isLeftOut), facts);
	});
});
