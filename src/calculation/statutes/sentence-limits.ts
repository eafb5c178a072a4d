import { compareMonths, inMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { statedAssistance } from '../after-sentencing/reduction-authority.ts';
import type { StatutoryLimits } from '../range/chapter-five.ts';
import type { Warning } from '../warnings.ts';
import { consecutiveTermOf } from './consecutive-terms.ts';
import type { StatuteOfConviction } from './statutes.ts';

/**
 * A sentence imposed that the statutes do not allow, whatever the range: above the maximum, or below the minimum that
 * binds where nothing in the case lets the court go below it. `limits` are those that bind beside any relief.
 */
export function sentenceLimitWarnings(
	document: CaseDocument,
	{ minimum, maximum }: StatutoryLimits,
	statutes: readonly StatuteOfConviction[],
): Warning[] {
	const sentence = document.sentenceImposedMonths;
	if (sentence === undefined) return [];
	if (maximum !== undefined && compareMonths(sentence, maximum) > 0) {
		const term = consecutiveTermOf(statutes);
		const apart = term
			? `; a term under ${term.provisions.join(', ')} runs after the range and is not to be counted in sentenceImposedMonths`
			: '';
		const message = `THE SENTENCE EXCEEDS THE STATUTORY MAXIMUM: ${inMonths(sentence)}, and the counts of the range allow ${inMonths(maximum)} at the most${apart}`;
		return [{ code: 'sentence-above-maximum', message }];
	}
	if (minimum === undefined || compareMonths(sentence, minimum) >= 0 || statedAssistance(document) === true) return [];
	const message = `THE SENTENCE IS BELOW THE STATUTORY MINIMUM: ${inMonths(sentence)}, and the minimum that binds is ${inMonths(minimum)}; only substantial assistance (18 U.S.C. § 3553(e)) or the safety valve (§ 3553(f)) would let the court go below it. Give statutoryMinimumRelief where one applied`;
	return [{ code: 'sentence-below-minimum', message }];
}
