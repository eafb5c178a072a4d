/** §1B1.11: the Manual in force at sentencing, or the one in force on the date of the offense where that range is lower. */

import { less } from '../counts/months.ts';
import { EFFECTIVE_DATES } from '../oracle.ts';
import type { Range } from '../sentencing-table.ts';
import { type Answer, type Case, wholeAnswer } from './case.ts';

export type TwoDates = Omit<Case, 'edition'> & {
	sentencingDate: string;
	offenseDate: string;
	/** What the Manual of the offense makes of the case: it takes the place of what the case says. */
	underOffenseDateManual?: Pick<Case, 'baseOffenseLevel' | 'acceptance' | 'chapterThree' | 'adjustments'>;
};

const inForceOn = (day: string): string => EFFECTIVE_DATES.findLast((date) => date <= day) as string;

/** Peugh v. United States, 569 U.S. 530 (2013), told in amendment 779: the ex post facto clause forbids the higher range. */
const isHigher = (one: Range, other: Range): boolean =>
	less(other.minimumMonths, one.minimumMonths) ||
	(other.minimumMonths === one.minimumMonths && less(other.maximumMonths, one.maximumMonths));

const rangeOf = ({ result, totalRange }: Answer): Range =>
	totalRange ?? (result as NonNullable<typeof result>).guidelineRange;

/** Under the Manual of the offense. */
export function underOffenseManual({ underOffenseDateManual: under, ...rest }: TwoDates): Answer | 'refused' {
	return wholeAnswer({ ...rest, ...under, edition: inForceOn(rest.offenseDate) });
}

export function underTwoManuals(document: TwoDates): Answer | 'refused' {
	const { underOffenseDateManual: _, ...rest } = document;
	const [earlier, later] = [inForceOn(document.offenseDate), inForceOn(document.sentencingDate)];
	const atSentencing = wholeAnswer({ ...rest, edition: later });
	if (earlier === later || atSentencing === 'refused') return atSentencing;
	const atOffense = underOffenseManual(document);
	if (atOffense === 'refused') return atOffense;
	// (b)(2): one Manual "in its entirety"
	return isHigher(rangeOf(atSentencing), rangeOf(atOffense)) ? atOffense : atSentencing;
}
