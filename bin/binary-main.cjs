// The first thing the binary runs. It keeps the parts of dist/cli as assets, and beside them what V8 once compiled of
// each: that costs nothing to read, and saves compiling. A cache that is not of this very V8 is passed over.
const { getAssetKeys, getRawAsset } = require('node:sea');
const { Script } = require('node:vm');

const loaded = new Map();
const assets = new Set(getAssetKeys());

function load(part) {
	const known = loaded.get(part);
	if (known) return known;
	const exports = {};
	loaded.set(part, exports);
	const cache = `${part}.cache`;
	const options = assets.has(cache)
		? { filename: part, cachedData: Buffer.from(getRawAsset(cache)) }
		: { filename: part };
	new Script(Buffer.from(getRawAsset(part)).latin1Slice(), options).runInThisContext()(exports, (id) =>
		id.startsWith('./') ? load(id.slice(2)) : require(id),
	);
	return exports;
}

load('main.cjs');
