// How StrykerJS mutates the program: npm run proof:code.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	// The words and examples of the schema, which `ussg schema` and the pages print, enter no answer.
	mutate: ['src/{law,case,result,calculation}/**/*.ts', '!src/case/descriptions/{history,offense,sentence}.ts'],
	// The ordinary tests, inside one process (runner.ts). What is not mutated, because it only words a message: ignore.ts.
	testRunner: 'corpus',
	plugins: ['./test/mutation/runner.ts', './test/mutation/ignore.ts'],
	ignorers: ['wording'],
	coverageAnalysis: 'perTest',
	incremental: true,
	incrementalFile: 'coverage/mutation/incremental.json',
	tempDirName: 'coverage/mutation/sandbox',
	ignorePatterns: ['coverage', 'dist/cli', 'dist/compiled', '.ci', '.github'],
	// StrykerJS would rewrite tsconfig.json with an interface that TypeScript 7 no longer has; nothing here reads that file.
	tsconfigFile: 'none',
	reporters: ['progress-append-only'],
	concurrency: 1,
	dryRunTimeoutMinutes: 60,
	timeoutMS: 60_000,
	testRunnerNodeArgs: ['--max-old-space-size=4096'],
	// The aim is 90. The score was 76 in a random sample; the threshold rises with it, and never falls.
	thresholds: { high: 95, low: 90, break: 75 },
	warnings: { slow: false },
	logLevel: 'warn',
};
