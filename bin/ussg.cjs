#!/usr/bin/env node
// Starts the program: the parts in dist/cli, each as one function. Beside them the build leaves what V8 compiled of
// each, and the Node that built them need not compile again; any other passes over that, and compiles. No other
// compiled code is read, and none is written: a folder outside of the package may be somebody else's.

// No signal opens Node's debugger. One that came before this line does so, now or soon: it is closed again.
process.on('SIGUSR1', () => {});
const { execArgv, env, version, platform, arch } = process;
const isDebugged = /--inspect(-brk|-wait)?\b(?!-)/.test([...execArgv, env.NODE_OPTIONS].join(' '));
if (!isDebugged) setInterval(() => process._debugEnd?.(), 100).unref();

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '../dist');
const parts = join(dist, 'cli');
const compiled = join(dist, 'compiled', `${version}-${platform}-${arch}`);
const loaded = new Map();

function compiledOf(part) {
	try {
		return { cachedData: readFileSync(join(compiled, part)) };
	} catch {
		return {};
	}
}

function load(part) {
	const known = loaded.get(part);
	if (known) return known;
	const exports = {};
	loaded.set(part, exports);
	const filename = join(parts, part);
	const source = `(function (exports, require, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
	const program = new Script(source, { filename, ...compiledOf(part) }).runInThisContext();
	program(exports, (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id)), parts);
	return exports;
}

load('main.cjs');
