// When the offense was committed.
import { firstDayOf, isLater, longDate } from '../../case/dates.ts';
import { InputError, isMissingFact } from '../../case/errors.ts';
import { dateOrPeriodHint, readPeriod } from '../../case/typed-values.ts';
import { editionOn, manualInForceOn } from '../../law/editions.ts';
import { resultOf } from './calculated.ts';
import { dayIn, manualOf } from './edition.ts';
import { explain } from './explanations.ts';
import type { Context, Question } from './question.ts';

/** When the offense was committed: where the edition follows from a sentencing date, there is a second one to weigh; where statutes are given, their penalties may turn on it. */
export function offenseDate(context: Context): Question[] {
	const { known } = context;
	const { sentencingDate, statutes } = known;
	if (sentencingDate === undefined && statutes === undefined) return [];
	return [
		{
			id: 'offenseDate',
			ask: 'Last day of the offense?',
			short: 'Offense date',
			provision: '§1B1.11(b)(1)',
			does:
				sentencingDate === undefined
					? 'The penalties of the statutes are those of that day.'
					: 'If the Manual of that day gives a lower range, it is used, whole. Levels given as numbers belong to one Manual, so they are not compared.',
			explanation: explain('offense-date', context),
			choices: [{ value: null, label: 'leave out: the two Manuals are not compared', key: 'n' }],
			...dayOfOffense(context),
			default: null,
			fields: (value) => {
				if (value !== null) return { offenseDate: value as string };
				return known.offenseDate === undefined ? {} : { offenseDate: undefined };
			},
		},
	];
}

/** How the day of the offense is typed, and said again: never after the sentence. */
export function dayOfOffense(context: Context): Pick<Question, 'read' | 'say' | 'hint'> {
	const { law, known } = context;
	const { sentencingDate } = known;
	return {
		read: (text) => {
			const day = dayIn('offenseDate', text);
			if (sentencingDate !== undefined) refuseAfter(sentencingDate, day);
			editionOn(law, firstDayOf(day), '', '/offenseDate');
			refuseIfDayMatters(context, day);
			return day;
		},
		say: (value) => sayOffenseDate(context, value as string),
		hint: dateOrPeriodHint,
	};
}

function sayOffenseDate({ law, known: { sentencingDate } }: Context, day: string): string {
	if (sentencingDate === undefined) return longDate(day);
	const [offense, sentencing] = [firstDayOf(day), firstDayOf(sentencingDate)];
	const isSame = manualInForceOn(law, offense) === manualInForceOn(law, sentencing);
	return `${longDate(day)}: ${isSame ? 'the same Manual' : manualOf(editionOn(law, offense, '', '/offenseDate'))}`;
}

/** A month or a year that lies in two Manuals needs its day; where the case itself shows that the day decides, it says on which. */
function refuseIfDayMatters(context: Context, given: string): void {
	const period = readPeriod(given);
	if (period === undefined) return;
	const result = resultOf({ ...context.known, offenseDate: given }, context);
	if (isMissingFact(result) && result.path === '/offenseDate') throw result;
	if (manualInForceOn(context.law, period.first) === manualInForceOn(context.law, period.last)) return;
	const remedy = `give the last day that the offense can have lasted (${longDate(period.last)} at the latest), or leave it out`;
	throw new InputError('no-day', '/offenseDate', `${period.name} lies in two Manuals`, remedy);
}

function refuseAfter(sentencingDate: string, day: string): void {
	if (!isLater(day, sentencingDate)) return;
	const problem = `${longDate(day)} is after the sentencing date ${longDate(sentencingDate)}`;
	throw new InputError('offense-after-sentencing', '/offenseDate', problem, 'correct one of them');
}
