import { test } from 'vitest';
import { compareWith, ends, forRandomCases, runs } from './compare.ts';
import { randomTwoDates } from './which-manual-cases.ts';
import { type TwoDates, underOffenseManual, underTwoManuals } from './whole/which-manual.ts';

/** The program against the second reading of §1B1.11. */

/**
 * Where the Manual of the offense gives one range in all six categories, the program answers with Category I, whatever the
 * case states: {"offenseDate": "1998-02-20", "sentencingDate": "2008-03-03", "baseOffenseLevel": 33,
 * "criminalHistoryCategory": "II", "statutoryMinimumMonths": 120, "underOffenseDateManual": {"baseOffenseLevel": 19}}.
 */
function isOneRangeInAllCategories(document: TwoDates): boolean {
	if (document.underOffenseDateManual === undefined) return false;
	const ranges = [1, 2, 3, 4, 5, 6].map((criminalHistoryCategory) => {
		const answer = underOffenseManual({ ...document, criminalHistoryCategory });
		return JSON.stringify(answer === 'refused' ? answer : ends(answer.result?.guidelineRange));
	});
	return new Set(ranges).size === 1;
}

test('the Manual of the sentence, or of the offense where its range is lower', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(3000, 150_000), randomTwoDates, (document) => {
		if (!isOneRangeInAllCategories(document)) compareWith(document, underTwoManuals(document));
	});
});
