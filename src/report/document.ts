import type { Result } from '../calculation/result.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import { consecutiveText } from './after-range.ts';
import { reportSections } from './sections.ts';
import type { Scenario } from './side-by-side/scenarios.ts';
import { setTermText, totalNote, totalRangeLabel, totalText } from './total-range.ts';
import { harmless, rangeInMonths } from './words.ts';

/** A report as its parts, before a format dresses them. All text is harmless: one line, no control characters. */
export interface ReportDocument {
	title: string;
	/** The caption or id of the case: text of the user's. */
	caption: string | undefined;
	/** The guideline range in a line. */
	answer: string;
	sections: Section[];
}

export interface Section {
	heading: string;
	blocks: Block[];
}

export type Block = Facts | Grid | Picture | Note;

/** Labels and what is said under them, one or more lines each. */
export interface Facts {
	kind: 'facts';
	rows: { label: string; lines: string[] }[];
}

/** A table with a header row; the first cell of a row is its header. */
export interface Grid {
	kind: 'grid';
	caption: string;
	columns: { heading: string; numeric: boolean }[];
	rows: { text: string; marked?: boolean }[][];
}

/** Tables of so many rows or fewer, and facts of so many lines, stand on one page. */
export const keptTogether = 12;

/** A picture that says what the text beside it says. */
interface Picture {
	kind: 'picture';
	svg: string;
	caption: string;
}

interface Note {
	kind: 'note';
	text: string;
}

/** What a report says of its own making. `dated` is the user's word for the day, or nothing. */
export interface Making {
	version: string;
	dated: string | undefined;
}

/**
 * The report of a case and its result: what was given, then the Commission's Worksheets A to D in their order, then the
 * case beside its scenarios, where there are any. The same case gives the same report.
 */
export function reportDocument(
	given: CaseDocument,
	result: Result,
	law: Law,
	making: Making,
	scenarios: readonly Scenario[] = [],
): ReportDocument {
	const caption = result.caption ?? result.id;
	return {
		title: 'Guideline range worksheet',
		caption: caption === undefined ? undefined : harmless(caption),
		answer: [totalAnswer(result), rangeAnswer(result)].filter((text) => text !== '').join('. '),
		sections: reportSections(given, result, law, making, scenarios),
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
