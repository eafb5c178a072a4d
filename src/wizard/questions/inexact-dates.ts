// The question for the day of a date that was given as a month or a year.
import { monthsAndYears } from '../../case/dates-of-case.ts';
import { type InputError, isMissingFact } from '../../case/errors.ts';
import { worded } from '../../case/wording.ts';
import { resultOf } from './calculated.ts';
import type { CaseSoFar, Context, Question, Value } from './question.ts';

/** Whether what is missing is the day of a date that is given as a month or a year. */
export const isInexact = ({ path }: InputError, document: CaseSoFar): boolean =>
	monthsAndYears(document).some((given) => given.path === path);

/** The question in the words that name the day on which the date decides; what leaves it open is no answer. */
export function forDayThatDecides(
	question: Question,
	missing: InputError,
	document: CaseSoFar,
	context: Context,
): Question {
	const { problem } = missing.said;
	const decides = (value: Value): Value => {
		const result = resultOf({ ...document, ...question.fields(value) }, context);
		if (isMissingFact(result) && result.path === missing.path) throw result;
		return value;
	};
	return {
		...question,
		ask: missing.question ?? question.ask,
		does: problem === undefined ? 'The day decides.' : `${worded(problem)}.`,
		read: (text) => decides((question.read as (text: string) => Value)(text)),
	};
}
