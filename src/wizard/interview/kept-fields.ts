// Fields of an opened case that no question asks for.
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import { givenStatements, nameOfField } from '../../report/as-given.ts';
import type { CaseSoFar, Context, Question } from '../questions/question.ts';
import { editionDateOf } from './edition-date.ts';
import { carriedIn, heldIn, keptId, openedIn } from './opened.ts';

/** What was opened with a case document and no question asks for: it stays in the case as it is, or is left out as a whole. */
export function keptFields(context: Context): Question[] {
	const held = heldIn(context.answers) ?? {};
	const carried = carriedText(carriedInto(context)) || emptyText(held);
	if (carried === '') return [];
	return [
		{
			id: keptId,
			ask: 'What the case document holds beyond the questions?',
			short: 'Also in the document',
			provision: 'the case document',
			does: 'It counts in the range, and is saved with the case again.',
			explanation: [
				'The questions do not ask for these fields. They stay as the document has them; to change one, save the case and edit the document, or give its flag to ussg calc.',
			],
			choices: [
				{ value: true, label: carried, key: 'k', typed: ['keep'] },
				{ value: null, label: 'leave it out', key: 'n' },
			],
			default: true,
			fields: (value) => (value === true ? held : {}),
		},
	];
}

/** What is carried along and no question shows. An increase named in more words goes where the edition asks for it again. */
function carriedInto({ answers, law, today, editionDate }: Context): CaseSoFar {
	const { document } = openedIn({ ...answers, [keptId]: true }) ?? {};
	const textOn = (day: string) => provisionsOf(law, day).guideline(document?.guideline);
	const isAskedAgain = document !== undefined && textOn(editionDateOf(document, law, today)) !== textOn(editionDate);
	return isAskedAgain ? (heldIn(answers) ?? {}) : carriedIn(answers);
}

/** `Statutes named: 8 U.S.C. § 1326(b)(2); Deportable: no`, as a report says what was given. */
function carriedText({ priors, ...carried }: CaseSoFar): string {
	const lines = givenStatements(carried as CaseDocument).map(
		({ label, text }) => `${label === '' ? ',' : `; ${label}:`} ${text}`,
	);
	const all = priors === undefined ? lines : [...lines, '; Prior sentences'];
	return all.join('').replace(/^; /, '');
}

/** `Statutes named: none`: lists that the document gives without anything in them. */
const emptyText = (held: CaseSoFar): string =>
	Object.keys(held)
		.map((field) => `${nameOfField(field as keyof CaseSoFar)}: none`)
		.join('; ');
