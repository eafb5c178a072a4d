// The command `ussg verify`.
import { join } from 'node:path';
import { Command } from 'commander';
import { calculate } from '../calculation/calculate.ts';
import { InputError, problemIn, shown } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
import { parseCase } from '../case/parse.ts';
import { bundledLaw } from '../law/bundled.ts';
import { harmless } from '../report/words.ts';
import { exitStatus } from './exit-status.ts';
import { differencesOf } from './expected.ts';
import { type Entry, entriesIn } from './files/json-files.ts';
import { refuseResultsIn } from './files/same-file.ts';
import { print, readText, tell } from './io.ts';

/** `ussg verify`: runs a folder of conformance cases, and says which of them come out otherwise. */
export function verifyCommand(): Command {
	return new Command('verify')
		.description('runs a folder of conformance cases and compares each answer with what its source says')
		.argument('[dir]', 'the folder, including its subfolders', '.')
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runVerify);
}

const examples = `
Each case is a JSON file: {"name", "source": {"citation", "says"}, "given": a case document, "expected": the parts of the
result that the source states, or {"error": {"code": …}}}. The command names other JSON files and skips them. A file that
cannot be read, or that expects nothing, fails.

Examples:
  ussg verify cases

Exit status: 0 every result is what its source says, 1 one or more differ, 2 the folder cannot be read or holds no case.`;

interface ConformanceCase {
	name?: string;
	source: { citation: string };
	given: unknown;
	expected: object | null;
}

/** A case that was run, or what stands in its place: what it is called, and what is wrong with it. */
interface Outcome {
	heading: string;
	passedOver?: string;
	problems: readonly string[];
}

async function runVerify(folder: string): Promise<void> {
	let [passed, failed] = [0, 0];
	const entries = await entriesIn(folder);
	for (const { path } of entries) refuseResultsIn(join(folder, path));
	for (const entry of entries) {
		const { heading, passedOver, problems } = await outcomeOf(folder, entry);
		if (passedOver !== undefined) await tell(`ussg: ${harmless(heading)} ${passedOver}; skipped\n`);
		else if (problems.length === 0) passed++;
		else failed++;
		const lines = problems.map((problem) => `    ${harmless(problem)}\n`).join('');
		if (lines !== '') await print(`${harmless(heading)}\n${lines}`);
	}
	if (passed + failed === 0)
		throw new InputError('no-cases', '', `${shown(folder)} holds no conformance case`, 'Name a folder that does');
	await print(`${passed} passed, ${failed} failed\n`);
	if (failed > 0) process.exitCode = exitStatus.fault;
}

async function outcomeOf(folder: string, { path, passedOver, problem }: Entry): Promise<Outcome> {
	if (passedOver !== undefined) return { heading: path, passedOver, problems: [] };
	if (problem !== undefined) return { heading: path, problems: [problem] };
	try {
		const found = caseIn(parseJson(await readText(join(folder, path))));
		if (found === undefined) return { heading: path, passedOver: 'is not a conformance case', problems: [] };
		return {
			heading: `${path}: ${[found.name, found.source.citation].filter(Boolean).join(', ')}`,
			problems: problemsOf(found),
		};
	} catch (error) {
		return { heading: path, problems: [(error as Error).message] };
	}
}

/** The case in a document; undefined where it is something else. */
function caseIn(document: unknown): ConformanceCase | undefined {
	const found = document as Partial<ConformanceCase> | null;
	const fits = typeof found?.source?.citation === 'string' && typeof found.expected === 'object' && 'given' in found;
	return fits ? (found as ConformanceCase) : undefined;
}

/** What comes out otherwise than the source says: the path, what was expected, and what came. */
function problemsOf({ given, expected }: ConformanceCase): string[] {
	if (Object.keys(expected ?? {}).length === 0)
		return ['the file expects nothing. State the result that the source gives'];
	return differencesOf(expected, answerTo(given));
}

function answerTo(given: unknown): unknown {
	try {
		return calculate(parseCase(given), bundledLaw);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return { error: problemIn(error) };
	}
}
