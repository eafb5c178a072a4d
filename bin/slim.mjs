// What is taken out of the copy of Node that a binary is made of, since the program never asks for it. The lengths and
// places of all else stay as they are.

/**
 * The items of ICU that are of a language other than English, of an encoding other than Unicode's, or for the breaking
 * of lines. Node's own build with small ICU leaves them out too, and more.
 */
const another = /^(?:[a-z]+\/)?(?!en[_.])[a-z]{2,3}(?:_\w*)?\.res$|\.cnv$|^(?:brkitr|translit)\//;

/** Where ICU's data begins in a Node: behind a header, a list of the names and places of its items. */
export function dataOf(node) {
	const header = node.indexOf('CmnD', 0, 'latin1') - 12;
	if (header < 0 || node.readUInt16BE(header + 2) !== 0xda27) throw new Error('this Node has no data of ICU');
	return header + node.readUInt16LE(header);
}

export const aligned = (number, to) => Math.ceil(number / to) * to;

/**
 * Leaves of ICU's data, a quarter of Node, what is needed, closed up, and zeros behind it. Answers where in the data
 * the zeros are, in bytes. The form is that of ICU's ucmndata.h, which its tool icupkg reads and writes.
 */
export function withoutLanguages(node) {
	const data = node.subarray(dataOf(node));
	const items = Array.from({ length: data.readUInt32LE(0) }, (_, item) => {
		const name = data.readUInt32LE(4 + 8 * item);
		return { name: data.toString('latin1', name, data.indexOf(0, name) + 1), from: data.readUInt32LE(8 + 8 * item) };
	});
	const kept = items
		.map(({ name, from }, item) => ({ name, bytes: Buffer.from(data.subarray(from, items[item + 1]?.from)) }))
		.filter(({ name }) => !another.test(name.slice(name.indexOf('/') + 1, -1)));
	// The list does not say where the last item ends. It is Zulu, so that nothing is asked of it.
	if (kept.at(-1).name === items.at(-1).name) throw new Error('the end of the data of ICU is not known');
	const to = items.at(-1).from;
	data.fill(0, 0, to);
	data.writeUInt32LE(kept.length);
	let nameAt = 4 + 8 * kept.length;
	let from = nameAt + kept.reduce((sum, { name }) => sum + name.length, 0);
	for (const [item, { name, bytes }] of kept.entries()) {
		from = aligned(from, 16);
		data.writeUInt32LE(nameAt, 4 + 8 * item);
		data.writeUInt32LE(from, 8 + 8 * item);
		nameAt += data.write(name, nameAt, 'latin1');
		from += bytes.copy(data, from);
	}
	return { from, to };
}

/**
 * What the environment could have a Node do that hears no NODE_OPTIONS: run another program, or not start; take code
 * that was compiled and left in some folder; write there what it ran; load what a configuration of OpenSSL names.
 */
const variables = ['NODE_REPL_EXTERNAL_MODULE', 'NODE_COMPILE_CACHE', 'NODE_V8_COVERAGE', 'OPENSSL_CONF'];

/** Makes a Node deaf to these: it looks for names now that nobody can set. */
export function deafToEnvironment(node) {
	for (const variable of variables) {
		const name = Buffer.from(`${variable}\0`);
		for (let at = node.indexOf(name); at >= 0; at = node.indexOf(name, at + 1)) {
			// In compiled JavaScript its length stands before it; there it is another's, and stays.
			if (node[at - 1] === 0 && node.readUInt32LE(at - 4) !== name.length - 1) node.write('=', at);
		}
	}
}
