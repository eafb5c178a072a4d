// Questions about the Manual and the dates.
import { firstDayOf, isDate, longDate } from '../../case/dates.ts';
import { InputError, shown } from '../../case/errors.ts';
import { parseField } from '../../case/parse.ts';
import { dateHint, type Period, readDate, readPeriod } from '../../case/typed-values.ts';
import { editionNamed, editionOn } from '../../law/editions.ts';
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
 * A month is kept as the month of the sentencing where all of it lies in one edition.
 */
function readEdition(law: Law, text: string): Value {
	const month = monthIn(text);
	if (month) return { sentencingDate: inOneEdition(law, month) };
	const isName = /^\d{1,4}$/.test(text) || law.editions.editions.some(({ effectiveDate }) => effectiveDate === text);
	const given: CaseSoFar = isName
		? { edition: parseField('edition', text) }
		: { sentencingDate: dayIn('sentencingDate', text) };
	chosenBy(law, given);
	return given as Value;
}

/** A day as it was typed. Throws InputError where it is not in the calendar. */
export function dayIn(field: 'sentencingDate' | 'offenseDate', text: string): string {
	const day = readDate(text);
	if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !isDate(day)) {
		throw new InputError('no-day', `/${field}`, `${shown(text)} is not in the calendar`, 'give a date that exists');
	}
	return parseField(field, day) as string;
}

const monthIn = (text: string): Period | undefined => (/^\d{1,4}$/.test(text) ? undefined : readPeriod(text));

function inOneEdition(law: Law, { date, name, first, last }: Period): string {
	const [from, to] = [first, last].map((day) => editionOn(law, day, '', '/sentencingDate').effectiveDate) as [
		string,
		string,
	];
	if (from === to) return date;
	const problem = `${name} lies in two Manuals, of ${longDate(from)} and of ${longDate(to)}`;
	throw new InputError('no-day', '/sentencingDate', problem, 'give the day');
}

/** What a year leaves open, of which only the edition is kept. */
function noteOn(law: Law, text: string): string | undefined {
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
	return edition === undefined
		? editionOn(law, firstDayOf(sentencingDate), '', '/sentencingDate')
		: editionNamed(law, edition);
}

export const manualOf = ({ effectiveDate, verified }: ChosenEdition): string =>
	`Manual of ${longDate(effectiveDate)}${verified ? '' : ', the last that could be verified'}`;
