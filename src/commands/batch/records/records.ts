// What passes between input, answer and output: the types.
import type { InputError } from '../../../case/errors.ts';
import type { Result } from '../../../result/result.ts';
import type { Agreement } from './agreement.ts';
import type { ByteText } from './bytes.ts';
import type { RecordEnd } from './quoted-lines.ts';

/** A case as a line gives it, and beside it what a datafile says of its range. */
export interface Given {
	document: unknown;
	recorded?: Record<string, string>;
}

/** A result, and in a datafile whether it agrees. */
export type Answer = Result & { agreement?: Agreement };

/** An answer and the number of its line, where that is written, or what stands for it. */
export type Numbered = Answer & { line?: number | string };

/** A record that could not be answered, in its place in the order. */
interface Refusal {
	file?: string;
	line: number;
	id?: string;
	error: { code: string; path: string; message: string };
}

/**
 * A line with its id and caption cut out: they differ from record to record, and nothing of the answer depends on
 * them. Lines with one `key` have one answer, but for these two.
 */
export interface Cut {
	key: ByteText;
	id: ByteText | undefined;
	caption: ByteText | undefined;
}

/** How a line begins before its id, the byte that ends the id, and what may not follow: a caption, which is cut out as well. */
export interface Lead {
	before: readonly number[];
	last: number;
	caption: readonly number[];
}

/** What stands for an id and a caption that were cut out. */
export const idMark = '\u007fid\u007f';
export const captionMark = '\u007fcaption\u007f';
/** What stands for the number of a line. */
export const lineMark = '\u007fline\u007f';

/** The columns of an input as they came, by the names of its header. */
export interface Carried {
	names: readonly string[];
	/** As many texts as there are names, also of a line that cannot be read. */
	cellsOf(line: ByteText): string[];
}

/** How the lines of one input are read. */
export interface Source {
	/** Named in refusals where there are several. */
	file?: string;
	/** There where the same line means another thing under another header. */
	layout?: string;
	/** There where a line may begin with its id, and what follows decides alone, byte for byte, how it is answered. */
	lead?: Lead;
	/** There where every column is written beside the answer. */
	carried?: Carried;
	/** An error in the words of the user's own header. */
	inUserWords?(error: InputError): InputError;
	/** There where a record may go on in the next lines. */
	recordEnd?: RecordEnd;
	/** Whether a line holds no record although it is not blank. */
	isEmpty?(line: ByteText): boolean;
	/** Undefined where the line is of no usual shape; it is then read whole. */
	cut(line: ByteText): Cut | undefined;
	/** The line's case with `idMark` and `captionMark` in place of what `cut` takes out. Throws InputError. */
	readMarked(line: ByteText): Given;
	/** Throws InputError where the line holds no document. */
	read(line: ByteText): Given;
	/** The id of a line that could not be read as a document, where it can still be seen. */
	idOf?(line: ByteText): string | undefined;
}

/** How records are written. Text is without its newline. */
export interface Format {
	/** The line before all records, where the columns of these names are carried. */
	header?(carried?: readonly string[]): string;
	/** What is written before an answer or a refusal where columns are carried: neither is then written without it. */
	carried(names: readonly string[], cells: readonly string[]): string;
	answer(answer: Numbered): string;
	/** Whether the line of each answer is written. */
	hasLine?: boolean;
	refusal(refusal: Refusal): string;
	/** A text as it stands inside `answer`, without what surrounds it. */
	inside(text: ByteText): ByteText;
}
