#!/usr/bin/env node
// Starts dist/cli/main.cjs. The build leaves what V8 compiled of it, and the Node that built it need not compile again;
// any other passes over that, compiles, and keeps the outcome where Node keeps such things.
const { readFileSync } = require('node:fs');
const { Module, enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '../dist');
const parts = join(dist, 'cli');
const main = join(parts, 'main.cjs');

/** The program as a function, where what the build left is of this very Node. */
function compiledProgram() {
	try {
		const { version, platform, arch } = process;
		const cachedData = readFileSync(join(dist, 'compiled', `${version}-${platform}-${arch}`, 'main.cjs'));
		const source = `(function (exports, require, __dirname) {${readFileSync(main, 'latin1')}\n})`;
		const script = new Script(source, { filename: main, cachedData });
		return script.cachedDataRejected ? undefined : script.runInThisContext();
	} catch {
		return undefined;
	}
}

/** A part beside main.cjs, or a module of Node. */
function partOrModule(id) {
	if (!id.startsWith('./')) return require(id);
	enableCompileCache?.();
	return require(join(parts, id));
}

const program = compiledProgram();
if (program) {
	const itself = new Module(main);
	require.cache[main] = itself;
	program(itself.exports, partOrModule, parts);
	// Parts take main.cjs from the cache: of a module that is still loading, Node would warn.
	itself.loaded = true;
} else {
	enableCompileCache?.();
	require(main);
}
