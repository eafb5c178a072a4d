// A fact whose answers lead to different questions, or to questions and results: whether it has to be asked for.
import { InputError } from '../case/errors.ts';
import type { Result } from '../result/result.ts';
import { attempt as attempted } from './criminal-history/facts.ts';
import { agreed, type Outcome } from './same-outcome.ts';

/** What an answer leads to, and what it leads to once the facts that are asked for after it are tried as well. */
export interface Tried {
	outcome: () => Outcome;
	probe: () => Outcome;
}

/**
 * Where the answers lead to results and to other questions, or to several questions: their one result, where what is asked
 * after each of them changes nothing. Throws the question itself where an answer to it may change the result; where every
 * answer leads to a question, the first of these that matters.
 */
export function settledAfter(tried: readonly Tried[], asked: InputError): Result {
	const isQuestion = ({ outcome }: Tried) => outcome() instanceof InputError;
	const known = spread(tried).map((each) => () => (isQuestion(each) ? undefined : each.outcome()));
	const result = attempted(() => agreed(known, asked));
	if (result instanceof InputError && known.some((each) => each() !== undefined)) throw asked;
	const questions = tried.filter(isQuestion);
	const most = result instanceof InputError ? mostProbes : mostQuestions;
	const probed = questions.slice(0, most).map((each) => once(each.probe));
	const question = probed.map((each) => each()).find((each) => each instanceof InputError);
	if (question !== undefined) throw result instanceof InputError ? question : asked;
	if (questions.length > most) throw asked;
	return agreed([...known, ...probed], asked);
}

/** The same answers, so that those of one sort, which stand together, do not come first. */
function spread<T>(answers: readonly T[]): T[] {
	const step = Math.ceil(Math.sqrt(answers.length));
	return answers
		.map((answer, index) => ({ answer, turn: index % step }))
		.sort((a, b) => a.turn - b.turn)
		.map(({ answer }) => answer);
}

/** So many answers show whether another question matters once one of them is taken. */
const mostProbes = 3;

/** Where more answers than these lead to questions and the others to one result, the fact is asked for. */
const mostQuestions = 12;

/** Works something out when it is first asked for, and not again. */
export function once<T>(work: () => T): () => T {
	let found: { value: T } | undefined;
	return () => {
		found ??= { value: work() };
		return found.value;
	};
}
