// Runs the program once with its parts as functions, and writes down what V8 compiled of each that has no record yet.
// Node's own code cache holds only what is compiled before a program runs: next to nothing.  (bin/compile.mjs)
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const { USSG_PARTS: folder, USSG_COMPILED: compiled } = process.env;
const loaded = new Map();
const scripts = new Map();

function load(part) {
	const known = loaded.get(part);
	if (known) return known;
	const exports = {};
	loaded.set(part, exports);
	const source = `(function (exports, require, __dirname) {${readFileSync(join(folder, part), 'latin1')}\n})`;
	const script = new Script(source, { filename: part });
	scripts.set(part, script);
	script.runInThisContext()(exports, (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id)), folder);
	return exports;
}

process.on('exit', () => {
	for (const [part, script] of scripts) {
		const record = join(compiled, part);
		if (!existsSync(record)) writeFileSync(record, script.createCachedData());
	}
});
load('main.cjs');
