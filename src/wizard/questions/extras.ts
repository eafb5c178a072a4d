// What is asked only where the user adds it.
import type { Months } from '../../case/months.ts';
import { parseField } from '../../case/parse.ts';
import { monthsHint, readMonths } from '../../case/typed-values.ts';
import { monthsText } from '../../report/words.ts';
import { anyText } from './fields.ts';
import type { Context, Question } from './question.ts';

/** What does not change the range, and so is asked only where the user wants to add it. */
export const extras: readonly Question[] = [
	{
		id: 'caption',
		ask: 'Caption of the case, for the report?',
		short: 'caption',
		provision: 'the case document',
		does: 'Stands above the range. It changes nothing else.',
		explanation: ['Any text, such as the name and number of the case. It is written only into files that you ask for.'],
		choices: [{ value: null, label: 'no caption', key: 'n' }],
		read: (text) => parseField('caption', text) as string,
		hint: anyText,
		takesAnyText: true,
		default: null,
		fields: (value) => (value === null ? {} : { caption: value as string }),
	},
	{
		id: 'sentenceImposedMonths',
		ask: 'Sentence imposed, or asked for?',
		short: 'sentence imposed',
		provision: 'the case document',
		does: 'The answer says where it lies in the range.',
		explanation: [
			'The term of imprisonment. It does not change the range: the answer only says whether it lies below, within or above it.',
		],
		choices: [{ value: null, label: 'none', key: 'n' }],
		read: (text) => parseField('sentenceImposedMonths', readMonths(text)) as Months,
		say: (value) => monthsText(value as Months),
		hint: monthsHint,
		default: null,
		fields: (value) => (value === null ? {} : { sentenceImposedMonths: value as Months }),
	},
];

/** Those that were added. */
export const addedExtras = ({ answers }: Context): Question[] => extras.filter(({ id }) => answers[id] !== undefined);
