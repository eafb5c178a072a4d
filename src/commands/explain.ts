// The command `ussg explain`.
import { Command } from 'commander';
import words from '#rule-words' with { type: 'json' };
import cases from '#tested-cases' with { type: 'json' };
import { InputError, shown } from '../case/errors.ts';
import { bundledLaw } from '../law/bundled.ts';
import { jsonText } from '../report/escape.ts';
import { byKey, nearestTo, provisionAsked } from '../report/explain/asked.ts';
import { explanationOf, provisionsHeld, type Sources } from '../report/explain/explanation.ts';
import { explanationText } from '../report/explain/explanation-text.ts';
import { toAscii } from '../report/words.ts';
import { editionAsked } from './edition.ts';
import { print } from './io.ts';

/** `ussg explain`: a provision in our words, its citation, its history, what is unsettled, and the cases that test it. */
export function explainCommand(): Command {
	return new Command('explain')
		.description(
			'explains a provision in plain words, with its citation, its history, its unsettled questions and the cases that test it',
		)
		.argument('<provision>', 'such as "§2L1.2(b)(2)(B)", 3e1.1b, "5G1.1(b)" or "18 U.S.C. § 3553(f)"')
		.option('--edition <edition>', 'year or effective date of the Manual (default: the one in force today)')
		.option('--json', 'as JSON')
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runExplain);
}

const examples = `
Examples:
  ussg explain "§2L1.2(b)(2)(B)" --edition 2018
  ussg explain 3e1.1b
  ussg explain "18 USC 3553(f)"`;

function runExplain(given: string, _: unknown, command: Command): Promise<void> {
	const options = command.optsWithGlobals();
	const { effectiveDate } = editionAsked(options['edition']);
	const sources: Sources = { law: bundledLaw, words, cases };
	const held = byKey(provisionsHeld(sources));
	const found = provisionAsked(given, held);
	if (found === undefined) {
		const near = nearestTo(given, held);
		const hint =
			near === undefined
				? 'Use a section such as §3E1.1(b). ussg guideline lists the Chapter Two guidelines held'
				: `Did you mean ${near}?`;
		throw new InputError('no-such-provision', 'PROVISION', `${shown(given)} is not held. ${hint}`);
	}
	const explanation = { ...explanationOf(found.provision, effectiveDate, sources), ...found };
	const text = options['json'] === true ? jsonText(explanation) : explanationText(explanation, effectiveDate);
	return print(`${options['ascii'] === true && options['json'] !== true ? toAscii(text) : text}\n`);
}
