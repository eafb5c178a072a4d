// Ids of an opened case that another edition does not know.
import { type Designations, editionGiven, idMissing, otherRules } from '../../calculation/which-manual/designations.ts';
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import { editionOn, manualInForceOn, provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { CaseSoFar } from '../questions/question.ts';
import type { Interview, Setting } from './interview.ts';
import { heldIn, openedIn } from './opened.ts';

/** Ids that are held of a document, where they stand, and the effective dates of the Manual they are of and of the one they are now read in. */
interface Held {
	path: string;
	ids: Designations;
	from: string | undefined;
	to: string | undefined;
}

/**
 * What an opened document holds beyond the questions stays as it is when a date or the edition is changed, and so do its
 * ids. Why it does not fit: one of them is a different rule, or none, in the Manual in which it is now read. Undefined where it fits.
 */
export function heldIdsRefused({ answers }: Interview, document: CaseSoFar, setting: Setting): InputError | undefined {
	const opened = openedIn(answers)?.document;
	const held = heldIn(answers);
	if (opened === undefined || held === undefined) return undefined;
	const { base, enhancements, chapterThree, otherGroups = [], underOffenseDateManual } = held;
	const { guideline } = document;
	const [from, to] = [opened, document].map((each) => editionOfIds(each, setting));
	const [fromOffense, toOffense] = [opened, document].map((each) => manualOfOffense(each, setting.law));
	const groups = otherGroups.map((ids, index) => ({ path: `/otherGroups/${index}`, ids, from, to }));
	return [
		{ path: '', ids: { guideline, base, enhancements, chapterThree }, from, to },
		...groups.map((group): Held => ({ ...group, ids: 'guideline' in group.ids ? group.ids : {} })),
		{
			path: '/underOffenseDateManual',
			ids: { ...underOffenseDateManual, guideline },
			from: fromOffense,
			to: toOffense,
		},
	]
		.map((each) => refused(each, setting.law))
		.find((refusal) => refusal !== undefined);
}

/** The edition of a case: the one it names, or the one in force at sentencing, or today; undefined where there is none. */
function editionOfIds(document: CaseSoFar, { law, today }: Setting): string | undefined {
	try {
		return (editionGiven(document, law) ?? editionOn(law, today, '', '/edition')).effectiveDate;
	} catch (error) {
		if (error instanceof InputError) return undefined;
		throw error;
	}
}

function manualOfOffense(document: CaseSoFar, law: Law): string | undefined {
	const day = offenseDayOf(document);
	return day === undefined ? undefined : manualInForceOn(law, day);
}

function refused({ path, ids, from, to }: Held, law: Law): InputError | undefined {
	if (from === undefined || to === undefined || from === to) return undefined;
	const now = provisionsOf(law, to);
	const [other] = otherRules(ids, provisionsOf(law, from), now);
	if (other !== undefined) {
		const { id, before, after } = other;
		const problem = `${id} of the document is a different rule in the Manual of ${longDate(to)}: "${after}". In the Manual of ${longDate(from)} it is "${before}"`;
		return new InputError('different-rule', path + other.path, problem, remedy);
	}
	const missing = idMissing(ids, now);
	if (missing === undefined) return undefined;
	return new InputError(
		'no-such-rule',
		path,
		`${missing} of the document is not in the Manual of ${longDate(to)}`,
		remedy,
	);
}

const remedy = 'Go back to the date or edition of the document, or leave out what it holds beyond the questions';
