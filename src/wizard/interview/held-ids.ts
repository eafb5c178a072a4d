import { editionGiven, idMissing, type OtherRule, otherRules } from '../../calculation/which-manual/designations.ts';
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import { editionOn, provisionsOf } from '../../law/editions.ts';
import type { CaseSoFar } from '../questions/question.ts';
import type { Interview, Setting } from './interview.ts';
import { heldIn, openedIn } from './opened.ts';

/** The edition of a case: the one it names, or the one in force at sentencing, or today. */
const editionOfIds = (document: CaseSoFar, { law, today }: Setting): string =>
	(editionGiven(document, law) ?? editionOn(law, today, '', '/edition')).effectiveDate;

/**
 * What an opened document holds beyond the questions stays as it is when the edition is changed, and so do its ids.
 * Why it does not fit: one of them is a different rule in the edition that the answers now come to. Undefined where it fits.
 */
export function heldIdsRefused({ answers }: Interview, document: CaseSoFar, setting: Setting): InputError | undefined {
	const opened = openedIn(answers)?.document;
	const held = heldIn(answers);
	if (opened === undefined || held === undefined) return undefined;
	const [from, to] = [editionOfIds(opened, setting), editionOfIds(document, setting)];
	if (from === to) return undefined;
	const [before, after] = [provisionsOf(setting.law, from), provisionsOf(setting.law, to)];
	const [first] = idsHeld(held, document).flatMap(({ path, ids }) =>
		otherRules(ids, before, after).map((other) => ({ ...other, path: path + other.path })),
	);
	if (first !== undefined) return differentRule(first, from);
	const missing = idsHeld(held, document).flatMap(({ path, ids }) => ({ path, id: idMissing(ids, after) }));
	return missing.map(notThere).find((refusal) => refusal !== undefined);
}

/** The ids that are held of a document, each with where it stands: of the offense, and of the counts of other Groups. */
function idsHeld({ base, enhancements, chapterThree, otherGroups = [] }: CaseSoFar, { guideline }: CaseSoFar) {
	const ofGroups = otherGroups.map((ids, index) => ({
		path: `/otherGroups/${index}`,
		ids: 'guideline' in ids ? ids : {},
	}));
	return [{ path: '', ids: { guideline, base, enhancements, chapterThree } }, ...ofGroups];
}

function differentRule({ path, id, before, after }: OtherRule, from: string): InputError {
	const message = `${id} of the document is a different rule in this edition: "${after}". In the Manual of ${longDate(from)} it is "${before}". ${remedy}`;
	return new InputError('different-rule', path, message);
}

function notThere({ path, id }: { path: string; id: string | undefined }): InputError | undefined {
	if (id === undefined) return undefined;
	return new InputError('no-such-rule', path, `${id} of the document is not in this edition. ${remedy}`);
}

const remedy = 'Choose the edition of the document again, or leave out what it holds beyond the questions';
