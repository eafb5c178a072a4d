// The command `ussg completion`.
import type { Complete, RootCommand } from '@bomb.sh/tab';
import { Argument, Command, type Option } from 'commander';
import documentFields from '#fields' with { type: 'json' };
import { rowsOfAllVersions } from '../calculation/statutes/held-rows.ts';
import { categories } from '../case/category.ts';
import { bundledLaw } from '../law/bundled.ts';
import type { Guideline } from '../law/guideline-schema.ts';
import { guidelineIn, guidelinesOfPriors, rowsOf } from '../law/guidelines.ts';
import type { Law } from '../law/schema.ts';
import { selectable } from './batch/formats/selectable.ts';
import { scripts } from './completion-scripts.ts';
import { print, today } from './io.ts';

/** `ussg completion`: the script that makes a shell complete the command line. */
export function completionCommand(): Command {
	return new Command('completion')
		.description('prints a completion script for a shell')
		.addArgument(new Argument('<shell>', 'bash, zsh, fish or powershell').choices(Object.keys(scripts)))
		.addHelpText('after', howToUse)
		.allowExcessArguments(false)
		.action((shell: keyof typeof scripts) => print(scripts[shell]));
}

const howToUse = `
Examples:
  source <(ussg completion bash)                         in ~/.bashrc
  source <(ussg completion zsh)                          in ~/.zshrc, after compinit
  ussg completion fish > ~/.config/fish/completions/ussg.fish
  ussg completion powershell | Out-String | Invoke-Expression         in $PROFILE`;

/**
 * What those scripts ask: the words of the command line so far, after --. A line a word that fits, its description
 * after a tab; a line `:files` where a file is asked for, which the shell knows best. Not shown in the help.
 */
export function completeCommand(): Command {
	return new Command('complete')
		.argument('[words...]')
		.action(async (words: string[], _: unknown, command: Command) => {
			// PowerShell sends an empty word as two quotes.
			const typed = words.map((word) => (word === '""' ? '' : word));
			const asked = { files: false };
			const completion = await completionOf(command.parent as Command, typed, asked);
			await print(printedBy(() => completion.parse([...typed])) + (asked.files ? ':files\n' : ''));
		});
}

/** What the library would print by itself, which does not see whether it can be written. */
function printedBy(work: () => void): string {
	const { log } = console;
	let printed = '';
	console.log = (line: string) => {
		printed += `${line}\n`;
	};
	try {
		work();
	} finally {
		console.log = log;
	}
	return printed;
}

/** The program's commands and options as the completion library wants them, with the values that the law gives. */
async function completionOf(program: Command, words: string[], asked: { files: boolean }): Promise<RootCommand> {
	const { default: completion } = await import('@bomb.sh/tab');
	const offering = (name: string, choices?: readonly string[]) => (complete: Complete) => {
		if (fileNames.has(name)) asked.files = true;
		for (const value of choices ?? valuesOf(name, words, bundledLaw)) {
			if (typeof value === 'string') complete(value, '');
			else complete(...value);
		}
	};
	const addOptions = (to: Pick<RootCommand, 'option'>, options: readonly Option[]): void => {
		for (const option of options) {
			const name = (option.long ?? '').slice(2);
			if (option.isBoolean()) to.option(name, option.description);
			else to.option(name, option.description, offering(name, option.argChoices));
		}
	};
	addOptions(completion, program.createHelp().visibleOptions(program));
	for (const command of program.commands) {
		if (command.name() === 'complete') continue;
		const described = completion.command(command.name(), command.description());
		addOptions(
			described,
			program.options.filter((option) => everywhere.has(option.long ?? '')),
		);
		addOptions(described, command.createHelp().visibleOptions(command));
		for (const argument of command.registeredArguments) {
			described.argument(argument.name(), offering(argument.name(), argument.argChoices), argument.variadic);
		}
	}
	return completion;
}

/** The options of the program itself that every command takes too. */
const everywhere = new Set(['--no-color', '--ascii']);

/** The options and arguments that name a file. */
const fileNames = new Set(['file', 'files', 'case', 'output', 'rejects', 'draft']);

type Value = string | [value: string, description: string];

/** What an option or argument may be given, by its name. */
function valuesOf(name: string, words: readonly string[], law: Law): Value[] {
	switch (name) {
		case 'edition':
			return editionsIn(law);
		case 'editions':
			return afterCommas(words.at(-1) ?? '', [...editionsIn(law), ['all', 'every edition held']]);
		case 'select':
			return afterCommas(words.at(-1) ?? '', [['help', 'every field'], ...selectable(mapIn(words))]);
		case 'set':
			return documentFields.caseDocument.map((field) => `${field}=`);
		case 'enhancement':
			return rowsAsked(law, words).enhancements ?? enhancementsOf(law, editionAsked(words));
		case 'category':
		case 'amended-category':
			return [...categories];
		case 'guideline':
			return Object.keys(law.guidelines);
		case 'base':
			return rowsAsked(law, words).base;
		case 'fact':
			return rowsAsked(law, words).facts;
		case 'acceptance':
			return ['full', '0', '2', '3'];
		case 'relief':
			return ['safety-valve', 'substantial-assistance'];
		case 'fast-track':
			return ['0', '1', '2', '3', '4'];
		case 'statute':
			return statutesIn(law);
		default:
			return [];
	}
}

const mapIn = (words: readonly string[]) => (valueGiven(words, '--map') === 'ussc' ? 'ussc' : undefined);

/** What the guideline that the words name has in the edition they ask for. */
function rowsAsked(law: Law, words: readonly string[]): { base: Value[]; facts: Value[]; enhancements?: Value[] } {
	const section = (valueGiven(words, '--guideline') ?? '').replace('§', '');
	const guideline = guidelineIn(law, section, dayOf(law, editionAsked(words) ?? today()));
	if (guideline === undefined) return { base: [], facts: [] };
	return {
		base: guideline.base.rows.map(
			({ id, levels, description }): Value => [id, `level ${levels}${description ? ` ${description}` : ''}`],
		),
		facts: guideline.facts.map(({ name, question }): Value => [`${name}=`, question]),
		enhancements: enhancements(guideline),
	};
}

const enhancements = (guideline: Guideline): Value[] =>
	rowsOf(guideline).map(({ id, levels, description }) => [id, `${levels > 0 ? '+' : ''}${levels} ${description}`]);

function editionsIn(law: Law): Value[] {
	return law.editions.editions.flatMap(({ effectiveDate, kind, verified }): Value[] => {
		const said = verified ? kind : 'not verified';
		const named = effectiveDate.endsWith(law.editions.yearNames.monthAndDay);
		return [...(named ? [[effectiveDate.slice(0, 4), said] as Value] : []), [effectiveDate, said]];
	});
}

/** Values for the last item of a list with commas, behind the items before it. */
function afterCommas(word: string, values: readonly Value[]): Value[] {
	const list = word.replace(/^--[^=]*=/, '');
	const before = list.slice(0, list.lastIndexOf(',') + 1);
	return values.map(
		(value): Value => [
			`${before}${typeof value === 'string' ? value : value[0]}`,
			typeof value === 'string' ? '' : value[1],
		],
	);
}

/** The edition, or the day whose edition it is, that the words name; undefined where they name none. */
function editionAsked(words: readonly string[]): string | undefined {
	return valueGiven(words, '--edition') ?? valueGiven(words, '--sentencing-date');
}

/** What stands behind a flag among the words: `--flag value` or `--flag=value`. */
function valueGiven(words: readonly string[], flag: string): string | undefined {
	const at = words.indexOf(flag);
	return at >= 0 ? words[at + 1] : words.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1);
}

const dayOf = (law: Law, edition: string): string =>
	edition.length === 4 ? `${edition}-${law.editions.yearNames.monthAndDay}` : edition;

/** The ids of the guidelines that count priors, in the edition asked for, else in the one in force today. */
function enhancementsOf(law: Law, edition = today()): Value[] {
	return guidelinesOfPriors(law, dayOf(law, edition)).flatMap(enhancements);
}

/** Statutes with a row, and each of their circumstances; those that take an object end in the comma before it. */
function statutesIn(law: Law): Value[] {
	const rows = rowsOfAllVersions(law);
	const held = rows.map(({ id, circumstance, description }): Value => {
		return [circumstance === undefined ? id : `${id}:${circumstance}`, description];
	});
	const withObject = law.tables.statutes.flatMap(({ objectStatutes }) =>
		objectStatutes.map(({ id, description }): Value => [`${id},`, `${description}, with its object`]),
	);
	return [...new Map([...held, ...withObject].map((value) => [value[0], value])).values()];
}
