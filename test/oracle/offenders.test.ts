import { test } from 'vitest';
import { compareWhole, forRandomCases, runs } from './compare.ts';
import { randomOffender } from './offenders-cases.ts';

/** The program against the second reading of §§4B1.1, 4B1.4 and 4C1.1, and of the range for all counts. */
test('career offenders, armed career criminals and zero-point offenders', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 400_000), randomOffender, compareWhole);
});
