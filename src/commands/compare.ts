// The command `ussg compare`.
import { Command, Option } from 'commander';
import { calculate } from '../calculation/calculate.ts';
import { type Answer, isRefusal, underEditions } from '../calculation/comparison.ts';
import { InputError, problemIn } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
import { bundledLaw } from '../law/bundled.ts';
import { editionNamed, verifiedEditions } from '../law/editions.ts';
import { jsonText } from '../report/escape.ts';
import type { Column } from '../report/side-by-side/comparison.ts';
import { refuseCarriedIds } from './carried.ts';
import { exitStatus } from './exit-status.ts';
import { addCaseFlags, namingFlag, withFlags } from './flags.ts';
import { print, readText, tell, today } from './io.ts';

type Options = Record<string, unknown>;

/** `ussg compare`: several case documents, or one case under several editions, side by side. */
export function compareCommand(): Command {
	const command = new Command('compare')
		.description('puts several case documents side by side, or one case under several editions')
		.argument('[file...]', 'case documents, one JSON object per file; - is standard input; flags override them');
	return addCaseFlags(command)
		.addOption(
			new Option(
				'--editions <list>',
				'one case under these editions: years or effective dates, separated by commas, or all',
			).conflicts('edition'),
		)
		.addOption(new Option('--format <format>', 'format of the answer').choices(['text', 'json']).default('text'))
		.option('--json', 'same as --format json')
		.addHelpText('after', examples)
		.action(runCompare);
}

const examples = `
Examples:
  ussg compare --base-level 24 --acceptance full --category III --editions 2011,2016,2025
  ussg compare --base-level 24 --acceptance full --category III --editions all
  ussg compare plea.json trial.json
  ussg compare case.json --editions 1995,2018 --json

Exit status: 0 all answered; 2 the input or the command line is wrong, or none could be answered; 3 one or more
rejected (each in its place, all others answered).`;

async function runCompare(files: string[], _: unknown, command: Command): Promise<void> {
	// Where files give the cases, a missing field is missing there, and no flag is to be named.
	const options: Options = { ...command.optsWithGlobals(), case: files[0] };
	refuseContradictions(files, options);
	const answers = options['editions'] === undefined ? await toCases(files, options) : await toEditions(files, options);
	const refused = answers.filter(({ answer }) => isRefusal(answer));
	if (refused.length === answers.length) throw await noneAnswered(refused, options);
	const asJson = options['json'] === true || options['format'] === 'json';
	await print(asJson ? `${jsonText(answers.map(({ answer }) => inJson(answer)))}\n` : await asText(answers, options));
	if (refused.length > 0) process.exitCode = exitStatus.someRejected;
}

const inJson = (answer: Answer) => (isRefusal(answer) ? { ...answer, error: problemIn(answer.error) } : answer);

function refuseContradictions(files: readonly string[], options: Options): void {
	if (files.filter((file) => file === '-').length > 1) {
		throw new InputError('stdin-twice', '', 'standard input can be read only once', 'give - once, and files otherwise');
	}
	if (files.length > 1 && options['editions'] !== undefined) {
		throw new InputError(
			'too-many-cases',
			'--editions',
			`compares one case under several editions, but you gave ${files.length} cases`,
			'Give one case, or leave --editions out',
		);
	}
	if (files.length === 0 && Object.keys(withFlags({}, options) as object).length === 0) {
		throw new InputError('no-case', '', 'no case to compare', 'give files of case documents, or one case by flags');
	}
}

interface Headed {
	heading: string;
	answer: Answer;
}

/** Each document answered as `calc` answers it; one that cannot be is refused in its place. */
async function toCases(files: readonly string[], options: Options): Promise<Headed[]> {
	const { parseCase } = await import('../case/parse.ts');
	const answerTo = async (file: string | undefined): Promise<Answer> => {
		let document: unknown;
		try {
			const read = await readCase(file);
			document = withFlags(read, options);
			const given = parseCase(document);
			await refuseCarriedIds(read, given, options);
			return calculate(given, bundledLaw, { today: today() });
		} catch (error) {
			if (!(error instanceof InputError) || error.code === 'cannot-read') throw error;
			const id = (document as { id?: unknown } | null | undefined)?.id;
			return {
				...(file === undefined ? {} : { file }),
				...(typeof id === 'string' ? { id } : {}),
				error,
			};
		}
	};
	const given = files.length === 0 ? [undefined] : files;
	return Promise.all(given.map(async (file) => ({ heading: headingOf(file), answer: await answerTo(file) })));
}

const headingOf = (file = 'case'): string => (file === '-' ? 'standard input' : file);

/** One case under each edition named. A document that no edition could answer is wrong itself, and thrown. */
async function toEditions([file]: readonly string[], options: Options): Promise<Headed[]> {
	const { parseCase } = await import('../case/parse.ts');
	const list = String(options['editions']);
	const names = isAll(options)
		? verifiedEditions(bundledLaw).map((edition) => edition.effectiveDate)
		: list.split(',').map((name) => name.trim());
	for (const name of names) editionNamed(bundledLaw, name, '--editions');
	try {
		const read = await readCase(file);
		const given = parseCase(withFlags(read, options));
		await refuseCarriedIds(read, given, options);
		const answers = underEditions(given, bundledLaw, names);
		return answers.map((answer, index) => ({ heading: names[index] as string, answer }));
	} catch (error) {
		throw error instanceof InputError ? namingFlag(error, options) : error;
	}
}

const isAll = (options: Options): boolean => options['editions'] === 'all';

const readCase = async (file: string | undefined): Promise<unknown> =>
	file === undefined ? {} : parseJson(await readText(file));

/** The one refusal; or all of them, said one a line before it. */
async function noneAnswered(refused: readonly Headed[], options: Options): Promise<InputError> {
	const [only] = refused;
	if (refused.length === 1 && only && isRefusal(only.answer)) return namingFlag(only.answer.error, options);
	const columns = columnsOf(refused, options);
	const { refusalReasons } = await import('../report/side-by-side/comparison.ts');
	for (const reason of refusalReasons(columns)) await tell(`ussg: ${reason}\n`);
	return new InputError('none-answered', '', `none of the ${refused.length} cases could be answered`);
}

/** The answers as columns; what is wrong with a value that a flag gave is said of the flag. */
function columnsOf(answers: readonly Headed[], options: Options): Column[] {
	return answers.map(({ heading, answer }) => {
		if (!isRefusal(answer)) return { heading, result: answer };
		return { heading, problem: problemIn(namingFlag(answer.error, options)) };
	});
}

async function asText(answers: readonly Headed[], options: Options): Promise<string> {
	const columns = columnsOf(answers, options);
	const { dressFor } = await import('./dress.ts');
	const dress = await dressFor(options);
	if (isAll(options)) return (await import('../report/side-by-side/years.ts')).yearsReport(columns, bundledLaw, dress);
	return (await import('../report/side-by-side/comparison.ts')).comparisonReport(columns, dress);
}
