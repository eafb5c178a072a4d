import { shown } from '../../case/errors.ts';
import { parseField } from '../../case/parse.ts';
import type { CaseSoFar, Context, Question, Value } from '../questions/question.ts';

/** Where the answers hold what a case document says beyond the questions. It is no question's answer, so nothing asks for it again. */
export const heldFields = 'heldFields';

/** What was opened with a case document and no question asks for: it stays in the case as it is, or is left out as a whole. */
export function keptFields({ answers }: Context): Question[] {
	const held = answers[heldFields];
	if (!isPartOfCase(held)) return [];
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
				{ value: true, label: keptText(held), key: 'k', typed: ['keep'] },
				{ value: null, label: 'leave it out', key: 'n' },
			],
			default: true,
			fields: (value) => (value === true ? held : {}),
		},
	];
}

export const keptId = 'keptFields';

/** `statutes ["8:1326(b)(2)"]; deportable true`. */
const keptText = (held: CaseSoFar): string =>
	Object.entries(held)
		.map(([field, value]) => `${field} ${shown(value)}`)
		.join('; ');

/** A draft may come from another hand. */
function isPartOfCase(held: Value | CaseSoFar | undefined): held is CaseSoFar {
	if (typeof held !== 'object' || held === null || Array.isArray(held)) return false;
	try {
		for (const [field, value] of Object.entries(held)) parseField(field as keyof CaseSoFar, value);
		return true;
	} catch {
		return false;
	}
}
