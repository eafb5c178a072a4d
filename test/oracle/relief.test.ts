import { test } from 'vitest';
import { compareWhole, forRandomCases, runs } from './compare.ts';
import { randomRelief } from './relief-cases.ts';

/** The program against the second reading of relief from a statutory minimum. */
test('safety valve and substantial assistance, stated or from answers, in every edition', {
	timeout: 1_800_000,
}, () => {
	forRandomCases(runs(4000, 400_000), randomRelief, compareWhole);
});
