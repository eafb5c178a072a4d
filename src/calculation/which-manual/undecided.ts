// Warnings: which Manual gives the higher range is not decided.
import { categories, toCategory } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { manualInForceOn, mayBeAmended, provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Range, Result, Warning } from '../../result/result.ts';
import { wholeRange } from '../total-range/whole-range.ts';
import type { Weighing } from './weighing.ts';

/** The two Manuals are held, and nothing says what the earlier one makes of the offense. */
export function undecided({ law, atOffense, later }: Weighing, why: string): Warning {
	const range = rangeInWords(later.guidelineRange);
	const message = `The Manual of ${longDate(atOffense.effectiveDate)}, in force on the offense date, was not compared: ${why}. If its range is lower, it applies in its entirety (${authority(law, later)}). So the range is ${range} or lower. Give the levels under that Manual too, or run the case under each.`;
	return { code: 'one-book-undecided', message };
}

/** The two Manuals do not make the same of every record, and the case states the criminal history for one of them alone. */
export function historyUndecided({ law, document, atOffense, later }: Weighing, possible: readonly Result[]): Warning {
	const range = rangeInWords(wholeRange(later));
	const message = `The case gives the criminal history as ${statedHistory(document)} under the Manual in force at sentencing. The Manual of ${longDate(atOffense.effectiveDate)}, in force on the offense date, may give the same record another category (§§4A1.1, 4A1.2). Under that Manual the range is ${rangesByCategory(possible)}. If that is lower than the range shown, ${range}, that Manual applies in its entirety (${authority(law, later)}). Give the category or the points under that Manual as well, or give the priors.`;
	return { code: 'one-book-undecided', message };
}

/** The same, where the category stated is one that both Manuals may make of the record: it is taken under both. */
export function historyOfOneManual({ document, atOffense }: Weighing, possible: readonly Result[]): Warning {
	const message = `The program uses the criminal history as stated, ${statedHistory(document)}, under both Manuals. The Manual of ${longDate(atOffense.effectiveDate)}, in force on the offense date, may give the same record another category (§§4A1.1, 4A1.2). Under that Manual the range is ${rangesByCategory(possible)}. Check the category under that Manual and give it as well, or give the priors.`;
	return { code: 'history-of-one-manual', message };
}

const statedHistory = ({ criminalHistoryPoints: points, criminalHistoryCategory: category }: CaseDocument): string =>
	points === undefined ? `category ${toCategory(category as NonNullable<typeof category>)}` : `${points} points`;

/** `8 to 14 months in category II, or 10 to 16 months in category III`; the first and the last alone where it may be any. */
export function rangesByCategory(results: readonly Result[]): string {
	const words = results.map((each) => `${rangeInWords(wholeRange(each))} in category ${each.criminalHistoryCategory}`);
	const [first, last] = [words.at(0), words.at(-1)];
	return words.length === categories.length ? `from ${first} up to ${last}` : words.join(', or ');
}

/** The Manual in force on the offense date is the one that is not held. */
export function offenseManualNotHeld({ law, offenseDay, later }: Weighing): Warning {
	const range = rangeInWords(later.guidelineRange);
	const message = `The Manual of ${inForce(law, offenseDay)}, in force on the offense date, is not held and was not compared. If it gives a lower range than the Manual in force at sentencing, it applies in its entirety (${authority(law, later)}). So the range is ${range} or lower. Check that Manual.`;
	return { code: 'one-book-undecided', message };
}

/** What is known of the range of the Manual in force on the offense date, or why it is not. */
type Ceiling = { range: Range; isOfLevels: boolean } | { why: string };

/** The Manual in force at sentencing is the one that is not held: the offense ended before it, so its range has a ceiling. */
export function ceilingWarning(
	{ law, sentencingDay, atOffense, later }: Weighing,
	used: Result,
	ceiling: Ceiling,
): Warning {
	const notHeld = inForce(law, sentencingDay);
	const most =
		'why' in ceiling
			? ''
			: `, ${rangeInWords(ceiling.range)}${ceiling.isOfLevels ? ' if the levels given are levels of that Manual' : ''}`;
	const unknown = 'why' in ceiling ? ` The program did not calculate that range: ${ceiling.why}.` : '';
	const shown =
		used.edition.effectiveDate === atOffense.effectiveDate
			? ''
			: ` The range shown comes from the Manual of ${longDate(used.edition.effectiveDate)} instead.`;
	const message = `The Manual of ${notHeld}, in force at sentencing, is not held and was not compared. The offense ended before that Manual took effect, so the court may not use a higher range under it (${authority(law, later)}). The range under the Manual of ${longDate(atOffense.effectiveDate)}, in force on the offense date, is the ceiling${most}.${unknown}${shown} A lower range under the Manual of ${notHeld} would apply. Check that Manual.`;
	return { code: 'one-book-undecided', message };
}

/** The Manual in force on a day: `November 1, 2026`, or one that is not known, where one may have come since. */
function inForce(law: Law, day: string): string {
	const known = manualInForceOn(law, day) ?? '';
	return `${longDate(known)}${mayBeAmended(law, known, day) ? ' or a later one' : ''}`;
}

/** Both dates lie after the last Manual that is known, and another may have come between them. */
export function laterManualUnknown({ law, offenseDay, sentencingDay, later }: Weighing): Warning {
	const last = longDate(manualInForceOn(law, offenseDay) ?? '');
	const message = `The program knows no Manual after that of ${last}, but one may have taken effect between the offense, ${longDate(offenseDay)}, and the sentencing, ${longDate(sentencingDay)}. If so, the court may not use a higher range under it (${authority(law, later)}). Neither Manual is held, so the range shown is that of the Manual of ${longDate(later.edition.effectiveDate)}. Check both.`;
	return { code: 'one-book-undecided', message };
}

/** `§1B1.11(b)(1); Peugh v. United States, …`, as the Manual in force at sentencing has it. */
function authority(law: Law, later: Result): string {
	const { exPostFacto, holding } = provisionsOf(law, later.edition.effectiveDate)['1B1.11'];
	return `${exPostFacto}; ${holding.case}`;
}
