// The command `ussg verify`.
import { promises } from 'node:fs';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { calculate } from '../calculation/calculate.ts';
import { InputError, problemIn, shown } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
import { parseCase } from '../case/parse.ts';
import { bundledLaw } from '../law/bundled.ts';
import { harmless } from '../report/words.ts';
import { exitStatus } from './exit-status.ts';
import { print, readText, tell } from './io.ts';

/** `ussg verify`: runs a folder of conformance cases, and says which of them come out otherwise. */
export function verifyCommand(): Command {
	return new Command('verify')
		.description('runs a folder of conformance cases: what each is given, and what its source says must come out')
		.argument('[dir]', 'the folder, with all below it', '.')
		.allowExcessArguments(false)
		.addHelpText('after', examples)
		.action(runVerify);
}

const examples = `
Each case is a JSON file: {"name", "source": {"citation", "says"}, "given": a case document, "expected": the parts of the
result that the source states, or {"error": {"code": …}}}. Other JSON files are named and passed over.

Examples:
  ussg verify cases

Exit status: 0 every case comes out as its source says, 1 one or more do not, 2 the folder cannot be read or holds no case.`;

interface ConformanceCase {
	name?: string;
	source: { citation: string };
	given: unknown;
	expected: Record<string, unknown>;
}

async function runVerify(folder: string): Promise<void> {
	let [passed, failed] = [0, 0];
	for (const file of await jsonFilesIn(folder)) {
		const found = caseIn(await readText(join(folder, file)));
		if (found === undefined) {
			await tell(`ussg: ${harmless(file)} is not a conformance case; passed over\n`);
			continue;
		}
		const differences = differencesOf(found);
		if (differences.length === 0) passed++;
		else failed++;
		const lines = differences.map((difference) => `    ${harmless(difference)}\n`).join('');
		if (lines !== '') await print(`${harmless(`${file}: ${found.name ?? ''}, ${found.source.citation}`)}\n${lines}`);
	}
	if (passed + failed === 0)
		throw new InputError('no-cases', '', `${shown(folder)} holds no conformance case`, 'Name a folder that does');
	await print(`${passed} passed, ${failed} failed\n`);
	if (failed > 0) process.exitCode = exitStatus.fault;
}

async function jsonFilesIn(folder: string): Promise<string[]> {
	try {
		// A link may lead back to where it stands, and a pipe never ends: neither is followed.
		const entries = await promises.readdir(folder, { recursive: true, withFileTypes: true });
		const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
		const names = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
		return names.filter((name) => !name.includes('node_modules')).sort();
	} catch (error) {
		const { code = 'error' } = error as NodeJS.ErrnoException;
		const why = { ENOENT: 'no such folder', ENOTDIR: 'that is a file, not a folder' }[code] ?? code;
		throw new InputError('cannot-read', '', `cannot read ${shown(folder)}: ${why}`);
	}
}

/** The case in a file; undefined where the file is something else. */
function caseIn(text: string): ConformanceCase | undefined {
	try {
		const found = parseJson(text) as Partial<ConformanceCase>;
		const fits = typeof found?.source?.citation === 'string' && typeof found.expected === 'object' && 'given' in found;
		return fits ? (found as ConformanceCase) : undefined;
	} catch {
		return undefined;
	}
}

/** What comes out otherwise than the source says: the path, what was expected, and what came. */
function differencesOf({ given, expected }: ConformanceCase): string[] {
	return differing(expected, answerTo(given), '');
}

function answerTo(given: unknown): unknown {
	try {
		return calculate(parseCase(given), bundledLaw);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return { error: problemIn(error) };
	}
}

/** What is expected must be there; what more there is does not matter. A list must have the length expected. */
function differing(expected: unknown, found: unknown, path: string): string[] {
	if (Array.isArray(expected)) {
		const items = Array.isArray(found) ? found : [];
		if (items.length !== expected.length) return [`${path}: ${expected.length} expected, ${items.length} found`];
		return expected.flatMap((one, index) => differing(one, items[index], `${path}/${index}`));
	}
	if (typeof expected === 'object' && expected !== null) {
		const object = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>;
		return Object.entries(expected).flatMap(([key, one]) => differing(one, object[key], `${path}/${key}`));
	}
	return Object.is(expected, found) ? [] : [`${path}: expected ${shown(expected)}, found ${shown(found)}`];
}
