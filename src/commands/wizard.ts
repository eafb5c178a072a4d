// The command `ussg` alone: the wizard.
import { homedir } from 'node:os';
import type { Command } from 'commander';
import { calculate } from '../calculation/calculate.ts';
import { InputError, shown } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
import { bundledLaw } from '../law/bundled.ts';
import type { Scenario } from '../report/side-by-side/scenarios.ts';
import type { Compared, Host } from '../wizard/conversation/dialog.ts';
import type { Draft } from '../wizard/interview/draft.ts';
import type { CaseSoFar } from '../wizard/questions/question.ts';
import type { Asker } from '../wizard/screen/asker.ts';
import { askedBy, inFormat, isReport } from './calc.ts';
import { calcCommandFor } from './equivalent.ts';
import { type DraftFile, draftFile } from './files/draft-file.ts';
import { areSameFile } from './files/same-file.ts';
import { flagOfField } from './flags.ts';
import { print, readText, standsAt, today, writePrivate } from './io.ts';
import { alsoCalled, disagreement, endingOf, type Format, formats } from './output-format.ts';

interface WizardOptions {
	json?: boolean;
	plain?: boolean;
	draft?: string;
	case?: string;
	[global: string]: unknown;
}

/** `ussg` alone: the interactive questions, where there is a terminal to ask them at. */
export async function runWizard(command: Command): Promise<void> {
	if (!process.stdin.isTTY || !process.stderr.isTTY) {
		const remedy = 'use ussg calc for one case, ussg batch for many (--help shows both)';
		throw new InputError('no-terminal', '', 'the questions need a terminal', remedy);
	}
	const options: WizardOptions = command.opts();
	const { runSession } = await import('../wizard/conversation/session.ts');
	const drafts = draftFile();
	const begun = (await keptDraft(options, drafts)) ?? (await openedCase(options));
	await runSession(await hostFor(options, drafts), begun, options.draft);
}

/** The conversation that a draft holds; undefined where there is none yet. */
async function keptDraft({ draft: file, case: opened }: WizardOptions, drafts: DraftFile): Promise<Draft | undefined> {
	const kept = file === undefined ? undefined : await drafts.read(file);
	if (kept === undefined) return undefined;
	if (opened !== undefined) {
		const remedy = `${shown(file)} already holds a draft, and --case opens a case as well. Leave out --case to continue the draft, or name a new file`;
		throw new InputError('draft-exists', '--draft', remedy);
	}
	return (await import('../wizard/interview/draft.ts')).decodeDraft(kept);
}

/** A conversation with the answers of a case document. */
async function openedCase({ case: file }: WizardOptions): Promise<Draft | undefined> {
	if (file === undefined) return undefined;
	if (file === '-') {
		throw new InputError('invalid-value', '--case', 'the answers come from standard input', 'give the case as a file');
	}
	const [{ interviewOf }, { parseCase }] = await Promise.all([
		import('../wizard/interview/opened-case.ts'),
		import('../case/parse.ts'),
	]);
	const document = parseCase(parseJson(await readText(file)));
	return { interview: interviewOf(document, { law: bundledLaw, today: today() }), scenarios: [] };
}

async function hostFor(options: WizardOptions, drafts: DraftFile): Promise<Host> {
	const [{ textReport }, { dressFor }] = await Promise.all([import('../report/formats/text.ts'), import('./dress.ts')]);
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
		paths: { home: homedir(), backslashParts: process.platform === 'win32' },
		standsAt,
		areSameFile,
		write: (file, text) => writePrivate(file, text).catch(toBeSaid),
		writeDraft: (file, text) => drafts.write(file, text).catch(toBeSaid),
		caseFile: options.case,
		commandFor: (document) => calcCommandFor(document, { ascii: options['ascii'] === true, today: today() }),
		flagOf: (field) => flagOfField[field],
		forms: formats.map((name) => ({
			name,
			alsoCalled: alsoCalled[name] ?? [],
			ending: endingOf(name),
			// At the prompt the page for the client is text.
			disagreement: (file) => disagreement(file, name === 'client' ? 'text' : name),
			holdsScenarios: name !== 'json' && name !== 'client',
			write: (document, scenarios) => inFile(name, document, scenarios, options),
		})),
	};
}

/** At the prompt another place may be named, whatever was wrong with the first. */
function toBeSaid(error: Error): never {
	throw error instanceof InputError ? error : new InputError('cannot-write', '', error.message);
}

/** The answer of a case as a file of one of the formats, with its scenarios; as JSON it is the result of the case alone. */
async function inFile(
	format: Format,
	document: CaseSoFar,
	compared: readonly Compared[],
	options: WizardOptions,
): Promise<string | Uint8Array> {
	const { parseCase } = await import('../case/parse.ts');
	const given = parseCase(document);
	const result = calculate(given, bundledLaw, { today: today(), ...askedBy(format) });
	const scenarios = compared.map(({ heading, changes, document: other, open }): Scenario => {
		try {
			if (open.length > 0) throw new InputError('not-known', '', `unanswered: ${open.join(', ')}`);
			return { heading, changes, result: calculate(parseCase(other), bundledLaw, { today: today() }) };
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			return { heading, changes, problem: error };
		}
	});
	const toFile = { ...options, output: 'a file' };
	if (isReport(format)) return (await import('./report.ts')).reportIn(format, { given, result, scenarios }, toFile);
	const written = await inFormat(format, given, result, toFile);
	if (format !== 'text') return written;
	const [{ scenariosText }, { dressFor }] = await Promise.all([
		import('../report/side-by-side/scenarios.ts'),
		import('./dress.ts'),
	]);
	return `${written}${scenariosText(scenarios, await dressFor(options, false))}`;
}

/** The questions are written to standard error, so that standard output holds the answer alone. A terminal that cannot be redrawn is asked line by line. */
async function askerFor(options: WizardOptions): Promise<Asker> {
	const [{ promptAsker }, { plainAsker }, { openTerminal }, { dressFor }] = await Promise.all([
		import('../wizard/screen/prompts.ts'),
		import('../wizard/screen/plain.ts'),
		import('./terminal.ts'),
		import('./dress.ts'),
	]);
	const plain = options.plain === true || process.env['TERM'] === 'dumb';
	const terminal = openTerminal(plain, await dressFor(options, !plain, process.stderr));
	return plain ? plainAsker(terminal) : promptAsker(terminal);
}
