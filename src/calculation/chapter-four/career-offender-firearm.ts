import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import { readRange } from '../../law/sentencing-table.ts';
import type { LevelFound } from '../offense-level.ts';
import type { Range } from '../range/chapter-five.ts';
import { rangeInWords } from '../range-words.ts';
import { consecutiveTermOf } from '../statutes/consecutive-terms.ts';
import { isUnder, type StatuteOfConviction } from '../statutes/statutes.ts';
import type { Warning } from '../warnings.ts';

/**
 * What §4B1.1(c) makes of a career offender with a count under 18 U.S.C. § 924(c) or § 929(a): a range for all counts,
 * which takes the place of the one shown and of the term after it. `range` is that of the other counts, in months.
 */
export function careerFirearmWarnings(
	provisions: Provisions,
	{ career, parts }: LevelFound,
	statutes: readonly StatuteOfConviction[],
	range: Range,
): Warning[] {
	if (!career) return [];
	const { firearmRanges } = provisions['4B1.1'];
	if (!firearmRanges) return [];
	const armed = statutes.filter((count) => isUnder(count, firearmRanges.statutes));
	const term = consecutiveTermOf(armed);
	const row = firearmRanges.rows.find(({ acceptanceLevels }) => acceptanceLevels === -parts.acceptance);
	if (!term || !row) return [];
	const ofTable = readRange(row.cell);
	const added = {
		minimumMonths: plus(range.minimumMonths, term.leastMonths),
		maximumMonths: plus(range.maximumMonths, term.leastMonths),
	};
	const greater = compareMonths(added.minimumMonths, ofTable.minimumMonths) > 0 ? added : ofTable;
	const isSole = armed.length === statutes.length;
	const sole = isSole
		? `If there is no other count it is that of the table, ${rangeInWords(ofTable)} (${firearmRanges.provision}). If there is one: `
		: '';
	const sum = `the one with the greater minimum, here ${rangeInWords(greater)} for all counts together (§4B1.1(c)(2)): ${rangeInWords(ofTable)} from the table (${firearmRanges.provision}), or ${rangeInWords(added)} with ${inMonths(term.leastMonths)} added to both ends of the range shown`;
	const supposed = `That supposes that another count is itself violent or for drugs; if not, the range to add to is that of the other counts by Chapters Two, Three and Four, Part A (${firearmRanges.otherCounts})`;
	const message = `THE RANGE SHOWN IS NOT THE LAST STEP for a career offender convicted under ${term.provisions.join(', ')}. The guideline range: ${sole}${sum}. ${supposed}. A minimum of any other consecutive term comes on top`;
	return [{ code: 'career-offender-firearm', message }];
}

const plus = (months: Months, more: Months): Months => (months === 'life' || more === 'life' ? 'life' : months + more);
