// The report of a case.
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import type { Result } from '../result/result.ts';
import { consecutiveText } from './after-range.ts';
import type { Making, ReportDocument } from './document.ts';
import { reportSections } from './sections.ts';
import type { Scenario } from './side-by-side/scenarios.ts';
import { setTermText, totalNote, totalRangeLabel, totalText } from './total-range.ts';
import { harmless, rangeInMonths } from './words.ts';

/** A case with its result, and the scenarios that were asked of it. */
export interface Reported {
	given: CaseDocument;
	result: Result;
	scenarios?: readonly Scenario[] | undefined;
}

/**
 * The report of a case and its result: what was given, then the Commission's Worksheets A to D in their order, then the
 * case beside its scenarios, where there are any. The same case gives the same report.
 */
export function reportDocument({ given, result, scenarios = [] }: Reported, law: Law, making: Making): ReportDocument {
	const caption = result.caption ?? result.id;
	return {
		title: 'Guideline range worksheet',
		caption: caption === undefined ? undefined : harmless(caption),
		answer: [totalAnswer(result), rangeAnswer(result)].filter((text) => text !== '').join('. '),
		sections: reportSections({ given, result, scenarios }, law, making),
	};
}

function totalAnswer(result: Result): string {
	const total = totalText(result);
	return total === undefined ? '' : `${totalRangeLabel}: ${total}, ${totalNote(result)}`;
}

/** The guideline range; nothing where the total range says it all. */
function rangeAnswer(result: Result): string {
	const { guidelineRange, guidelineSentence, offenseLevel, criminalHistoryCategory } = result;
	const range = `Guideline range: ${rangeInMonths(guidelineRange)}`;
	if (guidelineSentence) {
		const setTerm = setTermText(result);
		return setTerm === '' ? '' : `${range} (${setTerm.replace(' (', ', ')}`;
	}
	const consecutive = consecutiveText(result);
	const plus = consecutive === '' ? '' : `, ${consecutive}`;
	return `${range} (offense level ${offenseLevel.total}, criminal history category ${criminalHistoryCategory})${plus}`;
}
