import { harmless } from '../../src/report/words.ts';
import type { Range, Result } from '../../src/result/result.ts';
import type { Draft } from '../random/random.ts';
import { lostInCommand, lostInQuestions } from '../wizard/round-trip.ts';
import { columns, tableFields } from './program.ts';
import { none, type Property, same } from './property.ts';

/** A case as a row of a table: lists and objects as JSON. */
function rowOf(draft: Draft): string {
	const cell = (value: unknown): string => {
		const text = typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
		return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	return columns.map((column) => cell(draft[column])).join(',');
}

/** A range in the words of a report. */
function inWords({ minimumMonths: from, maximumMonths: to }: Range): string {
	if (from === 'life') return 'life';
	if (from === to) return `${from} months`;
	return to === 'life' ? `${from} months to life` : `${from}–${to} months`;
}

const oneLine = (text: string): string => harmless(text).replaceAll(/\s+/g, ' ');

/** Words of the result without which its text says something else. */
function wordsOf({ guidelineRange, guidelineSentence, totalRange, warnings, ...result }: Result): string[] {
	const { offenseLevel, criminalHistoryCategory } = result;
	return [
		...(guidelineSentence && totalRange ? [] : [`Guideline range ${inWords(guidelineRange)}`]),
		...(totalRange ? [`Total range ${inWords(totalRange)}`] : []),
		...(guidelineSentence ? [] : [`offense level ${offenseLevel.total} · category ${criminalHistoryCategory}`]),
		...warnings.map(({ message }) => `Warning ${oneLine(message)}`),
	];
}

/** Whether the case says which Manual: batch asks for it, since a file of cases outlives the day. */
const namesManual = ({ edition, sentencingDate }: Draft): boolean =>
	edition !== undefined || sentencingDate !== undefined;

/** Every way to ask gives one answer. */
export const ofWays: readonly Property[] = [
	{
		name: 'batch answers a line as the library answers the case, to the byte',
		check({ draft, whole, program }) {
			if (!namesManual(draft)) return undefined;
			return same(program.writeJson(whole), program.batch([JSON.stringify(draft)]).join());
		},
	},
	{
		name: 'a row of a table is answered as the case is',
		check({ draft, result, program }) {
			const { id: _, caption: __, ...rest } = draft;
			if (!namesManual(rest)) return undefined;
			const fields = Object.entries(result).filter(([name]) => tableFields.includes(name));
			return same(program.writeJson(Object.fromEntries(fields)), program.table([rowOf(rest)]).join());
		},
	},
	{
		name: 'the text of an answer says what its JSON says',
		check({ whole, program }) {
			const text = oneLine(program.text(whole));
			return none(wordsOf(whole).filter((words) => !text.includes(words)));
		},
	},
	{
		name: 'the questions give the answer of the case document, and save the same document',
		share: 0.02,
		check: ({ draft, whole }) => lostInQuestions(draft, { text: JSON.stringify(whole), isResult: true }) ?? true,
	},
	{
		name: 'calc with flags gives the answer of the case document',
		share: 0.05,
		check({ draft, whole }) {
			const { kind, lost } = lostInCommand(draft, { text: JSON.stringify(whole), isResult: true });
			return lost ?? (kind === 'command' ? true : undefined);
		},
	},
];
