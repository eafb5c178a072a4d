// Putting one question, and taking its answer.
import { askedAgain, ofEdition } from '../interview/consequences.ts';
import { type Interview, nextQuestion, settledQuestions } from '../interview/interview.ts';
import { answerLoweringAcceptance } from '../interview/lowered-acceptance.ts';
import { editPriors } from '../questions/priors.ts';
import { isUnknown, type Question } from '../questions/question.ts';
import { pageOf } from '../screen/page.ts';
import { goBack, keepAnswers, put, type Session, settle } from './dialog.ts';

/** Asks one question about a case and returns the case with the answer; undefined where the user goes back. */
export async function askQuestion(
	session: Session,
	interview: Interview,
	question: Question,
): Promise<Interview | undefined> {
	if (question.isListOfPriors) return editPriors(session, interview, question);
	const page = pageOf(interview, session.host.setting, question);
	for (;;) {
		const option = await put(session, page, question.explanation);
		if (option === 'back') return undefined;
		const isNone = isUnknown(option.value) && question.possibilities === undefined;
		if (!isNone) return answerLoweringAcceptance(interview, session.host.setting, question, option.value);
		session.host.asker.say('This question needs an answer: type one, or choose one of the list.');
	}
}

/** Asks the next question about the case; false where there is none left. Every answer is kept before the next question. */
export async function askNext(session: Session): Promise<boolean> {
	const { setting } = session.host;
	const question = nextQuestion(session.interview, setting);
	if (!question) {
		strikeUnasked(session);
		return false;
	}
	const answered = await askQuestion(session, session.interview, question);
	if (answered) {
		const before = session.interview;
		await keepAnswers(session, { interview: answered });
		settle(session, question, { before, after: answered });
	} else goBack(session);
	return true;
}

/** Takes away the lines of questions that a changed answer has put out of the case. */
function strikeUnasked({ host, interview }: Session): void {
	const asked = new Set(settledQuestions(interview, host.setting).map(({ id }) => id));
	host.asker.unsettle((id) => Object.hasOwn(interview.answers, id) && !asked.has(id));
}

/** Asks one question about a copy of the case, and what it brings up; undefined where the user goes back. */
export async function askCopy(session: Session, question: Question): Promise<Interview | undefined> {
	const { setting, asker } = session.host;
	// An object of its own: what asks tells the case by it, whose answers are kept as they come.
	let copy = { ...session.interview };
	for (let next: Question | undefined = question; next; next = nextQuestion(copy, setting)) {
		const answered = await askQuestion(session, copy, next);
		if (!answered) {
			if (next !== question) asker.say('No scenario is added: it would lack an answer that it needs.', '');
			return undefined;
		}
		settle(session, next, { before: copy, after: answered }, false);
		copy = answered;
		if (next === question) asker.say(...askedAgain(session.interview, copy, setting));
	}
	asker.say(...ofEdition(session.interview, copy, setting));
	return copy;
}
