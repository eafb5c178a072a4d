// Faults of the program in the middle of a session.
import { InputError } from '../../case/errors.ts';
import { nextQuestion } from '../interview/interview.ts';
import { faultWords } from '../questions/calculated.ts';
import { goBack, keepAnswers, type Session } from './dialog.ts';

/** Whether an error is a fault of the program: no wish of the user's, no wrong input, and nothing that the system refused. */
export function isFault(error: unknown): boolean {
	if (error instanceof InputError) return false;
	if (!(error instanceof Error)) return true;
	if (error.name === 'ExitPromptError' || error.name === 'AbortPromptError') return false;
	const { code } = error as NodeJS.ErrnoException;
	return typeof code !== 'string' || code.startsWith('ERR_');
}

/** Does something with the answers; where the program fails at it, says so, and the answers stay as they were. */
export async function guarded(session: Session, doing: (session: Session) => Promise<void>): Promise<void> {
	const before = session.interview;
	try {
		await doing(session);
	} catch (error) {
		if (!isFault(error)) throw error;
		if (session.interview !== before) await keepAnswers(session, { interview: before });
		session.host.asker.say(`${faultText(error)} Your answers are kept.`, '');
	}
}

/** Goes on after a fault at a question: one answer back, which may be what broke it. Throws the error again where there is no way back. */
export function goBackFrom(error: unknown, session: Session): void {
	if (!isFault(error)) throw error;
	const before = session.interview;
	goBack(session);
	if (session.interview === before) throw error;
	const again = nextQuestion(session.interview, session.host.setting)?.short;
	session.host.asker.say(`${faultText(error)} Your answers are kept; ${again} is asked again.`, '');
}

export const faultText = (error: unknown): string => `A fault in the program: ${faultWords(error)}.`;
