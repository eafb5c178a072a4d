import type { Command } from 'commander';
import { InputError } from '../case/errors.ts';
import { bundledLaw } from '../law/bundled.ts';
import type { Asker } from '../wizard/asker.ts';
import type { Host } from '../wizard/dialog.ts';
import { formats, inFormat, isReport } from './calc.ts';
import { calcCommandFor } from './equivalent.ts';
import { exists, print, readDraftFile, today, writePrivate } from './io.ts';

interface WizardOptions {
	json?: boolean;
	plain?: boolean;
	draft?: string;
	[global: string]: unknown;
}

/** `ussg` alone: the interactive questions, where there is a terminal to ask them at. */
export async function runWizard(command: Command): Promise<void> {
	if (!process.stdin.isTTY || !process.stderr.isTTY) {
		throw new InputError(
			'no-terminal',
			'',
			'the questions need a terminal; use ussg calc for one case, ussg batch for many (--help shows both)',
		);
	}
	const options: WizardOptions = command.opts();
	const [{ runSession }, { decodeDraft }] = await Promise.all([
		import('../wizard/session.ts'),
		import('../wizard/draft.ts'),
	]);
	const kept = options.draft === undefined ? undefined : await readDraftFile(options.draft);
	const draft = kept === undefined ? undefined : decodeDraft(kept);
	await runSession(await hostFor(options), draft, options.draft);
}

async function hostFor(options: WizardOptions): Promise<Host> {
	const [{ textReport }, { dressFor }] = await Promise.all([import('../report/text.ts'), import('./dress.ts')]);
	const json = options.json === true;
	const dresses = {
		screen: await dressFor(options, true, process.stderr),
		output: await dressFor(options, true, process.stdout),
	};
	return {
		setting: { law: bundledLaw, today: today() },
		asker: await askerFor(options),
		print,
		printsToScreen: process.stdout.isTTY === true && !json,
		json,
		textReport: (result, place) => textReport(result, bundledLaw, dresses[place]),
		exists,
		write: writePrivate,
		commandFor: calcCommandFor,
		forms: formats.map((name) => ({
			name,
			ending: endings[name] ?? name,
			write: (document) => inFile(name, document, options),
		})),
	};
}

/** What the files of a format are called, where it is not the name of the format. */
const endings: Record<string, string> = { text: 'txt', markdown: 'md' };

/** The answer of a case as a file of one of the formats. */
async function inFile(format: string, document: unknown, options: WizardOptions): Promise<string | Uint8Array> {
	const [{ parseCase }, { calculate }, { bundledLaw }] = await Promise.all([
		import('../case/parse.ts'),
		import('../calculation/calculate.ts'),
		import('../law/bundled.ts'),
	]);
	const given = parseCase(document);
	const result = calculate(given, bundledLaw, { sensitivity: isReport(format) });
	return inFormat(format, given, result, { ...options, output: 'a file' });
}

/** The questions are written to standard error, so that standard output holds the answer alone. A terminal that cannot be redrawn is asked line by line. */
async function askerFor(options: WizardOptions): Promise<Asker> {
	const [{ promptAsker }, { plainAsker }, { dressFor }] = await Promise.all([
		import('../wizard/prompts.ts'),
		import('../wizard/plain.ts'),
		import('./dress.ts'),
	]);
	const { stdin: input, stderr: output } = process;
	const plain = options.plain === true || process.env['TERM'] === 'dumb';
	const terminal = {
		input,
		output,
		columns: () => output.columns || 80,
		rows: () => output.rows || 24,
		dress: await dressFor(options, !plain, output),
		stopped: stopSignal(),
	};
	return plain ? plainAsker(terminal) : promptAsker(terminal);
}

/** Aborts where the program is told to stop or loses its terminal: the prompt then gives the terminal back as it was. */
function stopSignal(): AbortSignal {
	const stop = new AbortController();
	// A handler that stays: where the prompts find none but their own, they let the signal kill the program.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
	process.stdin.once('end', () => stop.abort());
	process.stderr.on('error', () => stop.abort());
	return stop.signal;
}
