// An answer that is written around the id, the caption and the line of each record.
import { type ByteText, detached, type Output, toByteText } from '../records/bytes.ts';
import type { Counter } from '../records/tally.ts';

/** An answer with its id and caption cut out: texts around the holes, and the long rest. */
export interface Template {
	key: ByteText;
	before: ByteText[];
	/** Which text comes after each of `before`. */
	holes: Hole[];
	rest: ByteText;
	counter: Counter;
	size: number;
}

type Hole = 'id' | 'caption' | 'line';

/** What a template takes beside its bytes. */
const overhead = 400;

/** What stands for the number of a line is a text to JSON, and the number is none. */
const numberInQuotes = /"(\\u007fline\\u007f)"/;

/** The template of an answer in which marks stand for what is cut out. */
export function newTemplate(key: ByteText, text: string, counter: Counter): Template {
	// Every format writes the marks as escapes.
	const parts = text.replace(numberInQuotes, '$1').split(/\\u007f(id|caption|line)\\u007f/);
	const texts = parts.filter((_, at) => at % 2 === 0);
	const holes = parts.filter((_, at) => at % 2 === 1) as Hole[];
	const rest = detached(toByteText(`${texts.pop()}\n`));
	const size = key.length + rest.length + overhead;
	return { key: detached(key), before: texts.map((part) => detached(toByteText(part))), holes, rest, counter, size };
}

/** Writes an answer, with what `inside` gives for each of its holes. */
export function writeTemplate(
	output: Output,
	{ before, holes, rest, counter }: Template,
	inside: (hole: Hole) => ByteText,
): void {
	for (let index = 0; index < holes.length; index++) {
		output.addShort(before[index] as ByteText);
		output.add(inside(holes[index] as Hole));
	}
	output.add(rest);
	counter.records++;
}
