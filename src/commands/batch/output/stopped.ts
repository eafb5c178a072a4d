// How far a run came that was stopped.
import { shown } from '../../../case/errors.ts';
import { inputName, systemFailure } from '../../files/failures.ts';

/**
 * How far a run came: the last line whose answer, and if it was rejected whose copy, is written whole. `nowhere` where
 * nothing was written yet, and `begun` where no line is whole.
 */
export type Reached = 'nowhere' | 'begun' | { file: string; line: number };

/**
 * Why a run stopped in the middle, and how far what it wrote is complete: a failure, since the input is not to blame.
 * An error before anything was written stays as it is.
 */
export function stoppedAt(error: unknown, reached: Reached, rejects: string | undefined): unknown {
	const { code, message } = error as NodeJS.ErrnoException;
	// Nobody reads on: that ends a run without a word.
	if (reached === 'nowhere' || code === 'EPIPE') return error;
	const kept =
		rejects === undefined ? '' : `. ${shown(rejects)} is unchanged: the program writes it only when a run ends`;
	return systemFailure(`${message}. ${howFar(reached)}${kept}`, error);
}

function howFar(reached: 'begun' | { file: string; line: number }): string {
	if (reached === 'begun')
		return 'The output may be incomplete from its first line. Delete it, and run everything again';
	const complete = `The output is complete through line ${reached.line} of ${inputName(reached.file)}`;
	return `${complete}. Delete everything after the answer to that line, and run the lines after it again`;
}
