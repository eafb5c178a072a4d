// Runs the program as the binary does, and writes down what V8 compiled of each part that had no cache yet
// (bin/binary.mjs). Node's own code cache holds only what is compiled before a program runs: next to nothing.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const folder = process.env.USSG_PARTS;
const loaded = new Map();
const scripts = new Map();

function load(part) {
	const known = loaded.get(part);
	if (known) return known;
	const exports = {};
	loaded.set(part, exports);
	const script = new Script(readFileSync(join(folder, part), 'latin1'), { filename: part });
	scripts.set(part, script);
	script.runInThisContext()(exports, (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id)));
	return exports;
}

process.on('exit', () => {
	for (const [part, script] of scripts) {
		const cache = join(folder, `${part}.cache`);
		if (!existsSync(cache)) writeFileSync(cache, script.createCachedData());
	}
});
load('main.cjs');
