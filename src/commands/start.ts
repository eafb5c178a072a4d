// Where the command line starts.
import { runProgram } from './main.ts';

void runProgram(process.argv.slice(2)).then((status) => {
	process.exitCode = status;
});
