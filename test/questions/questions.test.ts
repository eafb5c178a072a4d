import { expect, test } from 'vitest';
import { search } from './search.ts';

Error.stackTraceLimit = 0;

// Ten thousand cases: npm run proof:questions.
test('a fact that is asked for has two answers with different results; one that is not would not change the answer', () => {
	const { asked, pointless, guessed } = search(60, 3_000_000);
	expect(pointless).toEqual([]);
	expect(guessed).toEqual([]);
	expect(asked.size).toBeGreaterThan(6);
}, 300_000);
