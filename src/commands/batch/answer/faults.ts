// Errors of records that are no fault of the case.
import { InputError } from '../../../case/errors.ts';
import { limits } from '../../../case/limits.ts';

/** The code of a record that a fault of the program left without an answer. */
export const programFaultCode = 'program-fault';

/** A record on which the calculation itself fails is answered by that, and takes none of its neighbors along. */
export function programFault(error: unknown): InputError {
	const what = error instanceof Error ? error.message : String(error);
	const message = `the program failed on this record: ${what}. The record may be right. Please report the fault`;
	return new InputError(programFaultCode, '', message);
}

export const tooLong = (bytes: number): InputError =>
	new InputError('too-large', '', `the line has ${bytes} bytes, and the limit is ${limits.line}. Shorten it`);
