// The program and its tests as one script, which can be evaluated again and again.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import * as fc from 'fast-check';
import * as vitest from 'vitest';
import type { Registered } from './shared.ts';
import { isRandom, mutated, runsHere, testFiles } from './tests.ts';

/** A test, or a portion of a test of random cases. Before it runs, the program forgets what it remembers of the last. */
export type Test = Registered;

/** Loads the program anew, with all tests, none of them run. */
export type Load = () => Test[];

/** A test of random cases runs in so many portions of so many cases, each with a seed of its own. */
const [portions, casesOfPortion] = [12, 60];
let seed = 1;
let round = 0;

function portionsOf(test: Registered): Test[] {
	const seeds = isRandom(test) ? Array.from({ length: portions }, (_, at) => at + 1) : [1];
	return seeds.map((own) => ({
		...test,
		run: () => {
			round++;
			seed = own;
			Object.assign(process.env, { USSG_SEED: String(own), USSG_RUNS: String(casesOfPortion) });
			return test.run();
		},
	}));
}

/** A memory that holds nothing from an earlier round, so that no mutant finds what another left behind. */
class Forgetful<K, V> {
	#round = round;
	#held = new Map<K, V>();
	get(key: K): V | undefined {
		return this.#round === round ? this.#held.get(key) : undefined;
	}
	has(key: K): boolean {
		return this.#round === round && this.#held.has(key);
	}
	set(key: K, value: V): this {
		if (this.#round !== round) [this.#round, this.#held] = [round, new Map()];
		this.#held.set(key, value);
		return this;
	}
}

const files = (root: string): Plugin => ({
	name: 'files',
	setup: ({ onResolve, onLoad }) => {
		const inItsPlace = join(root, 'test/mutation/vitest-here.ts');
		onResolve({ filter: /^vitest$/ }, ({ path, importer }) =>
			importer === inItsPlace ? { path, external: true } : { path: inItsPlace },
		);
		onResolve({ filter: /^start:/ }, ({ path }) => ({ path, namespace: 'start' }));
		onResolve({ filter: /^#case-check$/ }, () => ({ path: join(root, 'test/mutation/case-check.ts') }));
		onResolve({ filter: /^#/ }, ({ path }) => ({ path, external: true }));
		onLoad({ filter: /.*/, namespace: 'start' }, ({ path }) => ({
			contents: `import { startFile } from 'vitest'; startFile(${JSON.stringify(path.slice('start:'.length))});`,
			resolveDir: root,
		}));
		onLoad({ filter: /\.ts$/ }, ({ path }) => ({
			contents: withOurCount(withMemories(readFileSync(path, 'utf8'))).replaceAll(
				'import.meta.url',
				JSON.stringify(pathToFileURL(path).href),
			),
			loader: 'ts',
		}));
	},
});

/** A map that a file keeps empty at first is a memory too, and a `WeakMap` of the script forgets. */
const withMemories = (source: string): string =>
	source.replaceAll(/^(const \w+ = new )Map(<.*>\(\);)$/gm, '$1WeakMap$2');

/** StrykerJS counts in objects which mutants are reached. Our own count is ten times as fast. */
const withOurCount = (source: string): string =>
	source.includes('function stryCov_9fa48') ? `stryCov_9fa48 = __stryker__.cover;${source}` : source;

async function scriptOf(root: string): Promise<Script> {
	const sources = globSync(`src/{${mutated}}/**/*.ts`, { cwd: root }).map((file) => `import './${file}';\n`);
	const imports = testFiles(root).map((file) => `import 'start:${file}'; import './${file}';\n`);
	const { outputFiles } = await build({
		stdin: { contents: `${[...sources, ...imports].join('')}export { registered } from 'vitest';`, resolveDir: root },
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		target: 'node24',
		packages: 'external',
		ignoreAnnotations: true,
		logLevel: 'error',
		plugins: [files(root)],
	});
	return new Script(`(function (require, module, exports, WeakMap) {${outputFiles[0]?.text}\n})`);
}

/** Bundles the program under `root` with its tests. What the build made in `dist` is read once. */
export async function program(root: string): Promise<Load> {
	const script = await scriptOf(root);
	const read = createRequire(join(root, 'package.json'));
	const lawTables = (await import(pathToFileURL(join(root, 'dist/law-tables.js')).href)).default;
	const held: Record<string, unknown> = {
		'#law-tables': lawTables,
		vitest,
		'fast-check': { ...fc, assert },
	};
	const require = (name: string): unknown => held[name] ?? read(name);
	return () => {
		round++;
		const module: { exports: { registered?: Registered[] } } = { exports: {} };
		script.runInThisContext()(require, module, module.exports, Forgetful);
		return (module.exports.registered ?? []).filter(runsHere).flatMap(portionsOf);
	};
}

/** A property in a small portion of its cases; which of them fails first is of no interest. */
function assert<T>(property: fc.IProperty<T>, given: fc.Parameters<T> = {}): void {
	fc.assert(property, { ...given, seed, numRuns: Math.min(given.numRuns ?? 100, casesOfPortion), endOnFailure: true });
}
