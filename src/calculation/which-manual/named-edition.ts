// The edition that a case names, against its dates.
import { longDate } from '../../case/dates.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { editionOn, manualInForceOn, nextEdition } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Result, Warning } from '../../result/result.ts';
import { notWeighed } from './edition-not-weighed.ts';
import { editionWarnings } from './unverified-edition.ts';

/**
 * The result under the edition that the case names, with a warning where its dates do not bear that edition: one that
 * took effect after the sentencing, one that was in force neither then nor when the offense was committed, or one in
 * place of which they lead to another range (§1B1.11), as `choose` works it out without the edition;
 * and one that only stands in for the Manual of those dates is said to.
 */
export function withNamedEdition(
	result: Result,
	document: CaseDocument,
	law: Law,
	choose: (other: CaseDocument) => Result,
): Result {
	const { sentencingDate } = document;
	const offenseDay = offenseDayOf(document);
	if (sentencingDate === undefined && offenseDay === undefined) return result;
	const { effectiveDate, verified } = result.edition;
	const warning =
		warningOf(effectiveDate, sentencingDate, offenseDay, law) ?? notWeighed(result, document, law, choose);
	const day = sentencingDate ?? offenseDay ?? effectiveDate;
	if (warning === undefined && verified && nextEdition(law, effectiveDate) === undefined && day > effectiveDate) {
		const standIn = editionOn(law, day, '', '/sentencingDate');
		return { ...result, warnings: [...editionWarnings(standIn, law), ...result.warnings] };
	}
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
		? `On that date the Manual of ${longDate(inForce.effectiveDate)} was in force (§1B1.11(a))`
		: 'No Manual was in force on that date';
	const message = `The case names the Manual of ${longDate(effectiveDate)}, and the sentence was imposed on ${longDate(sentencingDate)}, before that Manual took effect. ${remedy}, and its range may differ from the one shown. Correct the edition or the date, or leave the edition out.`;
	return { code: 'edition-after-sentencing', message };
}

function notOfDates(
	effectiveDate: string,
	sentencingDate: string | undefined,
	offenseDay: string | undefined,
	law: Law,
): Warning {
	const found = [
		...(sentencingDate === undefined
			? []
			: [
					`on the sentencing date, ${longDate(sentencingDate)}, ${manualOn(sentencingDate, '/sentencingDate', law)} (§1B1.11(a))`,
				]),
		...(offenseDay === undefined
			? []
			: [`on the offense date, ${longDate(offenseDay)}, ${manualOn(offenseDay, '/offenseDate', law)} (§1B1.11(b)(1))`]),
	].join('; ');
	const message = `The case names the Manual of ${longDate(effectiveDate)}, but that Manual was not in force on any date the case gives: ${found}. Another Manual may give a different range. Correct the edition or a date, or leave the edition out and give both dates.`;
	return { code: 'edition-not-of-dates', message };
}

/** The Manual in force on a day, and which one stands in for it where its text could not be verified. */
function manualOn(day: string, path: string, law: Law): string {
	const inForce = manualInForceOn(law, day);
	if (inForce === undefined) return 'none';
	const { effectiveDate, verified } = editionOn(law, day, '', path);
	const standsIn = verified ? '' : `, which was not verified; the Manual of ${longDate(effectiveDate)} is used instead`;
	return `that of ${longDate(inForce)}${standsIn}`;
}
