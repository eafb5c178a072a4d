import { expect, test } from 'vitest';
import { search } from './search.ts';

Error.stackTraceLimit = 0;

// Ten thousand cases: npm run proof:questions.
test('a fact that is asked for has two answers with different results; one that is not would not change the answer', () => {
	const { asked, pointless, guessed } = search(60, 3_000_000);
	// Whether two sentences are of one day may be asked where they score the same together and apart (§4A1.2(a)(2)).
	expect(pointless.filter(({ path }) => !path.endsWith('/sentencedOn'))).toEqual([]);
	expect(pointless.length).toBeLessThan(3);
	expect(guessed).toEqual([]);
	expect(asked.size).toBeGreaterThan(6);
}, 300_000);
