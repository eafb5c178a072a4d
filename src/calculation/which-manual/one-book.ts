// Which Manual applies (§1B1.11).
import { isDate } from '../../case/dates.ts';
import { InputError, notPossible } from '../../case/errors.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import { editionNamed, editionOn } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { ChosenEdition, Result } from '../../result/result.ts';
import { laterCase } from './earlier-case.ts';
import { withEndOfOffense } from './end-of-offense.ts';
import { withNamedEdition } from './named-edition.ts';
import { weighed } from './weigh.ts';
import { type CalculateUnder, manualsOf } from './weighing.ts';

/**
 * The result under the edition that the case names; or under the one in force at sentencing, unless its range is
 * higher than that of the edition in force when the offense was committed (§1B1.11; Peugh v. United States). Where
 * the two cannot be compared, the one in force at sentencing, with a warning. Throws InputError.
 */
export function chooseEdition(
	document: CaseDocument,
	law: Law,
	today: string | undefined,
	calculateUnder: CalculateUnder,
): Result {
	const choose = (each: CaseDocument): Result => chosen(each, law, today, calculateUnder);
	return withEndOfOffense(choose(document), document, choose);
}

function chosen(document: CaseDocument, law: Law, today: string | undefined, calculateUnder: CalculateUnder): Result {
	const { edition, offenseDate } = document;
	const offenseDay = offenseDayOf(document);
	if (edition !== undefined) {
		if (offenseDate !== undefined) editionOfOffense(document, law, offenseDate);
		return withNamedEdition(calculateUnder(document, editionNamed(law, edition)), document, law, (other) =>
			chosen(other, law, today, calculateUnder),
		);
	}
	const atOffense = offenseDay === undefined ? undefined : editionOfOffense(document, law, offenseDay);
	const sentencingDay = sentencingDayOf(document, today);
	const atSentencing = editionAtSentencing(document, law, sentencingDay);
	if (offenseDay === undefined || atOffense === undefined) return calculateUnder(document, atSentencing);
	const later = calculateUnder(laterCase(document, manualsOf(law, atSentencing, atOffense)), atSentencing);
	return weighed({ document, law, offenseDay, sentencingDay, atOffense, atSentencing, later, calculateUnder });
}

function editionOfOffense({ offenseDate }: CaseDocument, law: Law, offenseDay: string): ChosenEdition {
	const path = offenseDate === offenseDay ? '/offenseDate' : '/instantOffense/endedOn';
	return editionOn(law, offenseDay, 'in force on the offense date', path);
}

/** Without a sentencing date, today stands for it where the caller says what day that is. */
function sentencingDayOf({ sentencingDate }: CaseDocument, today: string | undefined): string {
	if (sentencingDate !== undefined) return sentencingDate;
	if (today !== undefined && !isDate(today)) {
		throw notPossible('/today', today, 'give a date that exists, as YYYY-MM-DD');
	}
	if (today !== undefined) return today;
	throw new InputError(
		'edition-missing',
		'/edition',
		'missing',
		said`give an edition ("2012" or "2012-11-01"), or a ${key('sentencingDate')} to use the one in force that day`,
	);
}

function editionAtSentencing({ sentencingDate }: CaseDocument, law: Law, day: string): ChosenEdition {
	return sentencingDate === undefined
		? editionOn(law, day, 'in force today', '/edition')
		: editionOn(law, day, 'in force on the sentencing date', '/sentencingDate');
}
