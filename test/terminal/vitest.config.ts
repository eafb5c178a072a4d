import { defineConfig } from 'vitest/config';

/** A real terminal, apart from `npm test`: it needs tmux. */
export default defineConfig({
	test: {
		root: new URL('../..', import.meta.url).pathname,
		include: ['test/terminal/*.terminal.ts', 'test/wizard/killed.test.ts'],
		env: { USSG_TEST_WHOLE: '1' },
		globalSetup: ['test/terminal/needs-tmux.ts'],
		testTimeout: 60_000,
	},
});
