// What a mutant changes in the answers that the tests came to, also where no test looks.
import { createHash } from 'node:crypto';
import type { InputError } from '../../src/case/errors.ts';
import { shared } from './shared.ts';

/** An answer without its words and with them, each in short; undefined where the test came to none. */
export type Fingerprint = [numbers: string, whole: string] | undefined;

/** What a surviving mutant is seen to change. */
export type Change = 'nothing' | 'words' | 'answer';

const words = new Set(['description', 'explanation', 'label', 'message', 'more', 'note', 'reason', 'remedy', 'words']);

/** The fingerprint of the answer to which the last test came, which is then forgotten. */
export function takenAnswer(): Fingerprint {
	const { answer } = shared;
	shared.answer = undefined;
	if (answer === undefined) return undefined;
	const { code, path, message } = answer as InputError;
	const whole = (answer as Error).name === 'InputError' ? { code, path, message } : answer;
	const withoutWords = (key: string, value: unknown): unknown => (words.has(key) ? undefined : value);
	return [short(JSON.stringify(whole, withoutWords)), short(JSON.stringify(whole))];
}

const short = (text: string): string => createHash('md5').update(text).digest('base64').slice(0, 8);

/** What is seen of a mutant so far, with one more answer of it beside the answer without it. */
export function changeSeen(so: Change, without: Fingerprint, withIt: Fingerprint): Change {
	if (without === undefined || withIt === undefined || without[1] === withIt[1]) return so;
	return without[0] === withIt[0] && so !== 'answer' ? 'words' : 'answer';
}
