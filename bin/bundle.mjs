// Bundles the command line. A call pays for its start every time, so it reads as few files, and as little, as it can.
import { rolldown } from 'rolldown';

/**
 * commander and chalk import modules of Node whole, which CommonJS would copy name by name; they get them as they are.
 * commander starts other programs for commands kept as files of their own: here there are none, and that is slow to load.
 */
const modulesOfNode = {
	name: 'modules-of-node',
	resolveId: (source, importer) =>
		/^node:(child_process|fs|os|path|process|tty)$/.test(source) && /[\\/](commander|chalk)[\\/]/.test(importer)
			? `\0${source}`
			: undefined,
	load(id) {
		if (id === '\0node:child_process') return 'export default {};';
		return id.startsWith('\0node:') ? `export default process.getBuiltinModule('${id.slice(1)}');` : undefined;
	},
};

/** A source in ASCII takes half the memory and is read faster. No text here is taken as it is spelled (String.raw). */
const ascii = {
	name: 'ascii',
	generateBundle(_, written) {
		for (const part of Object.values(written)) {
			part.code = part.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
		}
	},
};

/** The few helpers of the bundler stand in main.cjs itself: a file more to find costs a call more than to read them. */
const helpersInside = {
	name: 'helpers-inside',
	generateBundle(_, written) {
		const helpers = 'rolldown-runtime.cjs';
		const main = written['main.cjs'];
		if (!main || !written[helpers]) return;
		const own = `(()=>{const exports={};${written[helpers].code};return exports})()`;
		main.code = main.code.replace(`require("./${helpers}")`, () => own);
	},
};

/**
 * Writes the program to a folder as CommonJS, which Node starts faster than modules: what every call needs as one file,
 * main.cjs, and what only some need beside it. Answers the paths of the files that it has code of.
 */
export async function bundle(entry, dir) {
	const always = new Set();
	const needs = {
		name: 'needs',
		buildEnd() {
			const add = (id) => {
				if (always.has(id)) return;
				always.add(id);
				this.getModuleInfo(id)?.importedIds.forEach(add);
			};
			for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) add(id);
		},
	};
	const program = await rolldown({
		input: { main: entry },
		platform: 'node',
		transform: { target: 'node22' },
		plugins: [modulesOfNode, needs, helpersInside, ascii],
	});
	const { output } = await program.write({
		dir,
		entryFileNames: '[name].cjs',
		chunkFileNames: '[name].cjs',
		codeSplitting: { groups: [{ name: 'main', test: (id) => always.has(id) }] },
		format: 'cjs',
		minify: true,
		comments: { legal: false },
	});
	return filesIn(output);
}

const filesIn = (output) =>
	output.flatMap(({ modules = {} }) => Object.keys(modules).filter((id) => modules[id].renderedLength > 0));

/** Writes what a thread runs as one file that needs no other: a thread of the binary is started from its text. Answers as `bundle` does. */
export async function bundleAlone(entry, file) {
	const program = await rolldown({ input: entry, platform: 'node', transform: { target: 'node22' }, plugins: [ascii] });
	const settings = { file, format: 'cjs', codeSplitting: false, minify: true, comments: { legal: false } };
	const { output } = await program.write(settings);
	return filesIn(output);
}
