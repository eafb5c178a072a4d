// Bundles the command line. A call pays for its start every time, so it reads as few files, and as little, as it can.
import { rolldown } from 'rolldown';

/** commander starts other programs for commands kept as files of their own; here there are none, and loading it is slow. */
const noChildProcesses = {
	name: 'no-child-processes',
	resolveId: (source, importer) =>
		source === 'node:child_process' && /[\\/]commander[\\/]/.test(importer) ? '\0none' : undefined,
	load: (id) => (id === '\0none' ? 'export default {};' : undefined),
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

/**
 * Writes the program to a folder as CommonJS, which Node starts faster than modules: what every call needs as one file,
 * main.cjs, and what only some need beside it. Answers the paths of all that went into it.
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
		input: entry,
		platform: 'node',
		transform: { target: 'node22' },
		plugins: [noChildProcesses, needs, ascii],
	});
	await program.write({
		dir,
		entryFileNames: '[name].cjs',
		chunkFileNames: '[name].cjs',
		codeSplitting: { groups: [{ name: 'main', test: (id) => always.has(id) }] },
		format: 'cjs',
		minify: true,
		comments: { legal: false },
	});
	return program.watchFiles;
}

/** Writes what a thread runs as one file that needs no other: a thread of the binary is started from its text. */
export async function bundleAlone(entry, file) {
	const program = await rolldown({ input: entry, platform: 'node', transform: { target: 'node22' }, plugins: [ascii] });
	await program.write({ file, format: 'cjs', codeSplitting: false, minify: true, comments: { legal: false } });
}
