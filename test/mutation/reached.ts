// The run without mutants: which tests reach which mutant.
import type { MutantCoverage } from '@stryker-mutator/api/core';
import { type Fingerprint, takenAnswer } from './answers.ts';
import type { Load } from './program.ts';
import { shared } from './shared.ts';

export interface Reached {
	/** Of each test, the file that holds it, and how long it takes. */
	files: string[];
	milliseconds: number[];
	/** Of each mutant, the tests that reach it, and how often the one that does so most. */
	tests: Map<string, Uint16Array>;
	hits: Map<string, number>;
	/** Of each mutant, the files that reach it when they are only read. */
	readers: Map<string, string[]>;
	/** The mutants that are reached when the program is loaded, without a test. */
	loading: string[];
	/** Of each test, the answer to which it came. */
	answers: Fingerprint[];
}

/** Milliseconds below which the clock of the processor tells nothing. */
const atLeast = 0.4;

/** How often each mutant was reached since the count was last taken. */
const counts = new Uint32Array(1 << 16);

function taken(): [mutant: string, count: number][] {
	const found: [string, number][] = [];
	for (const [mutant, count] of counts.entries()) if (count > 0) found.push([String(mutant), count]);
	counts.fill(0);
	return found;
}

/** Runs every test once. What fails without a mutant is returned as text. */
export async function reachedBy(load: Load): Promise<Reached | string> {
	const readers = new Map<string, string[]>();
	let loading: string[] | undefined;
	let reader = '';
	const endReading = (next: string): void => {
		const mutants = taken().map(([mutant]) => mutant);
		if (loading === undefined) loading = mutants;
		else for (const mutant of mutants) add(readers, mutant, reader);
		reader = next;
	};
	shared.startFile = endReading;
	shared.cover = (...mutants) => {
		for (const mutant of mutants) counts[Number(mutant)] = (counts[Number(mutant)] ?? 0) + 1;
	};
	const all = load();
	endReading('');
	const tests = new Map<string, number[]>();
	const hits = new Map<string, number>();
	const milliseconds: number[] = [];
	const failed: string[] = [];
	const answers: Fingerprint[] = [];
	for (const [at, test] of all.entries()) {
		const began = cpuNow();
		try {
			await test.run();
		} catch (error) {
			failed.push(`${test.file}, ${test.name}: ${(error as Error).message}`);
		}
		answers.push(takenAnswer());
		milliseconds.push(Math.max(cpuNow() - began, atLeast));
		for (const [mutant, count] of taken()) {
			add(tests, mutant, at);
			hits.set(mutant, Math.max(hits.get(mutant) ?? 0, count));
		}
	}
	shared.cover = () => {};
	shared.startFile = () => {};
	if (failed.length > 0) return failed.join('\n');
	return {
		files: all.map(({ file }) => file),
		milliseconds,
		tests: new Map([...tests].map(([mutant, those]) => [mutant, Uint16Array.from(those)])),
		hits,
		readers,
		loading: loading ?? [],
		answers,
	};
}

/** The same for StrykerJS: of each file of tests, the mutants that it reaches, and those of loading. */
export function coverageOf({ files, tests, readers, loading }: Reached): MutantCoverage {
	const perTest: MutantCoverage['perTest'] = {};
	const reach = (file: string, mutant: string): void => {
		perTest[file] ??= {};
		perTest[file][mutant] = 1;
	};
	for (const [mutant, those] of tests) for (const test of those) reach(files[test] as string, mutant);
	for (const [mutant, those] of readers) for (const file of those) reach(file, mutant);
	return { static: Object.fromEntries(loading.map((mutant) => [mutant, 1])), perTest };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

/** Milliseconds of the processor that this thread has used: what else the machine does is of no account. */
function cpuNow(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}
