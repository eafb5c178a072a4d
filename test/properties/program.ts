import { calculate } from '../../src/calculation/calculate.ts';
import { InputError } from '../../src/case/errors.ts';
import { parseJson } from '../../src/case/json.ts';
import { parseCase } from '../../src/case/parse.ts';
import { caseSchema } from '../../src/case/schema.ts';
import { newEngine, type SourceKind, sourceOf } from '../../src/commands/batch/answer/engine.ts';
import { toByteText } from '../../src/commands/batch/records/bytes.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { jsonText } from '../../src/report/escape.ts';
import { textReport } from '../../src/report/formats/text.ts';
import type { Result } from '../../src/result/result.ts';

/** The day for cases that name no edition. */
export const today = '2025-12-01';

/** What is tried: the program, or a broken one, which shows that a property can fail. */
export interface Program {
	/** A value from outside as a case document. Throws InputError. */
	parse: typeof parseCase;
	/** The result of a case document, or of these fields alone. Throws InputError. */
	calculate(document: unknown, fields?: ReadonlySet<keyof Result>): Result;
	readJson(text: string): unknown;
	writeJson(value: unknown): string;
	text(result: Result): string;
	/** What batch writes to lines of JSON, and to lines of a table under `columns`. */
	batch(lines: readonly string[]): string[];
	table(lines: readonly string[]): string[];
}

/** The columns of the tables that are tried: every field of the case document. */
export const columns = Object.keys(caseSchema.shape);

/** The fields of the result that are asked of a table. */
export const tableFields: readonly string[] = [
	...['edition', 'offenseLevel', 'criminalHistoryCategory', 'tableRange', 'guidelineRange', 'totalRange'],
	...['statutoryEffect', 'fastTrack', 'steps'],
];

export async function theProgram(): Promise<Program> {
	return {
		parse: parseCase,
		calculate: (document, fields) => calculate(parseCase(document), bundledLaw, { today, fields }),
		readJson: parseJson,
		writeJson: jsonText,
		text: (result) => textReport(result, bundledLaw),
		batch: await newBatch({ kind: 'jsonl' }),
		table: await newBatch({ kind: 'cells', header: toByteText(columns.join(',')), delimiter: ',' }, tableFields),
	};
}

async function newBatch(kind: SourceKind, fields?: readonly string[]): Promise<Program['batch']> {
	const { answerBlock } = await newEngine({ format: 'jsonl', select: fields?.join(), map: undefined, summary: false });
	const source = await sourceOf(kind);
	return (lines) => {
		const { output } = answerBlock({ bytes: Buffer.from(lines.join('\n')) }, source, () => 1);
		return Buffer.from(output).toString().split('\n').slice(0, -1);
	};
}

/** The result of a case, or why it is rejected. Throws what is a fault of the program. */
export function answerOf(program: Program, document: unknown, fields?: ReadonlySet<keyof Result>): Result | InputError {
	try {
		return program.calculate(document, fields);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
}
