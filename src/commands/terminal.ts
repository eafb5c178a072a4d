// The terminal that the wizard asks at.
import { setTimeout as pause } from 'node:timers/promises';
import type { Dress } from '../report/dress.ts';
import { interrupted } from '../wizard/screen/asker.ts';
import { keysOf } from '../wizard/screen/keys.ts';
import type { Terminal } from '../wizard/screen/redrawn-terminal.ts';

/** The terminal that the questions are put at: keys from standard input, questions to standard error. */
export function openTerminal(plain: boolean, dress: Dress): Terminal {
	const { stdin, stderr: output } = process;
	return {
		input: plain ? stdin : keysOf(stdin, output),
		output,
		columns: () => output.columns || 80,
		rows: () => output.rows || 24,
		dress,
		stopped: stopSignal(),
		suspend,
		onResumed: (listener) => {
			process.on('SIGCONT', listener);
			return () => void process.off('SIGCONT', listener);
		},
	};
}

/** Aborts where the program is told to stop or loses its terminal: the prompt then gives the terminal back as it was. */
function stopSignal(): AbortSignal {
	const stop = new AbortController();
	const abort = (): void => stop.abort(interrupted());
	// A handler that stays: where the prompts find none but their own, they let the signal kill the program.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, abort);
	// A file that may not grow is an error of who writes it. The prompts would end the program with a core file.
	if (process.platform !== 'win32') process.on('SIGXFSZ', () => {});
	process.stdin.once('end', abort).on('error', abort);
	process.stderr.on('error', abort);
	return stop.signal;
}

/** By then a program that was to be stopped has been: what follows runs when it goes on. */
const untilStopped = 100;

/**
 * Ctrl-Z at a prompt that has given the terminal back. It stops all that the shell started together, such as npm and
 * this program. Where no shell could bring it back (the first program of a session, as under `ssh -t host ussg`), the
 * system does not stop it, and it goes on at once.
 */
async function suspend(): Promise<void> {
	process.kill(0, 'SIGTSTP');
	await pause(untilStopped);
}
