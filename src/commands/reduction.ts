import { Command } from 'commander';
import { readMonths, readNumber } from '../case/typed.ts';
import { addAnswerFlags, answerCase } from './calc.ts';
import { addCaseFlags, withFlags } from './flags.ts';
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
	timeServed: 'timeServedMonths',
};

/** `ussg reduction`: whether an amended range helps a person already sentenced (§1B1.10). */
export function reductionCommand(): Command {
	const command = new Command('reduction')
		.description(
			'whether an amended range helps a person already sentenced (§1B1.10): give the case as sentenced, with --imposed',
		)
		.addHelpText('after', examples);
	return addAnswerFlags(addCaseFlags(command))
		.option('--amendment <number>', 'amendment of Appendix C, such as 782 or 821A')
		.option('--order-date <date>', 'day of the order (default: today)')
		.option('--levels <levels>', 'change in levels that the amendment brings, such as -2', readNumber)
		.option('--amended-base-level <level>', 'amended base offense level', readNumber)
		.option('--amended-points <points>', 'amended criminal history points', readNumber)
		.option('--amended-category <category>', 'amended criminal history category, I to VI')
		.option('--substantial-assistance', "the sentence was below the range on the government's motion")
		.option('--no-substantial-assistance', 'it was not')
		.option('--time-served <months>', 'term already served, in months', readMonths)
		.action((_: unknown, itself: Command) => {
			const options = itself.optsWithGlobals();
			return answerCase(options, (document) => withReduction(withFlags(document, options), options));
		});
}

const examples = `
Examples:
  ussg reduction --edition 2013 --base-level 32 --acceptance 3 --category I --imposed 87 --amendment 782 --levels -2
  ussg reduction --case case.json --imposed 46 --amendment 821A --amended-points 7 --order-date 2024-03-01`;

function withReduction(document: unknown, options: Record<string, unknown>): unknown {
	if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
	const given = Object.entries(fieldOfOption)
		.map(([option, field]) => [field, options[option]] as const)
		.filter(([, value]) => value !== undefined);
	const { reduction = {} } = document as { reduction?: unknown };
	if (typeof reduction !== 'object' || reduction === null || Array.isArray(reduction)) return document;
	return { ...document, reduction: { orderDate: today(), ...reduction, ...Object.fromEntries(given) } };
}
