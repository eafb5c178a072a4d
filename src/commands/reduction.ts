// The command `ussg reduction`.
import { Command } from 'commander';
import { InputError, isMissingFact, notPossible, reworded } from '../case/errors.ts';
import { readMonths, readNumber } from '../case/typed-values.ts';
import type { NameOf } from '../case/wording.ts';
import { bundledLaw } from '../law/bundled.ts';
import { addAnswerFlags, answerCase } from './calc.ts';
import { addCaseFlags, again, flagName, withFlags } from './flags.ts';
import { today } from './io.ts';

/** The flags that fill `reduction` in the case document, by the name commander gives them. */
const fieldOfOption: Record<string, string> = {
	amendment: 'amendment',
	orderDate: 'orderDate',
	levels: 'levels',
	amendedBaseLevel: 'baseOffenseLevel',
	amendedPoints: 'criminalHistoryPoints',
	amendedCategory: 'criminalHistoryCategory',
	substantialAssistance: 'substantialAssistance',
	authorityBelowMinimum: 'authorityBelowMinimum',
	timeServed: 'timeServedMonths',
};

/** `ussg reduction`: whether an amended range helps a person already sentenced (§1B1.10). */
export function reductionCommand(): Command {
	const command = new Command('reduction')
		.description(
			'shows whether an amended range helps a person already sentenced (§1B1.10); give the case as sentenced, with --imposed',
		)
		.addHelpText('after', examples);
	return addAnswerFlags(addCaseFlags(command))
		.option(
			'--amendment <number>',
			'amendment of Appendix C, such as 782 or 821A (repeatable; all apply together)',
			again(String),
		)
		.option('--order-date <date>', 'date of the order (default: today)')
		.option('--levels <levels>', 'total change in levels from the amendments, such as -2', readNumber)
		.option('--amended-base-level <level>', 'amended base offense level', readNumber)
		.option('--amended-points <points>', 'amended criminal history points', readNumber)
		.option('--amended-category <category>', 'amended criminal history category, I to VI')
		.option(
			'--substantial-assistance',
			"the sentence was below the range on the government's motion for substantial assistance",
		)
		.option('--no-substantial-assistance', 'the sentence was not below the range on such a motion')
		.option(
			'--authority-below-minimum',
			"the government's motion let the court go below the statutory minimum (§1B1.10(c))",
		)
		.option('--no-authority-below-minimum', 'that motion did not, or there was no motion')
		.option('--time-served <months>', 'term already served, in months', readMonths)
		.option(
			'--zero-point-offender <criteria>',
			'for 821B1: the criteria of §4C1.1 that bar the reduction, separated by commas, or none; every other one is answered no',
			readZeroPointOffender,
		)
		.action(async (_: unknown, itself: Command) => {
			const options = itself.optsWithGlobals();
			try {
				await answerCase(options, (document) => withReduction(withFlags(document, options), options));
			} catch (error) {
				throw error instanceof InputError ? namingReductionFlag(error, options) : error;
			}
		});
}

const examples = `
Examples:
  ussg reduction --edition 2013 --base-level 32 --acceptance 3 --category I --imposed 87 --amendment 782 --levels -2
  ussg reduction --case case.json --imposed 46 --amendment 821A --amended-points 7 --order-date 2024-03-01
  ussg reduction --edition 2009 --base-level 30 --category I --imposed 97 --amendment 750A --amendment 782 --levels -6`;

/** Each criterion of §4C1.1 answered: yes for those named, no for the others. */
function readZeroPointOffender(text: string): Record<string, boolean> {
	const rules = bundledLaw.tables['4C1.1'].filter((rule) => rule.inForce);
	const criteria = [...new Set(rules.flatMap((rule) => rule.criteria.map(({ criterion }) => criterion)))];
	const named = text === 'none' ? [] : text.split(',').map((name) => name.trim());
	const unknown = named.find((name) => !criteria.includes(name));
	if (unknown === undefined) return Object.fromEntries(criteria.map((name) => [name, named.includes(name)]));
	throw notPossible('--zero-point-offender', unknown, `give none, or any of ${criteria.join(', ')}`);
}

/** The same error with the flag in place of a field of `reduction`, where no document was to give it. */
function namingReductionFlag(error: InputError, options: Record<string, unknown>): InputError {
	const [, part, field = ''] = error.path.split('/');
	if (part === 'zeroPointOffender' && options['case'] === undefined) {
		const remedy = isMissingFact(error) && { remedy: 'Give --zero-point-offender none, or the criteria' };
		return reworded(error, { path: '--zero-point-offender', nameOf, ...remedy });
	}
	const option = Object.keys(fieldOfOption).find((name) => fieldOfOption[name] === field);
	if (part !== 'reduction' || option === undefined) return error;
	if (options[option] === undefined && options['case'] !== undefined) return error;
	return reworded(error, { path: flagOf(field) ?? field, nameOf });
}

/** What the command line calls a key, of the case or of `reduction` in it. */
const nameOf: NameOf = (key) => {
	const [part, field = ''] = key.key.split('/');
	if (part === 'zeroPointOffender') return '--zero-point-offender';
	return (part === 'reduction' ? flagsOf(field) : undefined) ?? flagName(key);
};

/** `--amended-base-level` for the field `baseOffenseLevel` of `reduction`. */
function flagOf(field: string): string | undefined {
	const option = Object.keys(fieldOfOption).find((name) => fieldOfOption[name] === field);
	return option && `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The flags that can answer what is asked for: for a question of yes and no both. */
function flagsOf(field: string): string | undefined {
	const flag = flagOf(field);
	return flag && yesOrNo.includes(field) ? `${flag} or --no-${flag.slice(2)}` : flag;
}

const yesOrNo = ['substantialAssistance', 'authorityBelowMinimum'];

function withReduction(document: unknown, options: Record<string, unknown>): unknown {
	if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
	const given = Object.entries(fieldOfOption)
		.map(([option, field]) => [field, options[option]] as const)
		.filter(([, value]) => value !== undefined);
	const { reduction = {} } = document as { reduction?: unknown };
	if (typeof reduction !== 'object' || reduction === null || Array.isArray(reduction)) return document;
	const { zeroPointOffender, amendment } = options;
	const only = Array.isArray(amendment) && amendment.length === 1 ? { amendment: amendment[0] } : {};
	return {
		...document,
		...(zeroPointOffender === undefined ? {} : { zeroPointOffender }),
		reduction: { orderDate: today(), ...reduction, ...Object.fromEntries(given), ...only },
	};
}
