// An answer as text on the screen.
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { CriminalHistory, Result, Step } from '../../result/result.ts';
import {
	afterRangeStatements,
	consecutiveText,
	reductionStatements,
	reliefStatements,
	statuteStatements,
} from '../after-range.ts';
import { chapterTwoStatements } from '../chapter-two.ts';
import { disputedLines } from '../disputed-facts.ts';
import { asText, type Dress, plainDress } from '../dress.ts';
import { editionStatements } from '../edition-statements.ts';
import { sensitivityLines } from '../sensitivity.ts';
import type { Statement } from '../statement.ts';
import { fastTrackStatements, statutoryStatements } from '../statements.ts';
import { around, tableLines } from '../table.ts';
import { hasOtherTotal, setTermText, totalNote, totalRangeLabel, totalText } from '../total-range.ts';
import { harmless, inAscii, rangeInMonths, screenWidth, signed, wrap } from '../words.ts';

const labelWidth = 18;

/** The answer on the screen, from the top down: range, steps, the table around the cell, floor, fast track, options, edition, warnings. */
export function textReport(given: Result, law: Law, dress: Dress = plainDress): string {
	const result = dress.ascii ? inAscii(given) : given;
	const sections = [
		heading(result, dress),
		stated(reductionStatements(result)),
		historyLines(result.criminalHistory),
		result.guidelineSentence ? [] : stepLines(result.steps),
		stated(chapterTwoStatements(result)),
		result.guidelineSentence ? [] : tableSection(result, law, dress),
		stated([...statuteStatements(result), ...reliefStatements(result.relief), ...statutoryStatements(result)]),
		stated(fastTrackStatements(result)),
		stated(afterRangeStatements(result)),
		result.guidelineSentence ? [] : sensitivityLines(result, dress),
		disputedLines(result, dress),
		stated(editionStatements(result)),
		warningLines(result, dress),
	];
	return asText(sections, dress);
}

function heading(result: Result, dress: Dress): string[] {
	const title = result.caption ?? result.id;
	const total = totalText(result);
	return [
		...(title === undefined ? [] : [...wrap(harmless(title), screenWidth), '']),
		...(total === undefined ? [] : [dress.strong(`${totalRangeLabel.padEnd(labelWidth)}${total}`)]),
		...(total === undefined ? [] : labelled('', totalNote(result))),
		...(total === undefined || result.guidelineSentence ? [] : ['']),
		...rangeLines(result, dress),
	];
}

/** The guideline range with its level and category, or the term that the statute sets; nothing where the total range is both. */
function rangeLines(result: Result, dress: Dress): string[] {
	const { sentencingOptions, tableRange, guidelineRange, offenseLevel, criminalHistoryCategory } = result;
	const range = `Guideline range   ${rangeInMonths(guidelineRange)}`;
	if (result.guidelineSentence) {
		const setTerm = setTermText(result);
		return setTerm === '' ? [] : [dress.strong(range), ...labelled('', setTerm)];
	}
	const ofCell = hasOtherTotal(result) ? tableRange.zone : sentencingOptions.zone;
	const zone = ofCell === null ? '' : ` · Zone ${ofCell}`;
	const cell = `offense level ${offenseLevel.total} · category ${criminalHistoryCategory}${zone}`;
	const consecutive = consecutiveText(result);
	return [
		`${dress.strong(range)}${' '.repeat(Math.max(screenWidth - range.length - cell.length - 4, 3))}${cell}`,
		...(consecutive === '' ? [] : labelled('', consecutive).map(dress.strong)),
	];
}

/** What each prior scores and why, then the points of the whole and the category. */
function historyLines(history: CriminalHistory | undefined): string[] {
	if (history === undefined) return [];
	const { priors, status, recency, points, category } = history;
	const line = (words: string, scored: number, provision: string) => {
		const left = wrap(harmless(words), screenWidth - 30).map((part) => `  ${part}`);
		const last = left.pop() as string;
		return [...left, `${last.padEnd(screenWidth - 26)}${provision.padEnd(18)}${String(scored).padStart(6)}`.trimEnd()];
	};
	return [
		'Criminal history',
		...priors.flatMap(({ id, points: scored, provision, reason }) => line(`${id}: ${reason}`, scored, provision)),
		...[status, ...(recency ? [recency] : [])].flatMap((each) => line(each.reason, each.points, each.provision)),
		...line(`${points} ${points === 1 ? 'point' : 'points'}, category ${category}`, points, ''),
	];
}

function stepLines(steps: readonly Step[]): string[] {
	const provisionWidth = Math.min(Math.max(...steps.map((step) => harmless(step.provision).length)) + 2, 28);
	const descriptionWidth = screenWidth - 2 - provisionWidth - 10;
	return steps.flatMap((step, index) => {
		const provision = wrap(harmless(step.provision), provisionWidth - 1);
		const description = wrap(harmless(step.description), descriptionWidth);
		const change = index === 0 ? '' : signed(step.levels);
		const height = Math.max(provision.length, description.length);
		return Array.from({ length: height }, (_, line) => {
			const numbers = line === height - 1 ? `${change.padStart(5)}${String(step.offenseLevel).padStart(4)}` : '';
			const left = `  ${(provision[line] ?? '').padEnd(provisionWidth)}${(description[line] ?? '').padEnd(descriptionWidth)}`;
			return `${left}${numbers}`.trimEnd();
		});
	});
}

function tableSection(result: Result, law: Law, dress: Dress): string[] {
	const table = provisionsOf(law, result.edition.effectiveDate)['sentencing-table'];
	const { total: level } = result.offenseLevel;
	const category = result.criminalHistoryCategory;
	return tableLines(table, around(table, level, category), { level, category }, dress.bold);
}

const stated = (statements: readonly Statement[]): string[] =>
	statements.flatMap(({ label, text }) => labelled(label, harmless(text)));

/** A label and its text, wrapped under itself. */
export function labelled(label: string, text: string): string[] {
	return wrap(text, screenWidth - labelWidth).map(
		(line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth - 2)}${line}`,
	);
}

function warningLines(result: Result, dress: Dress): string[] {
	return result.warnings.flatMap(({ message }) => labelled('Warning', harmless(message)).map(dress.alert));
}
