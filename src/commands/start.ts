// Where the command line starts.
import { closeSync, fstatSync } from 'node:fs';
import { isatty } from 'node:tty';
import { runProgram } from './main.ts';

/**
 * A terminal that went away cannot be given back as it was. Older Node.js dies of that, and its core file holds what the
 * case says; it passes over what is closed.
 */
function closeLostTerminals(): void {
	for (const stream of [0, 1, 2]) {
		try {
			if (fstatSync(stream).isCharacterDevice() && !isatty(stream)) closeSync(stream);
		} catch {
			// It is closed already.
		}
	}
}

process.on('exit', closeLostTerminals);

void runProgram(process.argv.slice(2)).then((status) => {
	process.exitCode = status;
});
