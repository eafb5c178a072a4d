import { defineConfig } from 'vitest/config';

/** Reports looked at with the programs that people open them with: `npm run test:reports`. */
export default defineConfig({
	test: {
		root: new URL('../..', import.meta.url).pathname,
		include: ['test/reports/*.check.ts'],
		globalSetup: ['test/reports/programs.ts'],
		testTimeout: 180_000,
	},
});
