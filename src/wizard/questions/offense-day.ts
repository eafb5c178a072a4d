// The day of the offense, where the penalties of a count turn on it.
import { InputError, isMissingFact } from '../../case/errors.ts';
import { citedAs } from '../../case/statute-names.ts';
import { type Count, penaltiesOf } from './count-rows.ts';
import { explain } from './explanations.ts';
import { dayOfOffense } from './offense-date.ts';
import type { Context, Question, Value } from './question.ts';

/** The day of the offense, where the penalties of one of the counts that the case can have turn on it and nothing has said it. */
export function offenseDay(possible: readonly Count[], statute: string, context: Context): Question[] {
	const turnsOnIt = (count: Count): boolean => {
		const found = penaltiesOf([count], context);
		return found instanceof InputError && isMissingFact(found) && found.path === '/offenseDate';
	};
	if (context.known.offenseDate !== undefined || !possible.some(turnsOnIt)) return [];
	return [
		{
			id: 'offenseDay',
			ask: 'On what day did the offense end?',
			short: 'Offense date',
			provision: citedAs(statute),
			does: 'The penalties changed over time: those of that day hold.',
			explanation: explain('offense-date', context),
			choices: [],
			...dayOfOffense(context),
			fields: (value: Value) => ({ offenseDate: value as string }),
			from: ({ offenseDate }) => offenseDate,
			path: ['offenseDate'],
		},
	];
}
