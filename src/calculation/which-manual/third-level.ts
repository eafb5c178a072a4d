// The government's motion for the third level, across two Manuals.
import { longDate } from '../../case/dates.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { isLower } from '../../result/ranges.ts';
import type { ChosenEdition, Result, Warning } from '../../result/result.ts';
import { wholeRange } from '../total-range/whole-range.ts';
import { earlierOf } from './earlier.ts';
import { laterCase } from './earlier-case.ts';
import { manualsOf, type Weighing } from './weighing.ts';

/**
 * The result with what the government's motion does to it, which the third level of acceptance takes since April 2003 and
 * did not before (§3E1.1(b)): a case of two levels may have lacked the motion alone, and so have three under the Manual in
 * force on the offense date; and where the motion is assumed, that Manual may govern without it.
 */
export function withThirdLevel(result: Result, weighing: Weighing, edition: ChosenEdition): Result {
	const { document, law, atSentencing, later } = weighing;
	const { from, to } = manualsOf(law, atSentencing, edition);
	const { decrease } = from['3E1.1'];
	const isOfMotion = needsMotion(from) === true && needsMotion(to) === false;
	if (!isOfMotion || document.acceptance === undefined || document.acceptance === 0) return result;
	if (document.acceptance === decrease.levels) {
		return document.underOffenseDateManual?.acceptance === undefined
			? withPossibleLevel(result, weighing, edition, to)
			: result;
	}
	if (result.edition.effectiveDate !== later.edition.effectiveDate) return result;
	const without = weighing.calculateUnder(
		laterCase({ ...document, acceptance: decrease.levels as CaseDocument['acceptance'] }, { from, to }),
		atSentencing,
	);
	const earlier = earlierOf({ ...weighing, later: without }, edition);
	if (!('result' in earlier) || !isLower(wholeRange(earlier.result), wholeRange(without))) return result;
	return { ...result, warnings: result.warnings.map((each) => withoutMotion(each, earlier.result, from)) };
}

function needsMotion({ '3E1.1': { additionalDecrease } }: Provisions): boolean | undefined {
	return additionalDecrease.inForce ? additionalDecrease.needsGovernmentMotion : undefined;
}

/** Two levels at sentencing, and the range of the earlier Manual with three. */
function withPossibleLevel(result: Result, weighing: Weighing, edition: ChosenEdition, to: Provisions): Result {
	const { document, later } = weighing;
	const full = { ...document, acceptance: 'full' as const };
	const three = earlierOf({ ...weighing, document: full }, edition);
	if (!('result' in three) || !isLower(wholeRange(three.result), wholeRange(result))) return result;
	if (three.result.offenseLevel.acceptance === later.offenseLevel.acceptance) return result;
	const { provision } = to['3E1.1'].additionalDecrease as { provision: string };
	const message = `The case counts two levels for acceptance. Under the Manual of ${longDate(edition.effectiveDate)}, in force on the offense date, the third level does not require the government's motion (${provision}). With the third level, the range is ${rangeInWords(wholeRange(three.result))}, lower than ${rangeInWords(wholeRange(result))} (§1B1.11(b)(1)). Give the levels of acceptance under that Manual: 3 if only the motion was lacking, otherwise 2.`;
	return { ...result, warnings: [{ code: 'third-level-without-motion', message }, ...result.warnings] };
}

/** The warning that a motion is assumed, where another Manual governs without it. */
function withoutMotion(warning: Warning, earlier: Result, from: Provisions): Warning {
	if (warning.code !== 'acceptance-motion-assumed') return warning;
	const { provision } = from['3E1.1'].additionalDecrease as { provision: string };
	const message = `"full" counts the third level of ${provision}, which in this edition requires the government's motion. Without the motion, the Manual of ${longDate(earlier.edition.effectiveDate)}, in force on the offense date, has the lower range and is used: level ${earlier.offenseLevel.total}, ${rangeInWords(wholeRange(earlier))}.`;
	return { code: 'acceptance-motion-assumed', message };
}
