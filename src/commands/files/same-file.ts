// Whether two names are one file.
import { type BigIntStats, fstatSync, statSync } from 'node:fs';
import { InputError, shown } from '../../case/errors.ts';
import { inputName } from './failures.ts';

/** What tells one ordinary file from every other, under whatever name or link: device and number. */
type Identity = Pick<BigIntStats, 'dev' | 'ino'>;

const [standardInput, standardOutput] = [0, 1];

/** Undefined where there is nothing, or a pipe or device. */
function identityOf(file: string | number): Identity | undefined {
	try {
		const found = typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
		return found.isFile() ? found : undefined;
	} catch {
		return undefined;
	}
}

const isSame = (a: Identity | undefined, b: Identity | undefined): boolean =>
	a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;

/** Whether two names lead to one ordinary file. */
export const areSameFile = (one: string, other: string): boolean => isSame(identityOf(one), identityOf(other));

const inputOf = (file: string): Identity | undefined => identityOf(file === '-' ? standardInput : file);

/**
 * Throws InputError where the file that `flag` names is one of the inputs, which would be written over. To be called
 * before anything is opened for writing.
 */
export function refuseToWriteOver(file: string, flag: string, inputs: readonly string[]): void {
	const output = identityOf(file);
	const input = inputs.find((one) => isSame(output, inputOf(one)));
	if (input === undefined) return;
	const what = input === file ? 'is an input' : `is the same file as ${inputName(input)}, an input`;
	throw new InputError('same-file', flag, `${shown(file)} ${what}`, 'name another file');
}

/** Throws InputError where standard output leads to an input. To be called before it is read. */
export function refuseResultsIn(input: string): void {
	if (!isSame(identityOf(standardOutput), inputOf(input))) return;
	const where = `the results go to ${inputName(input)}, which is an input`;
	throw new InputError('same-file', '', where, 'send them to another file');
}

/** Throws InputError where standard output leads to the file that `--rejects` names. */
export function refuseResultsAndRejectsInOne(rejects: string): void {
	if (!isSame(identityOf(standardOutput), identityOf(rejects))) return;
	throw new InputError('same-file', '--rejects', `the results also go to ${shown(rejects)}`, 'name another file');
}
