import { shown } from '../../case/errors.ts';

/** The last line whose answer, and if it was rejected whose copy, is written whole. */
export interface Reached {
	file: string;
	line: number;
}

/** Why a run stopped in the middle, and how far what it wrote is complete: an error, since the input is not to blame. */
export function stoppedAt(error: unknown, { file, line }: Reached): Error {
	const { code, message } = error as NodeJS.ErrnoException;
	// Nobody reads on: that ends a run without a word.
	if (code === 'EPIPE') return error as Error;
	const name = file === '-' ? 'standard input' : shown(file);
	const how = `The output is complete through line ${line} of ${name}. Delete anything after the answer to that line`;
	return new Error(`${message}. ${how}, and run what follows it again`, { cause: error });
}
