import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import type { Result } from '../calculation/result.ts';
import { InputError } from '../case/errors.ts';
import { parseJson } from '../case/json.ts';
import { cannotRead, print } from './io.ts';
import { type Line, linesOf } from './lines.ts';

/** A record that could not be answered, in its place in the order. */
interface Refusal {
	line: number;
	id?: string;
	error: { code: string; path: string; message: string };
}

/** `ussg batch`: case documents, one a line, to results, one a line. */
export function batchCommand(): Command {
	return new Command('batch')
		.description('case documents, one a line (JSON Lines), to results, one a line')
		.argument('[file...]', 'files of case documents; - or none is standard input')
		.helpOption('--help', 'this help')
		.action(runBatch);
}

async function runBatch(files: string[]): Promise<void> {
	const [{ parseCase }, { calculate }, { bundledLaw }] = await Promise.all([
		import('../case/parse.ts'),
		import('../calculation/calculate.ts'),
		import('../law/bundled.ts'),
	]);
	const answer = (document: unknown): Result => calculate(parseCase(document), bundledLaw);
	let refused = false;
	const output = collected();
	for (const file of files.length === 0 ? ['-'] : files) {
		for await (const line of linesOf(openInput(file))) {
			if (typeof line.text === 'string' && line.text.trim() === '') continue;
			const record = answerLine(line, answer);
			refused ||= 'error' in record;
			await output.write(`${JSON.stringify(record)}\n`);
		}
	}
	await output.flush();
	if (refused) process.exitCode = 2;
}

function answerLine({ number, text }: Line, answer: (document: unknown) => Result): Result | Refusal {
	let document: unknown;
	try {
		if (typeof text !== 'string') throw text;
		document = parseJson(text);
		return answer(document);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const { code, path, message } = error;
		const id = (document as { id?: unknown } | null | undefined)?.id;
		return { line: number, ...(typeof id === 'string' ? { id } : {}), error: { code, path, message } };
	}
}

async function* openInput(file: string): AsyncGenerator<Uint8Array> {
	try {
		yield* file === '-' ? process.stdin : createReadStream(file);
	} catch (error) {
		throw cannotRead(file, error);
	}
}

/** Gathers output into writes of some size: one write a line costs more than the line. */
function collected() {
	const enough = 65_536;
	let text = '';
	const flush = async (): Promise<void> => {
		const ready = text;
		text = '';
		if (ready !== '') await print(ready);
	};
	const write = async (more: string): Promise<void> => {
		text += more;
		if (text.length >= enough) await flush();
	};
	return { write, flush };
}
