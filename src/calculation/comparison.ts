// One case under several editions.
import { InputError, reworded } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import { editionNamed } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';
import type { ChosenEdition, Result } from '../result/result.ts';
import { calculate } from './calculate.ts';
import { editionGiven, refuseOtherRules } from './which-manual/designations.ts';

/** A case that could not be answered, in its place in the order. */
export interface Refusal {
	/** The file of the case, where it came from one. */
	file?: string;
	id?: string;
	/** The edition asked for, where the case is compared under several. */
	edition?: ChosenEdition;
	error: InputError;
}

export type Answer = Result | Refusal;

export const isRefusal = (answer: Answer): answer is Refusal => 'error' in answer;

/**
 * One case under several editions, each by its year or effective date, in order: the whole calculation for each,
 * whatever edition or sentencing date the case gives. An edition under which the case cannot be answered is a
 * Refusal in its place; so is one in which an id of the case names a different rule than in the edition that the case
 * names, or, where it names none, than in the first of those that answer. Throws InputError where an edition does not exist.
 */
export function underEditions(given: CaseDocument, law: Law, names: readonly string[]): Answer[] {
	const { underOffenseDateManual: _, ...document } = given;
	const chosen = names.map((name) => editionNamed(law, name));
	const answers = names.map((name, index) =>
		answered(document, chosen[index] as ChosenEdition, () => calculate({ ...document, edition: name }, law)),
	);
	const from = editionGiven(document, law) ?? chosen[answers.findIndex((answer) => !isRefusal(answer))];
	if (from === undefined) return answers;
	return answers.map((answer, index) => {
		const edition = chosen[index] as ChosenEdition;
		return answered(document, edition, () => {
			refuseOtherRules(document, law, from, edition);
			return answer;
		});
	});
}

function answered({ id }: CaseDocument, edition: ChosenEdition, answer: () => Answer): Answer {
	try {
		return answer();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const more = 'Ids differ between editions. ussg editions EDITION lists the ids of one';
		const told = error.code === 'no-such-enhancement' ? reworded(error, { more }) : error;
		return { ...(id === undefined ? {} : { id }), edition, error: told };
	}
}
