// Warnings: a sentence imposed outside the statutory limits.
import { compareMonths, inMonths, type Months, plusMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { statedAssistance } from '../../case/stated-assistance.ts';
import type { StatuteOfConviction, Warning } from '../../result/result.ts';
import type { StatutoryLimits } from '../range/guideline-range.ts';
import { consecutiveTermOf } from '../statutes/consecutive-terms.ts';

/** What else the range for all counts says of the sentence: it is then the sentence on all counts, with the terms in that range. */
interface InTotal {
	/** The counts whose terms are in it, and the least that these require, in months. */
	firearm: readonly StatuteOfConviction[];
	term: Months;
}

/**
 * A sentence imposed that the statutes do not allow, whatever the range: above the maximum, or below the minimum that
 * binds where nothing in the case lets the court go below it. `limits` are those that bind beside any relief.
 */
export function sentenceLimitWarnings(
	document: CaseDocument,
	limits: StatutoryLimits,
	statutes: readonly StatuteOfConviction[],
	{ firearm, term }: InTotal,
): Warning[] {
	const sentence = document.sentenceImposedMonths;
	if (sentence === undefined) return [];
	const ofFirearm = firearm.map(({ maximumMonths }) => maximumMonths);
	const maximum = limits.maximum && ofFirearm.reduce(plusMonths, limits.maximum);
	const minimum = firearm.length === 0 ? limits.minimum : plusMonths(limits.minimum ?? 0, term);
	if (maximum !== undefined && compareMonths(sentence, maximum) > 0) {
		const apartFrom = consecutiveTermOf(statutes.filter((count) => !firearm.includes(count)));
		const apart = apartFrom
			? ` Do not include in the sentence a consecutive term under ${apartFrom.provisions.join(', ')}.`
			: '';
		const message = `THE SENTENCE EXCEEDS THE STATUTORY MAXIMUM: ${inMonths(sentence)}, but the counts in the range allow at most ${inMonths(maximum)}.${apart} Correct the sentence, or name every count.`;
		return [{ code: 'sentence-above-maximum', message }];
	}
	if (minimum === undefined || compareMonths(sentence, minimum) >= 0 || statedAssistance(document) === true) return [];
	const message = `THE SENTENCE IS BELOW THE STATUTORY MINIMUM: ${inMonths(sentence)}, but the minimum is ${inMonths(minimum)}. Only substantial assistance (18 U.S.C. § 3553(e)) or the safety valve (§ 3553(f)) lets the court go below it. Correct the sentence, or name the relief that applied.`;
	return [{ code: 'sentence-below-minimum', message }];
}
