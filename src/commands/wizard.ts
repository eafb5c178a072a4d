import { InputError } from '../case/errors.ts';

/** `ussg` alone: the interactive questions, where there is a terminal to ask them at. */
export async function runWizard(): Promise<void> {
	if (!process.stdin.isTTY || !process.stderr.isTTY) {
		throw new InputError(
			'no-terminal',
			'',
			'the questions need a terminal; use ussg calc for one case, ussg batch for many (--help shows both)',
		);
	}
}
