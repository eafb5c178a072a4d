import { test } from 'vitest';
import { sentencingOptions } from './after/index.ts';
import { forRandomCases, program, runs, same } from './compare.ts';
import { type Punished, punished, together } from './counts/counts.ts';
import { less } from './counts/months.ts';
import type { CountsCase } from './counts-cases.ts';
import { randomOptions } from './options-cases.ts';
import { CATEGORIES, type Category, cell, zone } from './sentencing-table.ts';

/** The program against the second reading of §5B1.1 beside counts of conviction. */

/** §5B1.1(b): a Class A or B felony, a statute that precludes probation, or imprisonment for another count. */
const isBarred = ({ offenseClass, minimum }: Punished): boolean => /^[AB]$/.test(offenseClass) || less(0, minimum);

function expected(document: CountsCase, counts: readonly Punished[]): boolean {
	const { edition, baseOffenseLevel, criminalHistoryCategory } = document;
	const table = cell(edition, baseOffenseLevel, CATEGORIES[criminalHistoryCategory - 1] as Category);
	const options = sentencingOptions(edition, table, zone(edition, table));
	return options.probationAllowed && !counts.some(isBarred);
}

function compare(document: CountsCase): void {
	const counts = document.statutes.map((count) => punished(count, document.offenseDate));
	if (together(counts).length === 0) return;
	const answer = program(document);
	const { probation } = answer.sentencingOptions ?? {};
	same(answer.refused ? answer : probation.authorized, expected(document, counts));
}

test('probation beside counts of conviction', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(3000, 150_000), randomOptions, compare);
});
