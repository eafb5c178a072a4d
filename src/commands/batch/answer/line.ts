// Answers one line, or refuses it.
import { InputError, problemIn } from '../../../case/errors.ts';
import type { ByteText, Output } from '../records/bytes.ts';
import {
	type Answer,
	type Cut,
	captionMark,
	type Format,
	type Given,
	idMark,
	lineMark,
	type Source,
} from '../records/records.ts';
import type { Tally } from '../records/tally.ts';
import { hashOfText } from './asked-before.ts';
import { programFault } from './faults.ts';
import type { Memo } from './memo.ts';
import { newTemplate, type Template, writeTemplate } from './template.ts';

/** What lines are answered with, and where their answers go. */
export interface AnswererState {
	format: Format;
	tally: Tally;
	/** Throws InputError where the case cannot be answered; anything else is a fault of the program. */
	answer: (given: Given) => Answer;
	output: Output;
	/** The lines that were refused, as they came. */
	rejected: Output;
	/** What was answered before, by its text. */
	memo: Memo<Template>;
	/** Whether something was asked before, by its hash. */
	recurs: (hash: number) => boolean;
	/** The number that a line of the block under way has in its file, from 1. */
	lineOf: (at: number) => number;
}

/** A line of the block under way, by its place there. */
interface Line {
	line: ByteText;
	at: number;
}

const newline = '\n';

/**
 * Answers a line, and gives the template where nothing but an id was cut out. `again` says whether the line was asked
 * before, where that is known.
 */
export function answerLine(
	state: AnswererState,
	source: Source,
	{ line, at, again }: Line & { again: boolean | undefined },
): Template | undefined {
	if (isBlank(line) || source.isEmpty?.(line)) return undefined;
	const { memo, recurs, format, output, lineOf } = state;
	const cut = again === false ? undefined : source.cut(line);
	const known = cut && memo.get(cut.key);
	const template =
		known ?? (cut && (again ?? recurs(hashOfText(cut.key))) ? templateOf(state, source, line, cut) : undefined);
	if (cut === undefined || template === undefined) {
		answerWhole(state, source, { line, at });
		return undefined;
	}
	if (known === undefined) memo.add(template);
	writeCarried(state, source, line);
	writeTemplate(output, template, (hole) =>
		hole === 'line' ? String(lineOf(at)) : format.inside(cut[hole] as ByteText),
	);
	return cut.caption === undefined ? template : undefined;
}

/** Where columns are carried, they come first. */
function writeCarried({ format, output }: AnswererState, { carried }: Source, line: ByteText): void {
	if (carried) output.addText(format.carried(carried.names, carried.cellsOf(line)));
}

/** Undefined where the line must be read whole: the guess was wrong, or the case is not answered. */
function templateOf(state: AnswererState, source: Source, line: ByteText, cut: Cut): Template | undefined {
	const { answer, format, tally } = state;
	if (mayHoldMark.test(cut.key)) return undefined;
	try {
		const given = source.readMarked(line);
		const { id, caption } = given.document as { id?: unknown; caption?: unknown };
		if (cut.id !== undefined && id !== idMark) return undefined;
		if (cut.caption !== undefined && caption !== captionMark) return undefined;
		const result = answer(given);
		const text = format.answer(format.hasLine ? { line: lineMark, ...result } : result);
		return newTemplate(cut.key, text, tally.counterOf(result));
	} catch {
		return undefined;
	}
}

function answerWhole(state: AnswererState, source: Source, { line, at }: Line): void {
	const { answer, format, output, rejected, tally, lineOf } = state;
	let given: Given | undefined;
	try {
		given = source.read(line);
		const result = answer(given);
		const text = format.answer(format.hasLine ? { line: lineOf(at), ...result } : result);
		writeCarried(state, source, line);
		output.addText(text);
		output.add(newline);
		tally.counterOf(result).records++;
	} catch (error) {
		const id = given === undefined ? source.idOf?.(line) : (given.document as { id?: unknown } | null)?.id;
		refuse(state, source, { line, at, id }, error);
		rejected.add(line + newline);
	}
}

/** A line that is rejected, and its id where it could be read. */
interface Refused extends Line {
	id?: unknown;
}

/** Writes in the place of a line why it has no answer. */
export function refuse(state: AnswererState, source: Source, { line, at, id }: Refused, error: unknown): void {
	const { format, output, tally, lineOf } = state;
	const own = error instanceof InputError ? error : programFault(error);
	const refusal = {
		...(source.file === undefined ? {} : { file: source.file }),
		line: lineOf(at),
		...(typeof id === 'string' ? { id } : {}),
		error: problemIn(source.inUserWords?.(own) ?? own),
	};
	writeCarried(state, source, line);
	output.addText(format.refusal(refusal));
	output.add(newline);
	tally.refused(own.code);
}

const mayHoldMark = /\x7f|\\u007f/i;

const isBlank = (line: ByteText): boolean => line === '' || (line.charCodeAt(0) <= 0x20 && /^[\t-\r ]*$/.test(line));
