import { expect, test } from 'vitest';
import { search } from './search.ts';

// A million of them: npm run proof:metamorphic.
test('one thing moved in each of three thousand cases moves the range where the law moves it', () => {
	const { compared, violations } = search(3000, 5_000_000);
	expect(violations).toEqual([]);
	expect(compared.size).toBeGreaterThan(15);
}, 300_000);
