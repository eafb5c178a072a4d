import { InputError, type Problem } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import { type ChosenEdition, editionNamed } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';
import { calculate } from './calculate.ts';
import type { Result } from './result.ts';
import { inOrder, type Warning } from './warnings.ts';
import { type ChangedEnhancement, changedEnhancements } from './which-manual/one-book.ts';

/** A case that could not be answered, in its place in the order. */
export interface Refusal {
	/** The file of the case, where it came from one. */
	file?: string;
	id?: string;
	/** The edition asked for, where the case is compared under several. */
	edition?: ChosenEdition;
	error: Problem;
}

export type Answer = Result | Refusal;

export const isRefusal = (answer: Answer): answer is Refusal => 'error' in answer;

/**
 * One case under several editions, each by its year or effective date, in order: the whole calculation for each,
 * whatever edition or sentencing date the case gives. An edition under which the case cannot be answered is a
 * Refusal in its place. Throws InputError where an edition does not exist.
 */
export function underEditions(document: CaseDocument, law: Law, names: readonly string[]): Answer[] {
	const chosen = names.map((name) => editionNamed(law, name));
	const answers = names.map((name, index) =>
		answerUnder({ ...document, edition: name }, law, chosen[index] as ChosenEdition),
	);
	const first = chosen[answers.findIndex((answer) => !isRefusal(answer))];
	return answers.map((answer, index) => {
		if (isRefusal(answer) || first === undefined) return answer;
		const changed = changedEnhancements(document, law, first, chosen[index] as ChosenEdition).map(changedWarning);
		return changed.length === 0 ? answer : { ...answer, warnings: inOrder([...answer.warnings, ...changed]) };
	});
}

/** The same letters, another rule: the two answers are not answers to one question. */
const changedWarning = ({ id, before, after }: ChangedEnhancement): Warning => ({
	code: 'enhancement-not-the-same',
	message: `${id} is not the same characteristic in every edition compared: here "${after}", in the first "${before}". Use the id that fits the conviction in each edition`,
});

function answerUnder(document: CaseDocument, law: Law, edition: ChosenEdition): Answer {
	try {
		return calculate(document, law);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const { code, path, message } = error;
		const more =
			code === 'no-such-enhancement' ? '. An id belongs to its edition: ussg editions EDITION lists those of one' : '';
		return {
			...(document.id === undefined ? {} : { id: document.id }),
			edition,
			error: { code, path, message: message + more },
		};
	}
}
