import { expect, test } from 'vitest';
import { search } from './search.ts';

// Ten thousand of them: npm run proof:questions.
test('each fact that is asked for has two answers with different results; none that is not would change the answer', () => {
	const { asked, pointless, guessed } = search(40, 3_000_000);
	expect(pointless).toEqual([]);
	expect(guessed).toEqual([]);
	expect(asked.size).toBeGreaterThan(6);
}, 300_000);
