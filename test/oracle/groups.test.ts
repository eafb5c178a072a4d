import { test } from 'vitest';
import { compareWhole, forRandomCases, runs } from './compare.ts';
import { randomGroups } from './groups-cases.ts';

/** The program against the second reading of Chapter Three, Parts A to D, with acceptance afterwards. */
test('Groups, Units and adjustments by name, in every edition', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 400_000), randomGroups, compareWhole);
});
