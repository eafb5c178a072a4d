// What is wrong in a file of tables/ or of test/cases: for the person who edits it, who needs no stack trace.

/** An error that names the file and what is wrong in it. */
export const tableFault = (file, problem) => Object.assign(new Error(`${file}: ${problem}`), { file, problem });

/** Runs a step of the build; a fault of a file is printed, with its path from the root, and ends the build. */
export function orTellFault(root, step) {
	try {
		return step();
	} catch (error) {
		const { file, problem } = error;
		if (problem === undefined) throw error;
		console.error(`${file.startsWith(root) ? file.slice(root.length) : file}: ${problem}`);
		process.exit(1);
	}
}
