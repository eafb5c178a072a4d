// Which tests are asked about the mutants.
import { globSync } from 'node:fs';
import type { Registered } from './shared.ts';

/** The folders of `src` that are mutated. */
export const mutated = 'law,case,result,calculation';

/** Tests that run outside the process, measure time, or copy the tables: they can tell nothing of a mutant here. */
const leftOut = [
	'test/calculation/work.test.ts',
	'test/case/check.test.ts',
	'test/case/paths.test.ts',
	'test/law/broken.test.ts',
	'test/law/new-edition.test.ts',
	'test/report/explain/coverage.test.ts',
	'test/report/reports.test.ts',
	'test/report/unsafe-text.test.ts',
];

/** Of the wizard, what decides which facts are asked for. */
const asksFacts = /\/(facts|facts-not-asked|prior-facts|interview|opened-case)\.test/;

/** The files of tests that are asked about each mutant: those of the four folders and of what reads their answers, the cases with a source, the second implementation. */
export const testFiles = (root: string): string[] => [
	...globSync('test/{calculation,case,cases,law,oracle,report,result,wizard}/**/*.test.ts', { cwd: root })
		.filter((file) => !leftOut.includes(file) && (!file.startsWith('test/wizard/') || asksFacts.test(file)))
		.sort(),
	'test/mutation/properties.ts',
	'test/mutation/searches.ts',
	'test/mutation/stored-answers.ts',
];

/** Tests that read the source, which here has all mutants in it, or ask the compiled check what the schema does not know. */
const notHere: readonly [file: string, name: string][] = [
	['test/case/errors.test.ts', 'keys in words'],
	['test/case/limits.test.ts', 'a key that JavaScript would take for something else'],
];

export const runsHere = ({ file, name }: Registered): boolean =>
	!notHere.some(([its, begins]) => file === its && name.startsWith(begins));

/** Tests of random cases, which run in several small portions, each with its own seed. */
export const isRandom = ({ file, name }: Registered): boolean =>
	(file.startsWith('test/oracle/') && !/\/(after-range|range|drugs)\./.test(file)) ||
	/^for any (case|facts)|^in any case|: any/.test(name);
