import { Command, Option } from 'commander';
import { calculate } from '../calculation/calculate.ts';
import type { Result } from '../calculation/result.ts';
import { checkCase } from '../case/check.ts';
import { InputError } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
import type { CaseDocument } from '../case/schema.ts';
import { bundledLaw } from '../law/bundled.ts';
import { addCaseFlags, namingFlag, withFlags } from './flags.ts';
import { print, readText, today, writePrivate } from './io.ts';

/** `ussg calc`: one case, from flags or from a case document. */
export function calcCommand(): Command {
	const command = new Command('calc').description('one case, from flags or from a case document');
	return addCaseFlags(command)
		.option('--case <file>', 'case document as JSON, - for standard input; flags override it')
		.addOption(new Option('--format <format>', 'how the answer is written').choices(['text', 'json']).default('text'))
		.option('--json', 'same as --format json')
		.option('--output <file>', 'write the answer to a file that only you can read')
		.helpOption('--help', 'this help')
		.allowExcessArguments(false)
		.action(runCalc);
}

async function runCalc(_: unknown, command: Command): Promise<void> {
	const options = command.optsWithGlobals();
	const document = options['case'] === undefined ? {} : parseJson(await readText(options['case']));
	try {
		const given = withFlags(document, options);
		const result = calculate(checkCase(given) ?? (await explainedCase(given)), bundledLaw, { today: today() });
		const asJson = options['json'] === true || options['format'] === 'json';
		const text = asJson ? `${JSON.stringify(result)}\n` : await asText(result, options);
		await (options['output'] === undefined ? print(text) : writePrivate(options['output'], text));
	} catch (error) {
		throw error instanceof InputError ? namingFlag(error, options) : error;
	}
}

/** zod, which is slow to load, only for what the compiled check does not accept: to say what is wrong with it. */
async function explainedCase(given: unknown): Promise<CaseDocument> {
	const { parseCase } = await import('../case/parse.ts');
	return parseCase(given);
}

async function asText(result: Result, options: Record<string, unknown>): Promise<string> {
	const [{ textReport }, { dressFor }] = await Promise.all([import('../report/text.ts'), import('./dress.ts')]);
	return textReport(result, bundledLaw, await dressFor(options, options['output'] === undefined));
}
