// The command `ussg explain`.
import { Command } from 'commander';
import testedCases from '#tested-cases' with { type: 'json' };
import { InputError, shown } from '../case/errors.ts';
import { nearest } from '../case/nearest.ts';
import { bundledLaw } from '../law/bundled.ts';
import { jsonText } from '../report/escape.ts';
import { explanationOf, explanationText, provisionsHeld } from '../report/explain.ts';
import { toAscii } from '../report/words.ts';
import { editionAsked } from './edition.ts';
import { print } from './io.ts';

/** `ussg explain`: a provision in our words, its citation, its history, what is unsettled, and the cases that test it. */
export function explainCommand(): Command {
	return new Command('explain')
		.description('a provision in plain words, its citation, its history, unsettled questions, the cases that test it')
		.argument('<provision>', 'such as "§2L1.2(b)(2)(B)", "3E1.1" or "8 U.S.C. § 1326(b)(2)"')
		.option('--edition <edition>', 'year or effective date of the Manual (default: the one in force today)')
		.option('--json', 'as JSON')
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runExplain);
}

const examples = `
Examples:
  ussg explain "§2L1.2(b)(2)(B)" --edition 2018
  ussg explain 3E1.1`;

function runExplain(given: string, _: unknown, command: Command): Promise<void> {
	const options = command.optsWithGlobals();
	const { effectiveDate } = editionAsked(options['edition']);
	const provision = asWritten(given);
	const found = explanationOf(provision, effectiveDate, bundledLaw, testedCases);
	if (found === undefined) {
		const near = nearest(provision, provisionsHeld(bundledLaw));
		const hint = near === undefined ? 'ussg guideline lists the guidelines held' : `Did you mean ${near}?`;
		throw new InputError('no-such-provision', 'PROVISION', `${shown(given)} is not held. ${hint}`);
	}
	const text = options['json'] === true ? jsonText(found) : explanationText(found, effectiveDate);
	return print(`${options['ascii'] === true && options['json'] !== true ? toAscii(text) : text}\n`);
}

/** `2l1.2(B)(2)(b)` as the Manual writes it: `§2L1.2(b)(2)(B)`. A section of the Code stays as it is cited. */
function asWritten(given: string): string {
	const plain = given.replace(/[\s ]+/g, ' ').trim();
	if (/u\.?s\.?c/i.test(plain)) return plain.replace(/^(\d+) ?u\.? ?s\.? ?c\.? ?§* ?/i, '$1 U.S.C. § ');
	const [, section, rest = ''] = /^(?:ussg|u\.s\.s\.g\.)? ?§? ?(\d[a-z]\d\.\d+)(.*)$/i.exec(plain) ?? [];
	if (section === undefined) return plain;
	const cases = [...rest.replaceAll(' ', '').matchAll(/\(([^)]+)\)/g)].map(([, part = ''], depth) =>
		depth % 2 === 0 && depth > 0 && /^[a-z]$/i.test(part) ? `(${part.toUpperCase()})` : `(${part.toLowerCase()})`,
	);
	return `§${section.toUpperCase()}${cases.length > 0 ? cases.join('') : rest.trim() && `, ${rest.trim().replace(/^, ?/, '')}`}`;
}
