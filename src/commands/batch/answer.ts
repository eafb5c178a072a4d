// Answers the records of a block.
import { InputError, problemIn } from '../../case/errors.ts';
import { limits } from '../../case/limits.ts';
import { hashOfBytes, hashOfText, newAskedBefore } from './asked-before.ts';
import type { Block } from './blocks.ts';
import { type Lead, newByteMemo, plainIdEnd } from './byte-memo.ts';
import { type ByteText, detached, newOutput as newOwnOutput, type Output, toByteText } from './bytes.ts';
import { newMemo } from './memo.ts';
import { newEnds } from './quoted-lines.ts';
import {
	type Answer,
	type Cut,
	captionMark,
	type Format,
	type Given,
	idMark,
	lineMark,
	type Source,
} from './records.ts';
import type { Counter, Tally } from './tally.ts';

/** The code of a record that a fault of the program left without an answer. */
export const programFaultCode = 'program-fault';

/** The answers to a block. `output` is good until the next block. */
export interface Answered {
	lines: number;
	output: Uint8Array;
	/** The lines that were refused, as they came. */
	rejected: Uint8Array;
}

/** A line that is rejected, its place in its block, and the id where it could be read. */
interface Refused {
	line: ByteText;
	at: number;
	id?: unknown;
}

export interface AnswererOptions {
	format: Format;
	tally: Tally;
	/** Throws InputError where the case cannot be answered; anything else is a fault of the program. */
	answer: (given: Given) => Answer;
	/** Where results and refused lines are gathered. */
	newOutput?: () => Output;
}

/** An answer with its id and caption cut out: texts around the holes, and the long rest. */
interface Template {
	key: ByteText;
	before: ByteText[];
	/** Which text comes after each of `before`. */
	holes: ('id' | 'caption' | 'line')[];
	rest: ByteText;
	counter: Counter;
	size: number;
}

const newline = '\n';

/** Answers blocks of lines. What was answered before is not worked out again, but written around the record's id. */
export function newAnswerer({ format, tally, answer, newOutput = newOwnOutput }: AnswererOptions) {
	const newMemories = () => ({
		memo: newMemo<Template>(),
		quick: newByteMemo<Template>(quickBytes),
		recurs: newAskedBefore(),
	});
	let { memo, quick, recurs } = newMemories();
	/** Under which what is remembered was read. */
	let layout: string | undefined;
	const output = newOutput();
	const rejected = newOutput();

	/** Where columns are carried, they come first. */
	const writeCarried = ({ carried }: Source, line: ByteText): void => {
		if (carried) output.addText(format.carried(carried.names, carried.cellsOf(line)));
	};

	const write = (template: Template, cut: Cut, at: number): void => {
		const { before, holes, rest } = template;
		for (let index = 0; index < holes.length; index++) {
			const hole = holes[index] as Template['holes'][number];
			output.addShort(before[index] as ByteText);
			output.add(hole === 'line' ? String(lineOf(at)) : format.inside(cut[hole] as ByteText));
		}
		output.add(rest);
		template.counter.records++;
	};

	/** As `write`, where the id is these bytes and the line has no caption cut out. */
	const writeAround = ({ before, rest, counter }: Template, bytes: Uint8Array, from: number, to: number): void => {
		for (const part of before) {
			output.addShort(part);
			output.addBytes(bytes, from, to);
		}
		output.add(rest);
		counter.records++;
	};

	/** Undefined where the line must be read whole: the guess was wrong, or the case is not answered. */
	const templateOf = (source: Source, line: ByteText, cut: Cut): Template | undefined => {
		if (mayHoldMark.test(cut.key)) return undefined;
		try {
			const given = source.readMarked(line);
			const { id, caption } = given.document as { id?: unknown; caption?: unknown };
			if (cut.id !== undefined && id !== idMark) return undefined;
			if (cut.caption !== undefined && caption !== captionMark) return undefined;
			const result = answer(given);
			return newTemplate(
				cut.key,
				format.answer(format.hasLine ? { line: lineMark, ...result } : result),
				tally.counterOf(result),
			);
		} catch {
			return undefined;
		}
	};

	/** Of the block that is answered: asked for its first line at most once, since that may take time. */
	let lineOf = (at: number): number => at + 1;

	const refuse = (source: Source, { line, at, id }: Refused, error: unknown): void => {
		const own = error instanceof InputError ? error : programFault(error);
		const refusal = {
			...(source.file === undefined ? {} : { file: source.file }),
			line: lineOf(at),
			...(typeof id === 'string' ? { id } : {}),
			error: problemIn(source.inUserWords?.(own) ?? own),
		};
		writeCarried(source, line);
		output.addText(format.refusal(refusal));
		output.add(newline);
		tally.refused(own.code);
	};

	const answerWhole = (source: Source, line: ByteText, at: number): void => {
		let given: Given | undefined;
		try {
			given = source.read(line);
			const result = answer(given);
			const text = format.answer(format.hasLine ? { line: lineOf(at), ...result } : result);
			writeCarried(source, line);
			output.addText(text);
			output.add(newline);
			tally.counterOf(result).records++;
		} catch (error) {
			const id = given === undefined ? source.idOf?.(line) : (given.document as { id?: unknown } | null)?.id;
			refuse(source, { line, at, id }, error);
			rejected.add(line + newline);
		}
	};

	/**
	 * Answers a line, and gives the template where nothing but an id was cut out. `again` says whether the line was asked
	 * before, where that is known.
	 */
	const answerLine = (source: Source, line: ByteText, at: number, again?: boolean): Template | undefined => {
		const cut = again === false ? undefined : source.cut(line);
		const known = cut && memo.get(cut.key);
		const template =
			known ?? (cut && (again ?? recurs(hashOfText(cut.key))) ? templateOf(source, line, cut) : undefined);
		if (cut === undefined || template === undefined) {
			answerWhole(source, line, at);
			return undefined;
		}
		if (known === undefined) memo.add(template);
		writeCarried(source, line);
		write(template, cut, at);
		return cut.caption === undefined ? template : undefined;
	};

	/** `firstLine` gives the number of the block's first line in its file, from 1: asked for where a line is refused. */
	return (block: Block, source: Source, firstLine: () => number): Answered => {
		let first: number | undefined;
		lineOf = (at) => {
			first ??= firstLine();
			return first + at;
		};
		if (source.layout !== layout) ({ memo, quick, recurs } = newMemories());
		layout = source.layout;
		if ('tooLong' in block) {
			refuse(source, { line: '', at: 0 }, tooLong(block.tooLong));
			return { lines: 1, output: output.take(), rejected: rejected.take() };
		}
		const { bytes } = block;
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
		const lead = format.hasLine ? undefined : source.lead;
		let lines = 0;
		const endOf = newEnds(bytes, source.recordEnd);
		for (let start = 0; start < bytes.length; lines++) {
			const { end, more } = endOf(start);
			const idEnd = lead === undefined ? -1 : plainIdEnd(bytes, start, lead);
			const hash = idEnd < 0 ? undefined : hashOfBytes(view, idEnd, end);
			const known = hash === undefined ? undefined : quick.find(hash, view, idEnd, end);
			if (known !== undefined) writeAround(known, bytes, start + (lead as Lead).before.length, idEnd);
			else {
				const text = bytes.toString('latin1', start, bytes[end - 1] === carriageReturn && end > start ? end - 1 : end);
				const line = more === 0 ? text : text.replaceAll('\r\n', '\n');
				const again = hash === undefined ? undefined : recurs(hash);
				const template = isBlank(line) || source.isEmpty?.(line) ? undefined : answerLine(source, line, lines, again);
				if (template !== undefined && hash !== undefined) quick.add(hash, view, idEnd, end, template);
			}
			start = end + 1;
			lines += more;
		}
		return { lines, output: output.take(), rejected: rejected.take() };
	};
}

const mayHoldMark = /\x7f|\\u007f/i;

const carriageReturn = 0x0d;

/** What may be remembered by bytes, beside what `memo` keeps: a half of it, since most of it is the same. */
const quickBytes = 16_000_000;

/** What a template takes beside its bytes. */
const overhead = 400;

/** What stands for the number of a line is a text to JSON, and the number is none. */
const numberInQuotes = /"(\\u007fline\\u007f)"/;

function newTemplate(key: ByteText, text: string, counter: Counter): Template {
	// Every format writes the marks as escapes.
	const parts = text.replace(numberInQuotes, '$1').split(/\\u007f(id|caption|line)\\u007f/);
	const texts = parts.filter((_, at) => at % 2 === 0);
	const holes = parts.filter((_, at) => at % 2 === 1) as Template['holes'];
	const rest = detached(toByteText(texts.pop() + newline));
	const size = key.length + rest.length + overhead;
	return { key: detached(key), before: texts.map((part) => detached(toByteText(part))), holes, rest, counter, size };
}

/** A record on which the calculation itself fails is answered by that, and takes none of its neighbors along. */
function programFault(error: unknown): InputError {
	const what = error instanceof Error ? error.message : String(error);
	const message = `the program failed on this record: ${what}. The record may be right. Please report the fault`;
	return new InputError(programFaultCode, '', message);
}

const isBlank = (line: ByteText): boolean => line === '' || (line.charCodeAt(0) <= 0x20 && /^[\t-\r ]*$/.test(line));

const tooLong = (bytes: number): InputError =>
	new InputError('too-large', '', `the line has ${bytes} bytes; a line has at most ${limits.line}`);
