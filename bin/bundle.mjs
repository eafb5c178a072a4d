// Bundles the command line. A call pays for its start every time, so it reads as few files, and as little, as it can.
import { rolldown } from 'rolldown';

/** commander starts other programs for commands kept as files of their own; here there are none, and loading it is slow. */
const noChildProcesses = {
	name: 'no-child-processes',
	resolveId: (source, importer) =>
		source === 'node:child_process' && importer.includes('/commander/') ? '\0none' : undefined,
	load: (id) => (id === '\0none' ? 'export default {};' : undefined),
};

/**
 * Writes the program as CommonJS, which Node starts faster. To a folder (`dir`): what every call needs as one file, and
 * what only some need beside it. To a `file`: all in one. Answers what was written.
 */
export async function bundle(entry, { dir, file }) {
	const always = new Set();
	const needs = {
		name: 'needs',
		buildEnd() {
			const add = (id) => {
				if (always.has(id)) return;
				always.add(id);
				this.getModuleInfo(id)?.importedIds.forEach(add);
			};
			add(entry);
		},
	};
	const program = await rolldown({
		input: entry,
		platform: 'node',
		transform: { target: 'node22' },
		plugins: [noChildProcesses, needs],
	});
	const names = { entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' };
	const parts = { ...names, codeSplitting: { groups: [{ name: 'main', test: (id) => always.has(id) }] } };
	return program.write({
		...(dir === undefined ? { file, codeSplitting: false } : { dir, ...parts }),
		format: 'cjs',
		minify: true,
		comments: { legal: false },
	});
}
