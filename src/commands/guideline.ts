// The command `ussg guideline`.
import { Command } from 'commander';
import { InputError, shown } from '../case/errors.ts';
import { bundledLaw } from '../law/bundled.ts';
import type { Guideline } from '../law/guideline-schema.ts';
import { guidelineIn, sectionsIn } from '../law/guidelines.ts';
import { jsonText } from '../report/escape.ts';
import { guidelineLine, guidelineText } from '../report/guideline.ts';
import { toAscii } from '../report/words.ts';
import type { ChosenEdition } from '../result/result.ts';
import { editionAsked } from './edition.ts';
import { print } from './io.ts';

/** `ussg guideline`: the Chapter Two guidelines an edition holds; with a section, its levels, characteristics and facts. */
export function guidelineCommand(): Command {
	return new Command('guideline')
		.description('lists the Chapter Two guidelines held; with a section, lists its levels, characteristics and facts')
		.argument('[section]', 'section, such as 2L1.1')
		.option('--edition <edition>', 'year or effective date of the Manual (default: the one in force today)')
		.option('--json', 'as JSON')
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runGuideline);
}

const examples = `
Examples:
  ussg guideline
  ussg guideline 2L1.1 --edition 2018`;

function runGuideline(given: string | undefined, _: unknown, command: Command): Promise<void> {
	const options = command.optsWithGlobals();
	const edition = editionAsked(options['edition']);
	const held = heldIn(edition);
	if (given === undefined) {
		const lines = held.map(({ provision, title }) => guidelineLine(provision, title));
		return show(held, lines.join('\n'), options);
	}
	const section = given.replace(/[§\s]/g, '').toUpperCase();
	const found = held.find(({ provision }) => provision === `§${section}`);
	if (found) return show(found, guidelineText(found), options);
	const sections = held.map(({ provision }) => provision.slice(1));
	throw new InputError(
		'guideline-not-held',
		'SECTION',
		`${shown(given)} is not held in the edition of ${edition.effectiveDate}. The guidelines held are ${sections.join(', ')}`,
	);
}

/** The guidelines of an edition in the Manual's order. */
const heldIn = ({ effectiveDate }: ChosenEdition): Guideline[] =>
	sectionsIn(bundledLaw, effectiveDate).flatMap((section) => guidelineIn(bundledLaw, section, effectiveDate) ?? []);

function show(data: unknown, text: string, options: Record<string, unknown>): Promise<void> {
	const shownText = options['json'] === true ? jsonText(data) : text;
	return print(`${options['ascii'] === true && options['json'] !== true ? toAscii(shownText) : shownText}\n`);
}
