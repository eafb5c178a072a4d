import { test } from 'vitest';
import { compareWhole, forRandomCases, runs } from './compare.ts';
import { randomWhole } from './whole-cases.ts';

/** The program against the oracle where counts, relief, Chapter Three, Groups and Chapter Four meet. */
test('all parts together, from the levels to the range for all counts', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 400_000), randomWhole, compareWhole);
});
