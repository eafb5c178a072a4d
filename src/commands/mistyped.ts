// Words on the command line that are no command or option.
import type { Command } from 'commander';
import { InputError, shown } from '../case/errors.ts';
import { nearest } from '../case/nearest.ts';

/** Throws InputError where a command line has words that are no command or option of the program, with the one meant. */
export function refuseMistyped(program: Command): void {
	const { args } = program;
	const [first] = args;
	if (first === undefined) return;
	const word = args.find((arg) => !arg.startsWith('-'));
	const flags = program.options.map((option) => option.long ?? option.flags);
	const names = program.commands.map((command) => command.name());
	throw word === undefined ? unknown('option', first, flags) : unknown('command', word, names);
}

function unknown(what: string, word: string, known: readonly string[]): InputError {
	const meant = nearest(word, known);
	const hint = meant === undefined ? 'See ussg --help' : `Did you mean ${meant}?`;
	return new InputError('unknown', '', `unknown ${what} ${shown(word)}. ${hint}`);
}
