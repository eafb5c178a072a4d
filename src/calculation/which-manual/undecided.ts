import { longDate } from '../../case/dates.ts';
import { manualInForceOn, provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Range } from '../range/chapter-five.ts';
import { rangeInWords } from '../range-words.ts';
import type { Result } from '../result.ts';
import type { Warning } from '../warnings.ts';
import type { Weighing } from './weighing.ts';

/** The two Manuals are held, and nothing says what the earlier one makes of the offense. */
export function undecided({ law, atOffense, later }: Weighing, why: string): Warning {
	const range = rangeInWords(later.guidelineRange);
	const message = `The Manual of ${longDate(atOffense.effectiveDate)}, in force on the offense date, was not compared: ${why}. If its range is lower, it must be used, whole (${authority(law, later)}). So the range is ${range} or lower. Give the levels of that Manual too, or work the case out under each.`;
	return { code: 'one-book-undecided', message };
}

/** The Manual in force on the offense date is the one that is not held. */
export function offenseManualNotHeld({ law, offenseDay, later }: Weighing): Warning {
	const range = rangeInWords(later.guidelineRange);
	const message = `The Manual of ${inForce(law, offenseDay)}, in force on the offense date, is not held and was not compared. If it gives a lower range than the Manual in force at sentencing, it must be used, whole (${authority(law, later)}). So the range is ${range} or lower. Check that Manual.`;
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
	const unknown = 'why' in ceiling ? ` That range is not worked out here: ${ceiling.why}.` : '';
	const shown =
		used.edition.effectiveDate === atOffense.effectiveDate
			? ''
			: ` The range shown is that of the Manual of ${longDate(used.edition.effectiveDate)}, which stands in.`;
	const message = `The Manual of ${notHeld}, in force at sentencing, is not held and was not compared. The offense ended before that Manual took effect, so a higher range of it may not be used (${authority(law, later)}): the range of the Manual of ${longDate(atOffense.effectiveDate)}, in force on the offense date, is the ceiling${most}.${unknown}${shown} A lower range of the Manual of ${notHeld} would apply. Check it.`;
	return { code: 'one-book-undecided', message };
}

const inForce = (law: Law, day: string): string => longDate(manualInForceOn(law, day) ?? '');

/** `§1B1.11(b)(1); Peugh v. United States, …`, as the Manual in force at sentencing has it. */
function authority(law: Law, later: Result): string {
	const { exPostFacto, holding } = provisionsOf(law, later.edition.effectiveDate)['1B1.11'];
	return `${exPostFacto}; ${holding.case}`;
}
