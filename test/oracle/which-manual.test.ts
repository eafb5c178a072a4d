import { test } from 'vitest';
import { compareWith, forRandomCases, runs } from './compare.ts';
import { randomTwoDates } from './which-manual-cases.ts';
import { underTwoManuals } from './whole/which-manual.ts';

/** The program against the second reading of §1B1.11. */

test('the Manual of the sentence, or of the offense where its range is lower', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(3000, 150_000), randomTwoDates, (document) => compareWith(document, underTwoManuals(document)));
});
