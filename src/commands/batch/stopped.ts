import { shown } from '../../case/errors.ts';
import { systemFailure } from '../files/failures.ts';

/** The last line whose answer is written whole. */
export interface Reached {
	file: string;
	line: number;
}

/**
 * Why a run stopped in the middle, and how far what it wrote is complete: a failure, since the input is not to blame.
 * `reached` is undefined where no answer is written whole.
 */
export function stoppedAt(error: unknown, reached: Reached | undefined, rejects: string | undefined): unknown {
	const { code, message } = error as NodeJS.ErrnoException;
	// Nobody reads on: that ends a run without a word.
	if (code === 'EPIPE') return error;
	const kept = rejects === undefined ? '' : `. ${shown(rejects)} was left as it was: only a run that ends writes it`;
	return systemFailure(
		`${message}. ${reached === undefined ? 'No answer is complete' : howFar(reached)}${kept}`,
		error,
	);
}

function howFar({ file, line }: Reached): string {
	const name = file === '-' ? 'standard input' : shown(file);
	return `The output is complete through line ${line} of ${name}. Delete anything after the answer to that line, and run what follows it again`;
}
