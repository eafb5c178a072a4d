// The command `ussg editions`.
import { Command } from 'commander';
import { bundledLaw } from '../law/bundled.ts';
import { editionNamed } from '../law/editions.ts';
import { guidelinesOfPriors } from '../law/guidelines.ts';
import { editionList, enhancementList } from '../report/editions.ts';
import { jsonText } from '../report/escape.ts';
import { toAscii } from '../report/words.ts';
import { print } from './io.ts';

/** `ussg editions`: the editions held; with one, its §2L1.2 enhancements. */
export function editionsCommand(): Command {
	return new Command('editions')
		.description('lists the editions held; with an edition, lists its §2L1.2 characteristics with their ids and levels')
		.argument('[edition]', 'year or effective date')
		.option('--json', 'as JSON')
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runEditions);
}

const examples = `
Examples:
  ussg editions
  ussg editions 2018`;

function runEditions(name: string | undefined, _: unknown, command: Command): Promise<void> {
	const options = command.optsWithGlobals();
	if (name === undefined) {
		const { editions } = bundledLaw.editions;
		const text = options['json'] === true ? jsonText(editions) : editionList(bundledLaw);
		return print(`${options['ascii'] === true ? toAscii(text) : text}\n`);
	}
	const edition = editionNamed(bundledLaw, name, 'EDITION');
	const [guideline] = guidelinesOfPriors(bundledLaw, edition.effectiveDate);
	const text = options['json'] === true ? jsonText({ edition, guideline }) : enhancementList(edition, bundledLaw);
	return print(`${options['ascii'] === true ? toAscii(text) : text}\n`);
}
