// The command `ussg calc`.
import { Command, Option } from 'commander';
import { calculate } from '../calculation/calculate.ts';
import { checkCase } from '../case/check.ts';
import { InputError } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
import type { CaseDocument } from '../case/schema.ts';
import { bundledLaw } from '../law/bundled.ts';
import { jsonText } from '../report/escape.ts';
import type { Result } from '../result/result.ts';
import { addCaptionFlags, refuseCaptionWithoutReport } from './caption.ts';
import { refuseCarriedIds } from './carried.ts';
import { refuseToWriteOver } from './files/same-file.ts';
import { addCaseFlags, namingFlag, withFlags } from './flags.ts';
import { print, readText, today, writePrivate } from './io.ts';
import { type Format, formatFor, formats, knownEndings } from './output-format.ts';
import type { ReportFormat } from './report.ts';

/** `ussg calc`: one case, from flags or from a case document. */
export function calcCommand(): Command {
	const command = new Command('calc')
		.description('answers one case, from flags or from a case document')
		.addHelpText('after', examples);
	return addAnswerFlags(addCaseFlags(command)).action((_: unknown, itself: Command) => {
		const options = itself.optsWithGlobals();
		return answerCase(options, (document) => withFlags(document, options));
	});
}

const examples = `
Examples:
  ussg calc --edition 2018 --guideline 2L1.2 --enhancement "(b)(2)(B)" --enhancement "(b)(3)(D)" --acceptance full --points 8
  ussg calc --sentencing-date 2013-06-28 --base-level 34 --acceptance 3 --category I --statutory-min 10y --sensitivity
  ussg calc --case case.json --category III --json
  ussg calc --case case.json --format html --output worksheet.html`;

/** What the commands that answer one case share: where the case comes from, and how the answer is written. */
export function addAnswerFlags(command: Command): Command {
	return addCaptionFlags(command)
		.option('--case <file>', 'case document as JSON, - for standard input; flags override it')
		.option(
			'--sensitivity',
			'with the ranges of the levels around, in every category; for drugs, also what each disputed fact is worth',
		)
		.addOption(
			new Option(
				'--format <format>',
				'format of the answer (default: text, or from the extension of the --output file)',
			).choices(formats),
		)
		.option('--json', 'same as --format json')
		.option(
			'--output <file>',
			`write the answer to a file that only you can read; ${knownEndings.join(', ')} say in which format`,
		)
		.option('--dated <date>', 'the date to print on a markdown, html or docx report (default: none)')
		.allowExcessArguments(false);
}

/** Reads the case, lets the flags complete it, answers and writes. Throws InputError naming the flag or the field. */
export async function answerCase(
	options: Record<string, unknown>,
	completed: (document: unknown) => unknown,
): Promise<void> {
	const { case: file, output } = options;
	const format = formatFor(options);
	if (!isReport(format)) refuseCaptionWithoutReport(options);
	if (typeof file === 'string' && typeof output === 'string') refuseToWriteOver(output, '--output', [file]);
	const document = typeof file === 'string' ? parseJson(await readText(file)) : {};
	try {
		const given = completed(document);
		const asked = options['sensitivity'] === true ? { sensitivity: true, disputedFacts: true } : askedBy(format);
		const checked = checkCase(given) ?? (await explainedCase(given));
		if (typeof file === 'string') await refuseCarriedIds(document, checked, options);
		const result = calculate(checked, bundledLaw, { today: today(), ...asked });
		const written = await inFormat(format, checked, result, options);
		await (typeof output === 'string' ? writePrivate(output, written) : print(written));
	} catch (error) {
		throw error instanceof InputError ? namingFlag(error, options) : error;
	}
}

/** zod, which is slow to load, only for what the compiled check does not accept: to say what is wrong with it. */
async function explainedCase(given: unknown): Promise<CaseDocument> {
	const { parseCase } = await import('../case/parse.ts');
	return parseCase(given);
}

/** The answer in one of the formats; a report says what was given as well. */
export async function inFormat(
	format: Format,
	given: CaseDocument,
	result: Result,
	options: Record<string, unknown>,
): Promise<string | Uint8Array> {
	if (format === 'json') return `${jsonText(result)}\n`;
	if (isReport(format)) return (await import('./report.ts')).reportIn(format, { given, result }, options);
	if (format === 'client') return (await import('./client-page.ts')).clientPageIn({ given, result }, options);
	const [{ textReport }, { dressFor }] = await Promise.all([import('../report/formats/text.ts'), import('./dress.ts')]);
	return textReport(result, bundledLaw, await dressFor(options, options['output'] === undefined));
}

/** What a format shows beside the answer: a text the disputed facts of a case of drugs, a report all there is. */
export const askedBy = (format: Format) => ({ sensitivity: isReport(format), disputedFacts: format !== 'json' });

export const isReport = (format: Format): format is ReportFormat =>
	format !== 'text' && format !== 'json' && format !== 'client';
