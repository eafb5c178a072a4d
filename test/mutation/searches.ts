import { expect, test } from 'vitest';
import { search as move } from '../metamorphic/search.ts';
import { search as ask } from '../questions/search.ts';

/** The two searches of npm run proof in small portions: no question without an effect, no range that moves the wrong way. */
const portions = Array.from({ length: 40 }, (_, at) => at);

test.each(portions)('a fact that is asked for changes the answer, portion %i', (at) => {
	const { pointless, guessed } = ask(2, 3_000_000 + 2 * at);
	expect([pointless, guessed]).toEqual([[], []]);
});

test.each(portions)('one thing moved moves the range where the law moves it, portion %i', (at) => {
	expect(move(100, 5_000_000 + 100 * at).violations).toEqual([]);
});
