import { InputError } from '../case/errors.ts';
import { decode } from './io.ts';

/** One line of the input: its number from 1, and its text or why it has none. */
export interface Line {
	number: number;
	text: string | InputError;
}

const newline = 0x0a;
const mebibyte = 1024 * 1024;
/** A longer line is refused; its bytes are passed over, not kept. */
const maximumBytes = 4 * mebibyte;

/** The lines of a stream of bytes, split at \n or \r\n and at nothing else, each decoded by itself. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
	let number = 1;
	let kept: Uint8Array[] = [];
	let length = 0;
	const keep = (bytes: Uint8Array): void => {
		length += bytes.length;
		if (length <= maximumBytes) kept.push(bytes);
		else kept = [];
	};
	const finish = (): Line => {
		const line = { number: number++, text: length > maximumBytes ? tooLong(length) : lineText(Buffer.concat(kept)) };
		kept = [];
		length = 0;
		return line;
	};
	for await (const chunk of input) {
		let start = 0;
		for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
			keep(chunk.subarray(start, end));
			yield finish();
			start = end + 1;
		}
		keep(chunk.subarray(start));
	}
	if (length > 0) yield finish();
}

function tooLong(bytes: number): InputError {
	return new InputError('too-large', '', `the line has ${bytes} bytes; a case has at most ${maximumBytes}`);
}

function lineText(bytes: Uint8Array): string | InputError {
	try {
		return decode(bytes).replace(/\r$/, '');
	} catch (error) {
		return error as InputError;
	}
}
