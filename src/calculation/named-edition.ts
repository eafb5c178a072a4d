import { longDate } from '../case/dates.ts';
import type { CaseDocument } from '../case/schema.ts';
import { editionOn, nextEdition } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';
import type { Result } from './result.ts';
import { offenseDayOf } from './statutes.ts';
import type { Warning } from './warnings.ts';

/**
 * The result under the edition that the case names, with a warning where its dates do not bear that edition: one that
 * took effect after the sentencing, or one that was in force neither then nor when the offense was committed (§1B1.11).
 */
export function withNamedEdition(result: Result, document: CaseDocument, law: Law): Result {
	const { sentencingDate } = document;
	const offenseDay = offenseDayOf(document);
	if (sentencingDate === undefined && offenseDay === undefined) return result;
	const warning = warningOf(result.edition.effectiveDate, sentencingDate, offenseDay, law);
	return warning ? { ...result, warnings: [...result.warnings, warning] } : result;
}

function warningOf(
	effectiveDate: string,
	sentencingDate: string | undefined,
	offenseDay: string | undefined,
	law: Law,
): Warning | undefined {
	if (sentencingDate !== undefined && sentencingDate < effectiveDate) {
		return afterSentencing(effectiveDate, sentencingDate, law);
	}
	const until = nextEdition(law, effectiveDate);
	if (until === undefined) return undefined;
	if (sentencingDate !== undefined && sentencingDate < until) return undefined;
	// Without a day of sentencing, an edition that came after the offense may have been in force on it.
	const wasOfOffense = sentencingDate === undefined || (offenseDay !== undefined && effectiveDate <= offenseDay);
	if (offenseDay !== undefined && wasOfOffense && offenseDay < until) return undefined;
	return notOfDates(effectiveDate, sentencingDate, offenseDay, law);
}

function afterSentencing(effectiveDate: string, sentencingDate: string, law: Law): Warning {
	const first = law.editions.editions[0]?.effectiveDate ?? '';
	const inForce = sentencingDate < first ? undefined : editionOn(law, sentencingDate, '', '/sentencingDate');
	const remedy = inForce
		? `the one in force that day is ${longDate(inForce.effectiveDate)} (§1B1.11(a))`
		: 'no Manual was in force that day';
	const message = `the case names the Manual of ${longDate(effectiveDate)}, and the sentencing date ${sentencingDate} is before it; ${remedy}. Correct one of them, or leave the edition out`;
	return { code: 'edition-after-sentencing', message };
}

function notOfDates(
	effectiveDate: string,
	sentencingDate: string | undefined,
	offenseDay: string | undefined,
	law: Law,
): Warning {
	const first = law.editions.editions[0]?.effectiveDate ?? '';
	const manualOn = (day: string, path: string): string =>
		day < first ? 'none' : `that of ${longDate(editionOn(law, day, '', path).effectiveDate)}`;
	const found = [
		...(sentencingDate === undefined
			? []
			: [`on the sentencing date, ${sentencingDate}, ${manualOn(sentencingDate, '/sentencingDate')} (§1B1.11(a))`]),
		...(offenseDay === undefined
			? []
			: [`on the offense date, ${offenseDay}, ${manualOn(offenseDay, '/offenseDate')} (§1B1.11(b)(1))`]),
	].join('; ');
	const message = `the case names the Manual of ${longDate(effectiveDate)}, which was in force on no date that it gives: ${found}. Correct one of them, or leave the edition out and give both dates`;
	return { code: 'edition-not-of-dates', message };
}
