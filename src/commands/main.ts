// The program: its commands and its help.
import { Command, CommanderError } from 'commander';
import { InputError, shortened } from '../case/errors.ts';
import { nearest } from '../case/nearest.ts';
import { bundledLaw } from '../law/bundled.ts';
import { verifiedEditions } from '../law/editions.ts';
import { harmless, toAscii } from '../report/words.ts';
import { calcCommand } from './calc.ts';
import { exitStatus } from './exit-status.ts';
import { print, tell } from './io.ts';
import { rejectRepeated } from './repeated.ts';
import { version } from './version.ts';

/** The commands by name. What a call does not need it does not load; `calc`, which scripts call most, is always there. */
const commands = new Map<string, () => Promise<Command> | Command>([
	['calc', calcCommand],
	['batch', async () => (await import('./batch.ts')).batchCommand()],
	['compare', async () => (await import('./compare.ts')).compareCommand()],
	['reduction', async () => (await import('./reduction.ts')).reductionCommand()],
	['table', async () => (await import('./table.ts')).tableCommand()],
	['editions', async () => (await import('./editions.ts')).editionsCommand()],
	['guideline', async () => (await import('./guideline.ts')).guidelineCommand()],
	['explain', async () => (await import('./explain.ts')).explainCommand()],
	['verify', async () => (await import('./verify.ts')).verifyCommand()],
	['schema', async () => (await import('./schema.ts')).schemaCommand()],
	['completion', async () => (await import('./completion.ts')).completionCommand()],
]);

/** The program with the command that the words name, or with all of them: for the help, and to tell what was mistyped. */
async function program(words: readonly string[]): Promise<Command> {
	const named = commands.get(words.find((word) => !word.startsWith('-')) ?? '');
	const needed = named ? [named] : ['--version', '-V'].includes(words[0] ?? '') ? [] : [...commands.values()];
	const made = await Promise.all(needed.map((make) => make()));
	const root = new Command('ussg')
		.description(
			'Calculates a federal sentencing range under the U.S. Sentencing Guidelines, in any edition of the Manual since 1987, with every step cited. Without a command, it asks you about the case and shows the range. Not legal advice.',
		)
		.option('-V, --version', 'version, editions held and a digest of the tables')
		.on('option:version', showVersion)
		.option('--no-color', 'no color (also NO_COLOR)')
		.option('--ascii', 'show only ASCII characters; data (JSON, CSV) stays UTF-8')
		.option('--plain', 'ask line by line, for screen readers')
		.option('--draft <file>', 'save every answer in a file, and resume from it')
		.option('--json', 'the answer as JSON, on standard output')
		.addHelpText('after', examples)
		.helpCommand(false)
		.allowUnknownOption()
		.allowExcessArguments()
		.action(async (_, command: Command) => {
			(await import('./mistyped.ts')).refuseMistyped(command);
			await (await import('./wizard.ts')).runWizard(command);
		})
		.hook('preAction', refuseWizardOptions);
	// Commands have a --case of their own, which must not be taken from them.
	if (!named) root.option('--case <file>', 'open a case document, to review and change its answers');
	for (const command of made) root.addCommand(command);
	if (words[0] === 'complete') root.addCommand((await import('./completion.ts')).completeCommand(), { hidden: true });
	return root;
}

function showVersion(): never {
	const verified = verifiedEditions(bundledLaw);
	const held = `editions ${verified[0]?.effectiveDate} to ${verified.at(-1)?.effectiveDate} (${verified.length})`;
	said.answer = `ussg ${version}\n${held}\ntables sha256:${bundledLaw.digest}\n`;
	throw new CommanderError(exitStatus.answered, 'commander.version', '');
}

const examples = `
Examples:
  ussg
  ussg calc --edition 1995 --guideline 2L1.2 --enhancement "(b)(2)" --acceptance 3 --category V
  ussg calc --edition 2011 --base-level 34 --acceptance 3 --category I --statutory-min 10y
  ussg compare --base-level 24 --acceptance full --category III --editions all
  ussg table --edition 2012 --level 21 --category V

Exit status: 0 answered, 1 the program or the system failed, 2 the input or the command line is wrong,
3 batch or compare finished but rejected one or more records or editions, 130 interrupted.`;

/** What shapes the questions means nothing to a command that asks none: it is refused there like any unknown option. */
function refuseWizardOptions(root: Command, called: Command): void {
	if (called === root) return;
	const known = called.options.map((option) => option.long);
	for (const option of ['--plain', '--draft', '--json', '--case']) {
		const isGiven = root.getOptionValue(option.slice(2)) !== undefined;
		if (isGiven && (option === '--case' || !known.includes(option))) called.error(`error: unknown option '${option}'`);
	}
}

/** What commander has to say: it waits for nothing, and whether it can be written is seen only by who does. */
const said = { answer: '', complaint: '' };

/** Applies to a command and all below it: one help option; errors are thrown, not exits, and usage errors end like wrong input. */
function throwingErrors(command: Command): Command {
	command.helpOption('-h, --help', 'show this help');
	command.exitOverride().configureOutput({
		writeOut: (text) => {
			said.answer += shownAs(text);
		},
		outputError: (text) => {
			said.complaint += harmlessLines(text.replace(/^error: /, 'ussg: ') + hintOfJoined(text, command));
		},
	});
	command.commands.forEach(throwingErrors);
	return command;
}

/** As `--ascii` would have it, also where the command line could not be read. */
const shownAs = (text: string): string => (process.argv.includes('--ascii') ? toAscii(text) : text);

const harmlessLines = (text: string): string => text.split('\n').map(harmless).join('\n');

/** The flag that is meant where one is mistyped and joined to its value: commander compares both together, and finds none. */
function hintOfJoined(text: string, { options }: Command): string {
	const flag = /^error: unknown option '(--[^=']+)=[^']*'\n$/.exec(text)?.[1];
	const known = options.flatMap(({ long }) => long ?? []);
	const meant = flag === undefined ? undefined : nearest(flag, known);
	return meant === undefined ? '' : `(Did you mean ${meant}?)\n`;
}

/** Says how the program ended, where there is something to say; its exit status. */
async function endedBy(error: unknown): Promise<number> {
	const { name, code, message } = error as NodeJS.ErrnoException;
	if (error instanceof CommanderError) {
		await complain(said.complaint);
		if (error.exitCode !== 0) return exitStatus.wrongInput;
		return print(said.answer).then(() => exitStatus.answered, endedBy);
	}
	if (error instanceof InputError) {
		const where = error.path === '' ? '' : `${harmless(shortened(error.path))}: `;
		await complain(`ussg: ${where}${harmless(message)}\n`);
		return exitStatus.wrongInput;
	}
	if (code === 'EPIPE') return exitStatus.answered;
	if (name === 'ExitPromptError' || name === 'AbortPromptError') return exitStatus.interrupted;
	await complain(`ussg: ${harmless(message)}\n`);
	return exitStatus.fault;
}

const complain = (text: string): Promise<void> => (text === '' ? Promise.resolve() : tell(shownAs(text)));

/** `ussg help calc` is `ussg calc --help`, and `ussg help` is `ussg --help`. */
function withoutHelpCommand(words: readonly string[]): string[] {
	if (words[0] !== 'help') return [...words];
	const asked = words.slice(1).filter((word) => word !== 'help');
	const isKnown = asked.every((word) => word.startsWith('-') || commands.has(word));
	return isKnown ? [...asked, '--help'] : asked;
}

/** Runs the program with the words of a command line. Resolves to its exit status. */
export async function runProgram(given: readonly string[]): Promise<number> {
	const words = withoutHelpCommand(given);
	// The program may be run more than once in one process: what an earlier run said is none of this one's.
	Object.assign(said, { answer: '', complaint: '' });
	try {
		const root = await program(words);
		rejectRepeated(root);
		await throwingErrors(root).parseAsync(words, { from: 'user' });
		return Number(process.exitCode ?? exitStatus.answered);
	} catch (error) {
		return endedBy(error);
	}
}
