// Failures of the system, in words.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError, shown } from '../../case/errors.ts';

/** The system failed, and not the input: the program ends with exit status 1. `code` is the system's own. */
export function systemFailure(message: string, cause: unknown): Error {
	const { code } = cause as NodeJS.ErrnoException;
	return Object.assign(new Error(message, { cause }), { name: 'SystemFailure', code });
}

type Reasons = Record<string, string | undefined>;

/** The same on every disk: what the system says in a code of its own. */
const ofSystem: Reasons = {
	ENOSPC: 'the disk is full. Free some space, or name another place',
	EDQUOT: 'your disk quota is full. Delete files, or name another place',
	EFBIG: 'the file is larger than the system allows',
	EIO: 'the disk failed',
	EMFILE: 'too many files are open',
	ENFILE: 'too many files are open',
	EBADF: 'it is closed',
	ENXIO: 'nothing there reads or writes it',
};

/** An input by its name; `-` is standard input. */
export const inputName = (file: string): string => (file === '-' ? 'standard input' : shown(file));

/** An input that cannot be read: InputError where its name is wrong, otherwise a failure of the system. */
export function cannotRead(file: string, cause: unknown, what: 'file' | 'folder' = 'file'): Error {
	const { code = '' } = cause as NodeJS.ErrnoException;
	const problem = `cannot read ${inputName(file)}`;
	const misnamed: Reasons = {
		ENOENT: `no such ${what}`,
		ENOTDIR: `no such ${what}`,
		EISDIR: 'that is a folder, not a file',
		ENAMETOOLONG: 'the name is too long',
		ELOOP: 'it is a link that leads back to itself',
	};
	if (misnamed[code] !== undefined) return new InputError('cannot-read', '', `${problem}: ${misnamed[code]}`);
	const denied: Reasons = {
		EACCES: 'you do not have permission to read it',
		EPERM: 'you do not have permission to read it',
	};
	return systemFailure(`${problem}: ${denied[code] ?? ofSystem[code] ?? reasonOf(cause)}`, cause);
}

/** A file that cannot be written: InputError where its name is wrong, otherwise a failure of the system. */
export function cannotWrite(file: string, cause: unknown): Error {
	if (cause instanceof InputError) return cause;
	const { code = '' } = cause as NodeJS.ErrnoException;
	const folder = dirname(file);
	const problem = `cannot write ${shown(file)}`;
	const misnamed: Reasons = {
		ENOENT: existsSync(folder)
			? 'nothing can be written there. Name another place'
			: `there is no folder ${shown(folder)}. Make it first, or name another`,
		ENOTDIR: `${shown(folder)} is not a folder. Name another`,
		EISDIR: 'it is a folder. Name a file in it',
		ENAMETOOLONG: 'the name is too long',
		ELOOP: 'its links lead in a circle. Name another place',
	};
	if (misnamed[code] !== undefined) return new InputError('cannot-write', '', `${problem}: ${misnamed[code]}`);
	const denied: Reasons = {
		EACCES: 'you do not have permission to write there. Name another place',
		EPERM: 'you do not have permission to write there. Name another place',
		EROFS: 'nothing can be written there. Name another place',
		EINVAL: 'nothing can be written there. Name another place',
	};
	return systemFailure(`${problem}: ${denied[code] ?? ofSystem[code] ?? reasonOf(cause)}`, cause);
}

/** Standard output that is closed or full. A reader that went away stays what it is: no failure. */
export function cannotPrint(cause: unknown): unknown {
	const { code = '' } = cause as NodeJS.ErrnoException;
	if (code === 'EPIPE') return cause;
	const reason = ofSystem[code] ?? reasonOf(cause);
	return systemFailure(`cannot write to standard output: ${reason}`, cause);
}

/** A thread that the system did not start or keep: a failure. Any other error of a thread stays what it is. */
export function threadFailed(cause: unknown): unknown {
	const { code = '' } = cause as NodeJS.ErrnoException;
	const ofThread: Reasons = {
		ERR_WORKER_INIT_FAILED: 'the system could not start it',
		ERR_WORKER_OUT_OF_MEMORY: 'there is not enough memory',
	};
	const reason = ofSystem[code] ?? ofThread[code];
	return reason === undefined ? cause : systemFailure(`a thread failed: ${reason}. Use --jobs 1`, cause);
}

const reasonOf = (cause: unknown): string => {
	const { code, message } = cause as NodeJS.ErrnoException;
	return code ?? message;
};
