import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: { root: new URL('../..', import.meta.url).pathname, include: ['test/binary/*.test.ts'], testTimeout: 60_000 },
});
