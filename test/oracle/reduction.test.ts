import { test } from 'vitest';
import { type Answer, ends, forRandomCases, program, runs, same } from './compare.ts';
import { maximumOf, minimumOf, punished, together } from './counts/counts.ts';
import type { OracleResult } from './oracle.ts';
import { randomReduced } from './reduced-cases.ts';
import { type ReductionCase, randomReduction } from './reduction-cases.ts';
import { type Case, wholeAnswer } from './whole/case.ts';
import { zeroPoints } from './whole/chapter-four.ts';
import { changesRange, reductionOf } from './whole/reduction.ts';

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

function expected(document: ReductionCase): unknown {
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
	const { total } = amended.offenseLevel;
	const amendedFacts = [total, amended.criminalHistoryCategory, ends(answer.amendedRange), answer.lowersRange];
	const extent = answer.isAuthorized ? [answer.lowestTerm, answer.comparableTerm] : [];
	return [ends(answer.originalRange), hasAmended(document) ? amendedFacts : [], answer.isAuthorized, extent];
}

/** Whether the amended range means anything: the amendments are listed, and not in the Manual of the sentence. */
const hasAmended = ({ edition = '', reduction }: ReductionCase): boolean =>
	[reduction.amendment].flat().every((id) => changesRange(id, reduction.orderDate, edition));

function ofProgram(document: ReductionCase, { reduction }: Answer): unknown {
	const { originalRange, amended, lowersRange, authorized, lowestTermMonths, comparableTermMonths } = reduction;
	const { offenseLevel, criminalHistoryCategory, range } = amended;
	const amendedFacts = [offenseLevel, criminalHistoryCategory, ends(range), lowersRange];
	const extent = authorized ? [lowestTermMonths, comparableTermMonths] : [];
	return [ends(originalRange), hasAmended(document) ? amendedFacts : [], authorized, extent];
}

function compare(document: ReductionCase): void {
	const answer = program(document);
	same(answer.refused ? answer : ofProgram(document, answer), expected(document));
}

test('reductions after sentencing, under the policy statement of the day', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 200_000), randomReduction, compare);
});

test('reductions with Groups, adjustments, Chapter Four and counts', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(3000, 100_000), randomReduced, compare);
});
