// Questions about the Manual and the dates.
import { isDate, longDate } from '../../case/dates.ts';
import { InputError, shown } from '../../case/errors.ts';
import { parseField } from '../../case/parse.ts';
import { dateHint, type Period, readDate, readPeriod } from '../../case/typed-values.ts';
import { editionNamed, editionOn, manualInForceOn } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { ChosenEdition } from '../../result/result.ts';
import { explain } from './explanations.ts';
import type { CaseSoFar, Context, Question, Value } from './question.ts';

/** Which Manual: by a sentencing date or by its own name. The day it is stands as the default. */
export function edition(context: Context): Question[] {
	const { law, today } = context;
	return [
		{
			id: 'edition',
			ask: 'Which Manual: sentencing date, or edition?',
			short: 'Edition',
			provision: '§1B1.11(a)',
			does: 'Decides which Manual is used, and so every level and range.',
			explanation: explain('edition', context),
			choices: [
				{ value: { sentencingDate: today }, label: `sentencing today, ${sayEdition(law, { sentencingDate: today })}` },
			],
			read: (text) => readEdition(law, text),
			say: (value) => sayEdition(law, value as CaseSoFar),
			note: (text) => noteOn(law, text),
			hint: `${dateHint}, or a year`,
			default: { sentencingDate: today },
			fields: (value) => value as CaseSoFar,
		},
	];
}

/**
 * Four digits are a year, and a day on which an edition took effect names that edition; any other day is one of sentencing.
 * A month names the edition in which all of it lies: no day is made up for it.
 */
function readEdition(law: Law, text: string): Value {
	const month = monthIn(text);
	if (month) return { edition: editionOfAll(law, month) };
	const isName = /^\d{1,4}$/.test(text) || law.editions.editions.some(({ effectiveDate }) => effectiveDate === text);
	const given: CaseSoFar = isName
		? { edition: parseField('edition', text) }
		: { sentencingDate: dayIn('sentencingDate', text) };
	chosenBy(law, given);
	return given as Value;
}

function dayIn(field: 'sentencingDate' | 'offenseDate', text: string): string {
	const day = readDate(text);
	if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !isDate(day)) {
		throw new InputError('no-day', `/${field}`, `${shown(text)} is not in the calendar`, 'give a date that exists');
	}
	return parseField(field, day) as string;
}

const monthIn = (text: string): Period | undefined => (/^\d{1,4}$/.test(text) ? undefined : readPeriod(text));

function editionOfAll(law: Law, { name, first, last }: Period): string {
	const [from, to] = [first, last].map((day) => editionOn(law, day, '', '/sentencingDate').effectiveDate) as [
		string,
		string,
	];
	if (from === to) return from;
	const problem = `${name} lies in two Manuals, of ${longDate(from)} and of ${longDate(to)}`;
	throw new InputError('no-day', '/sentencingDate', problem, 'give the day');
}

/** What a year or a month leaves open, of which only the edition is kept. */
function noteOn(law: Law, text: string): string | undefined {
	const month = monthIn(text);
	if (month) return `all of ${month.name} lies within it; give the day instead to weigh the offense date too`;
	if (!/^\d{4}$/.test(text)) return undefined;
	const { effectiveDate } = editionNamed(law, text);
	return effectiveDate.startsWith(text)
		? `for a sentencing before ${longDate(effectiveDate)} give its date`
		: undefined;
}

function sayEdition(law: Law, given: CaseSoFar): string {
	const manual = manualOf(chosenBy(law, given));
	return given.sentencingDate === undefined ? manual : `${longDate(given.sentencingDate)}: ${manual}`;
}

function chosenBy(law: Law, { edition, sentencingDate = '' }: CaseSoFar): ChosenEdition {
	return edition === undefined ? editionOn(law, sentencingDate, '', '/sentencingDate') : editionNamed(law, edition);
}

const manualOf = ({ effectiveDate, verified }: ChosenEdition): string =>
	`Manual of ${longDate(effectiveDate)}${verified ? '' : ', the last that could be verified'}`;

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
			refusePeriod(text);
			const day = dayIn('offenseDate', text);
			if (sentencingDate !== undefined) refuseAfter(sentencingDate, day);
			editionOn(law, day, '', '/offenseDate');
			return day;
		},
		say: (value) => sayOffenseDate(context, value as string),
		hint: dateHint,
	};
}

function sayOffenseDate({ law, known: { sentencingDate } }: Context, day: string): string {
	if (sentencingDate === undefined) return longDate(day);
	const then = editionOn(law, day, '', '/offenseDate');
	const isSame = manualInForceOn(law, day) === manualInForceOn(law, sentencingDate);
	return `${longDate(day)}: ${isSame ? 'the same Manual' : manualOf(then)}`;
}

function refusePeriod(text: string): void {
	const period = readPeriod(text);
	if (!period) return;
	const remedy = `give the last day that the offense can have lasted (${longDate(period.last)} at the latest), or leave it out`;
	throw new InputError('no-day', '/offenseDate', `${period.name} names no day`, remedy);
}

function refuseAfter(sentencingDate: string, day: string): void {
	if (day <= sentencingDate) return;
	const problem = `${longDate(day)} is after the sentencing date ${longDate(sentencingDate)}`;
	throw new InputError('offense-after-sentencing', '/offenseDate', problem, 'correct one of them');
}
