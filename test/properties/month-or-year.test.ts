import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Shown, tried } from './month-or-year.ts';

const runs = 1500;

test('a month or a year has an answer only where every day in it leads to that one', () => {
	const shown = new Map<string, number>();
	Error.stackTraceLimit = 0;
	fc.assert(
		fc.property(fc.noShrink(fc.nat(0xffff_ffff)), (seed) => {
			const found: Shown = tried(seed);
			if (typeof found !== 'string') throw new Error(`seed ${seed}: ${found.wrong}\n${JSON.stringify(found.draft)}`);
			shown.set(found, (shown.get(found) ?? 0) + 1);
		}),
		{ numRuns: runs, seed: 1, endOnFailure: true },
	);
	// Both sides were seen often enough to tell.
	expect(shown.get('answered')).toBeGreaterThan(runs / 5);
	expect(shown.get('asked')).toBeGreaterThan(runs / 100);
}, 120_000);
