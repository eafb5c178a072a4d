import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Complete, RootCommand } from '@bomb.sh/tab';
import { Argument, Command } from 'commander';
import { categories } from '../case/category.ts';
import { bundledLaw } from '../law/bundled.ts';
import type { Law } from '../law/schema.ts';
import { print, today } from './io.ts';

/** `ussg completion`: the script that makes a shell complete the command line. */
export function completionCommand(): Command {
	return new Command('completion')
		.description('a completion script for a shell')
		.addArgument(new Argument('<shell>', 'which one').choices(['bash', 'zsh', 'fish', 'powershell']))
		.helpOption('--help', 'this help')
		.addHelpText('after', howToUse)
		.allowExcessArguments(false)
		.action(async (shell: string, _: unknown, command: Command) => {
			if (shell === 'bash') return print(bashScript);
			const completion = await completionOf(command.parent as Command, []);
			completion.setup('ussg', 'ussg', shell);
		});
}

/**
 * The library's script for bash needs a package of its own, runs what was typed so far through eval, and leaves the
 * parentheses of `(b)(1)(A)` bare. This one does none of it.
 */
const bashScript = `_ussg() {
	local value quoting=$'[\\\\\\\\"\\']' typed=("\${COMP_WORDS[@]:1:COMP_CWORD}")
	COMPREPLY=()
	while IFS=$'\\t' read -r value _; do
		[[ $value == :* ]] || COMPREPLY+=("$(printf %q "$value")")
	done < <(ussg complete -- "\${typed[@]//$quoting/}" 2>/dev/null)
	[[ \${#COMPREPLY[@]} -ne 1 || $COMPREPLY != */ ]] || compopt -o nospace
}
complete -F _ussg ussg
`;

const howToUse = `
Examples:
  source <(ussg completion bash)                         in ~/.bashrc
  source <(ussg completion zsh)                          in ~/.zshrc
  ussg completion fish > ~/.config/fish/completions/ussg.fish
  ussg completion powershell | Out-String | Invoke-Expression`;

/** What those scripts ask: the words of the command line so far, after --. Not shown in the help. */
export function completeCommand(): Command {
	return new Command('complete')
		.argument('[words...]')
		.action(async (words: string[], _: unknown, command: Command) => {
			const completion = await completionOf(command.parent as Command, words);
			completion.parse(words);
		});
}

/** The program's commands and options as the completion library wants them, with the values that the law gives. */
async function completionOf(program: Command, words: readonly string[]): Promise<RootCommand> {
	const { default: completion } = await import('@bomb.sh/tab');
	for (const command of program.commands) {
		if (command.name() === 'complete') continue;
		const described = completion.command(command.name(), command.description());
		for (const option of [...command.options, ...program.options]) {
			const name = (option.long ?? '').slice(2);
			const values = option.argChoices ?? valuesOf(name, words, bundledLaw);
			if (option.isBoolean()) described.option(name, option.description);
			else described.option(name, option.description, offering(values));
		}
		for (const argument of command.registeredArguments) {
			const values = argument.argChoices ?? valuesOf(argument.name(), words, bundledLaw);
			described.argument(argument.name(), offering(values), argument.variadic);
		}
	}
	return completion;
}

type Value = string | [value: string, description: string];

const offering = (values: readonly Value[]) => (complete: Complete) => {
	for (const value of values) {
		if (typeof value === 'string') complete(value, '');
		else complete(...value);
	}
};

/** What an option or argument may be given, by its name. */
function valuesOf(name: string, words: readonly string[], law: Law): Value[] {
	switch (name) {
		case 'edition':
		case 'editions':
			return editionsIn(law);
		case 'enhancement':
			return enhancementsOf(law, editionAsked(words));
		case 'category':
			return [...categories];
		case 'guideline':
			return ['2L1.2'];
		case 'acceptance':
			return ['full', '0', '2', '3'];
		case 'relief':
			return ['safety-valve', 'substantial-assistance'];
		case 'fast-track':
			return ['0', '1', '2', '3', '4'];
		case 'file':
		case 'case':
		case 'output':
		case 'rejects':
			return filesLike(words.at(-1) ?? '');
		default:
			return [];
	}
}

function editionsIn(law: Law): Value[] {
	return law.editions.editions.flatMap(({ effectiveDate, kind, verified }): Value[] => {
		const said = verified ? kind : 'not verified';
		const named = effectiveDate.endsWith(law.editions.yearNames.monthAndDay);
		return [...(named ? [[effectiveDate.slice(0, 4), said] as Value] : []), [effectiveDate, said]];
	});
}

/** The edition that the words name; undefined where they name none. */
function editionAsked(words: readonly string[]): string | undefined {
	const at = words.indexOf('--edition');
	return at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--edition='))?.slice('--edition='.length);
}

/** Ids and what they are, in the edition asked for, else in the one in force today. */
function enhancementsOf(law: Law, edition = today()): Value[] {
	const day = edition.length === 4 ? `${edition}-${law.editions.yearNames.monthAndDay}` : edition;
	const guideline = law.tables['2L1.2'].findLast((version) => version.effectiveDate <= day);
	return (guideline?.characteristics ?? []).map(({ id, levels, description }) => [id, `+${levels} ${description}`]);
}

/** Files and folders that begin as the word does. */
function filesLike(word: string): Value[] {
	const folder = word.endsWith('/') ? word : word.includes('/') ? `${dirname(word)}/` : '';
	try {
		const found = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
		return found.map((entry): Value => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
	} catch {
		return [];
	}
}
