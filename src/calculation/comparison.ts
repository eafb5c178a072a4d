import { InputError, type Problem } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import { type ChosenEdition, editionNamed, provisionsOf } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';
import { calculate } from './calculate.ts';
import type { Result } from './result.ts';
import type { Warning } from './warnings.ts';

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
	const chosen = names.map((name) => editionNamed(law, name, '--editions'));
	return names.map((name, index) => {
		const edition = chosen[index] as ChosenEdition;
		const answer = answerUnder({ ...document, edition: name }, law, edition);
		if (isRefusal(answer)) return answer;
		const changed = changedCharacteristics(document, law, edition, chosen);
		return changed.length === 0 ? answer : { ...answer, warnings: [...answer.warnings, ...changed] };
	});
}

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

/**
 * §2L1.2 has used the same ids for other tests over the years. Where an id given by the case means another test
 * here than in the first edition that has it, the two answers are not answers to one question.
 */
function changedCharacteristics(
	document: CaseDocument,
	law: Law,
	edition: ChosenEdition,
	compared: readonly ChosenEdition[],
): Warning[] {
	const testOf = (id: string, { effectiveDate }: ChosenEdition): string | undefined =>
		provisionsOf(law, effectiveDate)['2L1.2'].characteristics.find((candidate) => candidate.id === id)?.description;
	return (document.enhancements ?? []).flatMap((given): Warning[] => {
		const id = typeof given === 'string' ? given : given.id;
		const here = testOf(id, edition);
		const before = compared.map((other) => testOf(id, other)).find((test) => test !== undefined);
		if (here === undefined || before === undefined || here === before) return [];
		return [
			{
				code: 'enhancement-not-the-same',
				message: `${id} is not the same characteristic in every edition compared: here "${here}", in the first "${before}". Use the id that fits the conviction in each edition`,
			},
		];
	});
}
