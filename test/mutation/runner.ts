// A runner of mutants for StrykerJS: loads the program once, and asks the tests that reach a mutant, the best first.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
	type DryRunResult,
	DryRunStatus,
	type MutantRunOptions,
	type MutantRunResult,
	MutantRunStatus,
	type TestRunner,
	TestStatus,
} from '@stryker-mutator/api/test-runner';
import { type Change, changeSeen, takenAnswer } from './answers.ts';
import { type Load, program, type Test } from './program.ts';
import { coverageOf, type Reached, reachedBy } from './reached.ts';
import { shared } from './shared.ts';

/** For how long, in milliseconds of the run without mutants, tests are asked about one mutant. */
const patience = Number(process.env['MUTATION_PATIENCE'] ?? 800);

/** The file for what each survivor is seen to change in the answers. */
const changesFile = process.env['MUTATION_CHANGES'];

/** What was found without mutants, for every process of the run: beside the copy of the program. */
const reachedFile = 'reached.bin';

class CorpusRunner implements TestRunner {
	#load!: Load;
	#tests: Test[] = [];
	#isClean = false;
	#reached!: Reached;
	/** How many mutants each test noticed: of all, and of those of one file. */
	#kills: number[] = [];
	#killsOfFile = new Map<string, number[]>();

	capabilities(): { reloadEnvironment: boolean } {
		return { reloadEnvironment: true };
	}

	async init(): Promise<void> {
		// Nothing here reads where an error came from, and to find that out takes most of the time of a rejected case.
		Error.stackTraceLimit = 0;
		this.#load = await program(process.cwd());
		if (existsSync(reachedFile)) this.#reached = deserialize(readFileSync(reachedFile));
	}

	async dryRun(): Promise<DryRunResult> {
		const found = await reachedBy(this.#load);
		if (typeof found === 'string') return { status: DryRunStatus.Error, errorMessage: found };
		this.#reached = found;
		writeFileSync(reachedFile, serialize(found));
		const tests = [...new Set(found.files)].map((file) => ({
			...{ id: file, name: file, fileName: file },
			timeSpentMs: 10,
			status: TestStatus.Success as const,
		}));
		return { status: DryRunStatus.Complete, tests, mutantCoverage: coverageOf(found) };
	}

	async mutantRun({ activeMutant: { id, fileName } }: MutantRunOptions): Promise<MutantRunResult> {
		const { tests, readers, loading, files, answers } = this.#reached;
		const here = this.#killsOfFile.get(fileName) ?? [];
		this.#killsOfFile.set(fileName, here);
		let asked = 0;
		let change: Change = 'nothing';
		const ask = async (those: readonly number[], isReloaded: boolean): Promise<MutantRunResult | undefined> => {
			if (those.length === 0) return undefined;
			try {
				if (isReloaded || !this.#isClean) this.#reload(isReloaded ? id : undefined);
			} catch (error) {
				return killed(files[those[0] as number] as string, error, asked);
			}
			shared.activeMutant = id;
			for (const test of this.#bestOf(those, here)) {
				asked++;
				const error = await this.#errorOf(test, id);
				if (shared.hitCount > shared.hitLimit) return { status: MutantRunStatus.Timeout };
				if (error !== undefined) {
					for (const kills of [this.#kills, here]) kills[test] = (kills[test] ?? 0) + 1;
					return killed(files[test] as string, error, asked);
				}
				change = changeSeen(change, answers[test], takenAnswer());
			}
			return undefined;
		};
		const running = tests.get(id) ?? [];
		const read = new Set(running.length > 0 ? [] : readers.get(id));
		const isStatic = loading.includes(id);
		const anew = files.flatMap((file, test) => (isStatic || read.has(file) ? [test] : []));
		const result = (await ask([...running], false)) ?? (await ask(anew, true));
		shared.activeMutant = undefined;
		if (result !== undefined) return result;
		if (changesFile !== undefined) appendFileSync(changesFile, `${id}\t${change}\n`);
		return { status: MutantRunStatus.Survived, nrOfTests: asked };
	}

	/** Loads the program anew, with a mutant at work or none. */
	#reload(mutant: string | undefined): void {
		this.#isClean = mutant === undefined;
		shared.activeMutant = mutant;
		[shared.hitCount, shared.hitLimit] = [0, Number.MAX_SAFE_INTEGER];
		this.#tests = this.#load();
		if (this.#tests.length !== this.#reached.files.length) throw new Error('other tests than without the mutant');
	}

	/** Those that noticed most mutants for their time, of this file above all, as far as patience goes. */
	#bestOf(those: readonly number[], here: readonly number[]): number[] {
		const { milliseconds } = this.#reached;
		const worth = (test: number): number =>
			((this.#kills[test] ?? 0) + 10 * (here[test] ?? 0) + 0.1) / (milliseconds[test] as number);
		let left = patience;
		return those
			.map((test): [number, number] => [test, worth(test)])
			.sort(([, one], [, other]) => other - one)
			.map(([test]) => test)
			.filter((test) => {
				left -= milliseconds[test] as number;
				return left > 0;
			});
	}

	async #errorOf(test: number, mutant: string): Promise<unknown> {
		shared.answer = undefined;
		shared.hitCount = 0;
		shared.hitLimit = 10_000 + 50 * (this.#reached.hits.get(mutant) ?? 0);
		try {
			await (this.#tests[test] as Test).run();
			return undefined;
		} catch (error) {
			return error ?? 'thrown';
		}
	}
}

const killed = (file: string, error: unknown, nrOfTests: number): MutantRunResult => ({
	status: MutantRunStatus.Killed,
	killedBy: [file],
	failureMessage: String((error as Error).message ?? error).slice(0, 100),
	nrOfTests,
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'corpus', CorpusRunner)];
