import { beforeAll, expect, test } from 'vitest';
import { elsewhere } from './elsewhere.ts';
import { theProgram } from './program.ts';
import { properties } from './properties.ts';
import { type Found, search } from './search.ts';

// A million of each: npm run proof:properties. Runs are fewer where each opens the questions, which works a case out many times.
const runs = 10_000;
let found: ReadonlyMap<string, Found>;

beforeAll(async () => {
	found = search(properties, { program: await theProgram(), runs, seed: 1 });
}, 600_000);

test.each(properties.map(({ name, share = 1 }) => [name, runs * share] as const))('%s', (name, wanted) => {
	const { held, failure } = found.get(name) as Found;
	expect(failure).toBeUndefined();
	expect(held).toBeGreaterThanOrEqual(wanted);
});

test(elsewhere.name, () => {
	// Two programs answer each of them.
	expect(elsewhere.try(runs / 2, 1)).toEqual({ held: runs / 2 });
}, 120_000);
