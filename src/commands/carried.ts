// Ids that a flag would move to another edition are rejected.
import { editionGiven, refuseOtherRules } from '../calculation/which-manual/designations.ts';
import { InputError } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import { bundledLaw } from '../law/bundled.ts';
import type { ChosenEdition } from '../result/result.ts';
import { fieldsGiven } from './flags.ts';

/**
 * A case document that a flag moves to another edition keeps its ids, which belong to the edition that it names itself.
 * Throws InputError where one of them is a different rule in the edition of the flag. `given` is the case with the
 * flags; an id that a flag gives is of the edition of the flag.
 */
export async function refuseCarriedIds(
	document: unknown,
	given: CaseDocument,
	options: Record<string, unknown>,
): Promise<void> {
	const flagged = fieldsGiven(options);
	const moves = flagged.includes('edition') || flagged.includes('sentencingDate');
	if (!moves || (given.base ?? given.enhancements ?? given.chapterThree) === undefined) return;
	const from = await editionOf(document);
	const to = editionGiven(given, bundledLaw);
	if (from === undefined || to === undefined) return;
	const { guideline, base, enhancements, chapterThree } = given;
	const carried = {
		guideline,
		...(flagged.includes('base') ? {} : { base }),
		...(flagged.includes('enhancements') ? {} : { enhancements }),
		...(flagged.includes('chapterThree') ? {} : { chapterThree }),
	};
	refuseOtherRules(carried, bundledLaw, from, to);
}

/** The edition that the document names without the flags; undefined where it names none that there is. */
async function editionOf(document: unknown): Promise<ChosenEdition | undefined> {
	const { edition, sentencingDate } = document as Partial<Record<string, unknown>>;
	const { parseField } = await import('../case/parse.ts');
	try {
		return edition === undefined
			? editionGiven({ sentencingDate: parseField('sentencingDate', sentencingDate) }, bundledLaw)
			: editionGiven({ edition: parseField('edition', edition) }, bundledLaw);
	} catch (error) {
		if (error instanceof InputError) return undefined;
		throw error;
	}
}
