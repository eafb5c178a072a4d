// Acceptance, lowered where another answer takes the third level away.
import { InputError } from '../../case/errors.ts';
import type { Question, Value } from '../questions/question.ts';
import { standingOf } from './answer-so-far.ts';
import { answer, contextOf, type Interview, nextQuestion, type Setting } from './interview.ts';

const acceptance = 'acceptance';

/**
 * The interview with a question answered. If the third level of acceptance is then no longer available, the answer
 * stands all the same and acceptance is lowered (§3E1.1); `consequences` says so.
 */
export function answerLoweringAcceptance(
	interview: Interview,
	setting: Setting,
	question: Question,
	value: Value,
): Interview {
	const after = answer(interview, question, value);
	if (question.id === acceptance || !interview.trail.includes(acceptance)) return after;
	const isAskedAgain = nextQuestion(after, setting)?.id === acceptance;
	if (!isAskedAgain && refusalOfAcceptance(after, setting) === undefined) return after;
	const { decrease, additionalDecrease } = contextOf(after, setting).provisions['3E1.1'];
	// The edition has a third level of another worth: which levels it is to be, only the user can say.
	if (isAskedAgain && additionalDecrease.inForce) return after;
	return { ...after, answers: { ...after.answers, [acceptance]: decrease.levels } };
}

/** Why the levels of acceptance that were answered are not available; undefined if they are. */
export function refusalOfAcceptance(interview: Interview, setting: Setting): InputError | undefined {
	const standing = standingOf(interview, setting);
	return standing instanceof InputError && standing.path === '/acceptance' ? standing : undefined;
}
