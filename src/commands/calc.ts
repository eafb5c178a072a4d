import { Command, Option } from 'commander';
import { InputError } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
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
	const [{ parseCase }, { calculate }, { bundledLaw }] = await Promise.all([
		import('../case/parse.ts'),
		import('../calculation/calculate.ts'),
		import('../law/bundled.ts'),
	]);
	try {
		const result = calculate(parseCase(withFlags(document, options)), bundledLaw, { today: today() });
		const asJson = options['json'] === true || options['format'] === 'json';
		const text = asJson ? `${JSON.stringify(result)}\n` : await asText(result, options);
		await (options['output'] === undefined ? print(text) : writePrivate(options['output'], text));
	} catch (error) {
		throw error instanceof InputError ? namingFlag(error, options) : error;
	}
}

async function asText(
	result: import('../calculation/result.ts').Result,
	options: Record<string, unknown>,
): Promise<string> {
	const [{ textReport }, { dressFor }, { bundledLaw }] = await Promise.all([
		import('../report/text.ts'),
		import('./dress.ts'),
		import('../law/bundled.ts'),
	]);
	return textReport(result, bundledLaw, await dressFor(options, options['output'] === undefined));
}
