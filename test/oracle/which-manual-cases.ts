/** Random cases with two dates, whose ranges under the two Manuals lie close together. */

import { dayAfter, type Random } from '../random/random.ts';
import { adjustmentsIn } from './groups-cases.ts';
import { EFFECTIVE_DATES } from './oracle.ts';
import { isTerrorism } from './whole/chapter-three.ts';
import type { TwoDates } from './whole/which-manual.ts';

const inForceOn = (day: string): string => EFFECTIVE_DATES.findLast((date) => date <= day) as string;

/** A day on which a Manual took effect, the day before, or any. */
function dayAbout(random: Random, dates: readonly string[]): string {
	const date = random.pick(dates);
	return random.often(40) ? dayAfter(date, random.pick([0, -1])) : dayAfter(date, random.below(600));
}

/**
 * Not terrorism: where only the Manual of the sentence has §3A1.4, the program keeps its Category VI under the other as well:
 * {"offenseDate": "1998-02-20", "sentencingDate": "2008-03-03", "baseOffenseLevel": 21, "chapterThree": ["§3A1.4"],
 * "criminalHistoryCategory": "II", "underOffenseDateManual": {"baseOffenseLevel": 19, "chapterThree": []}}.
 */
const names = (random: Random, manual: string): string[] =>
	adjustmentsIn(random, manual, 2).filter((id) => !isTerrorism([id]));

export function randomTwoDates(random: Random): TwoDates {
	const offenseDate = dayAbout(random, EFFECTIVE_DATES.slice(1, -2));
	const sentencingDate = dayAbout(random, EFFECTIVE_DATES.filter((date) => date >= offenseDate).slice(0, 25));
	if (sentencingDate <= offenseDate || sentencingDate >= '2026-10-01') return randomTwoDates(random);
	const [earlier, later] = [inForceOn(offenseDate), inForceOn(sentencingDate)];
	const baseOffenseLevel = random.between(4, 40);
	const near = Math.min(43, Math.max(1, baseOffenseLevel + random.pick([-2, -1, -1, 0, 0, 0, 1, 1, 2])));
	const named = random.often(40) ? names(random, later) : [];
	const minimum = random.pick([12, 60, 120]);
	const under = {
		baseOffenseLevel: near,
		chapterThree: random.often(40) ? names(random, earlier) : [],
		adjustments: random.often(20) ? [{ levels: random.pick([-2, 2]), provision: '§2B1.1(b)(1)' }] : [],
		acceptance: random.pick([0, 2, 'full'] as const),
	};
	return {
		...{ offenseDate, sentencingDate, baseOffenseLevel },
		chapterThree: named,
		adjustments: [],
		acceptance: random.pick([0, 2, 'full'] as const),
		criminalHistoryCategory: random.between(1, 6),
		...(random.often(30) ? { statutoryMinimumMonths: minimum } : {}),
		...(random.often(30) ? { statutoryMaximumMonths: random.pick([120, 240, 'life'] as const) } : {}),
		...(random.often(20) ? { statutoryMinimumRelief: 'substantial-assistance' } : {}),
		sentenceImposedMonths: random.pick([24, 60, 120, 151, 210, 'life']),
		...(earlier === later ? {} : { underOffenseDateManual: under }),
	};
}
