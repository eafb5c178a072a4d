// Answers the records of a block.

import type { Block } from '../records/blocks.ts';
import { newOutput as newOwnOutput, type Output } from '../records/bytes.ts';
import { newEnds } from '../records/quoted-lines.ts';
import type { Source } from '../records/records.ts';
import { hashOfBytes, newAskedBefore } from './asked-before.ts';
import { newByteMemo, plainIdEnd } from './byte-memo.ts';
import { tooLong } from './faults.ts';
import { type AnswererState, answerLine, refuse } from './line.ts';
import { newMemo } from './memo.ts';
import type { Template } from './template.ts';

/** The answers to a block. `output` is good until the next block. */
export interface Answered {
	lines: number;
	output: Uint8Array;
	/** The lines that were refused, as they came. */
	rejected: Uint8Array;
}

export interface AnswererOptions extends Pick<AnswererState, 'format' | 'tally' | 'answer'> {
	/** Where results and refused lines are gathered. */
	newOutput?: () => Output;
}

/** What was answered before, by its text and by its bytes, and what was asked before. */
const newMemories = () => ({
	memo: newMemo<Template>(),
	quick: newByteMemo<Template>(quickBytes),
	recurs: newAskedBefore(),
});

/** What may be remembered by bytes, beside what `memo` keeps: a half of it, since most of it is the same. */
const quickBytes = 16_000_000;

interface Answerer extends AnswererState {
	quick: ReturnType<typeof newMemories>['quick'];
}

/** Answers blocks of lines. What was answered before is not worked out again, but written around the record's id. */
export function newAnswerer({ newOutput = newOwnOutput, ...given }: AnswererOptions) {
	const answerer: Answerer = {
		...given,
		...newMemories(),
		output: newOutput(),
		rejected: newOutput(),
		lineOf: (at) => at + 1,
	};
	/** Under which what is remembered was read. */
	let layout: string | undefined;

	/** `firstLine` gives the number of the block's first line in its file, from 1: asked for where a line is refused. */
	return (block: Block, source: Source, firstLine: () => number): Answered => {
		let first: number | undefined;
		// Asked for at most once in a block, since that may take time.
		answerer.lineOf = (at) => {
			first ??= firstLine();
			return first + at;
		};
		if (source.layout !== layout) Object.assign(answerer, newMemories());
		layout = source.layout;
		let lines = 1;
		if ('tooLong' in block) refuse(answerer, source, { line: '', at: 0 }, tooLong(block.tooLong));
		else lines = answerLines(answerer, source, block.bytes);
		return { lines, output: answerer.output.take(), rejected: answerer.rejected.take() };
	};
}

/** Answers the lines of a block, and says how many they are. */
function answerLines(answerer: Answerer, source: Source, bytes: Buffer): number {
	const { format, output, quick, recurs } = answerer;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const lead = format.hasLine ? undefined : source.lead;
	const idAfter = lead?.before.length ?? 0;
	const endOf = newEnds(bytes, source.recordEnd);
	let lines = 0;
	for (let start = 0; start < bytes.length; lines++) {
		const { end, more } = endOf(start);
		const idEnd = lead === undefined ? -1 : plainIdEnd(bytes, start, lead);
		const hash = idEnd < 0 ? undefined : hashOfBytes(view, idEnd, end);
		const known = hash === undefined ? undefined : quick.find(hash, view, idEnd, end);
		if (known !== undefined) {
			// What was found by its bytes has no caption cut out: its holes are all for the id.
			for (const part of known.before) {
				output.addShort(part);
				output.addBytes(bytes, start + idAfter, idEnd);
			}
			output.add(known.rest);
			known.counter.records++;
		} else {
			const text = bytes.toString('latin1', start, bytes[end - 1] === carriageReturn && end > start ? end - 1 : end);
			const line = more === 0 ? text : text.replaceAll('\r\n', '\n');
			const again = hash === undefined ? undefined : recurs(hash);
			const template = answerLine(answerer, source, { line, at: lines, again });
			if (template !== undefined && hash !== undefined)
				quick.add({ hash, bytes: view, from: idEnd, to: end }, template);
		}
		start = end + 1;
		lines += more;
	}
	return lines;
}

const carriageReturn = 0x0d;
