import type { CriminalHistory } from '../calculation/chapter-four.ts';
import type { FastTrack } from '../calculation/early-disposition.ts';
import type { Result } from '../calculation/result.ts';
import type { Step } from '../calculation/trace.ts';
import { longDate } from '../case/dates.ts';
import { provisionsOf } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';
import { around, tableLines } from './table.ts';
import {
	harmless,
	inAscii,
	monthsText,
	rangeInMonths,
	rangeText,
	signed,
	termText,
	toAscii,
	unbroken,
	wrap,
} from './words.ts';

/** How the text is dressed. The words are the same in every dress. */
export interface Dress {
	ascii: boolean;
	bold: (text: string) => string;
	strong: (text: string) => string;
	alert: (text: string) => string;
}

const plain = (text: string): string => text;
export const plainDress: Dress = { ascii: false, bold: plain, strong: plain, alert: plain };

const columns = 80;
const labelWidth = 18;

/** The answer on the screen, from the top down: range, steps, the table around the cell, floor, fast track, edition, warnings. */
export function textReport(given: Result, law: Law, dress: Dress = plainDress): string {
	const result = dress.ascii ? inAscii(given) : given;
	const sections = [
		heading(result, dress),
		historyLines(result.criminalHistory),
		stepLines(result.steps),
		tableSection(result, law, dress),
		statutoryLines(result),
		fastTrackLines(result.fastTrack),
		editionLines(result),
		warningLines(result, dress),
	];
	const text = sections
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
	return `${dress.ascii ? toAscii(text) : text}\n`;
}

function heading(result: Result, dress: Dress): string[] {
	const { tableRange, guidelineRange, offenseLevel, criminalHistoryCategory } = result;
	const zone = tableRange.zone === null ? '' : ` · Zone ${tableRange.zone}`;
	const range = `Guideline range   ${rangeInMonths(guidelineRange)}`;
	const cell = `offense level ${offenseLevel.total} · category ${criminalHistoryCategory}${zone}`;
	const title = result.caption ?? result.id;
	return [
		...(title === undefined ? [] : [...wrap(harmless(title), columns), '']),
		`${dress.strong(range)}${' '.repeat(Math.max(columns - range.length - cell.length - 4, 3))}${cell}`,
	];
}

/** What each prior scores and why, then the points of the whole and the category. */
function historyLines(history: CriminalHistory | undefined): string[] {
	if (history === undefined) return [];
	const { priors, status, recency, points, category } = history;
	const line = (words: string, scored: number, provision: string) => {
		const left = wrap(harmless(words), columns - 30).map((part) => `  ${part}`);
		const last = left.pop() as string;
		return [...left, `${last.padEnd(columns - 26)}${provision.padEnd(18)}${String(scored).padStart(6)}`.trimEnd()];
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
	const descriptionWidth = columns - 2 - provisionWidth - 10;
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

/** A label and its text, wrapped under itself. */
export function labelled(label: string, text: string): string[] {
	return wrap(text, columns - labelWidth).map(
		(line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth - 2)}${line}`,
	);
}

const minimumWords = {
	none: 'does not change this range',
	'raises-low-end': 'raises the low end of this range',
	'becomes-guideline-sentence': 'is above the range and becomes the guideline sentence',
	relieved: 'no longer binds',
};

const maximumWords = {
	none: 'does not change this range',
	'caps-high-end': 'caps the high end of this range',
	'becomes-guideline-sentence': 'is below the range and becomes the guideline sentence',
};

function statutoryLines(result: Result): string[] {
	const { floor, ceiling, statute, statutoryEffect, tableRange, guidelineRange } = result;
	const lines: string[] = [];
	if (statute) {
		const words = `${statute.provision}, ${statute.description}: at most ${statute.maximumMonths} months, class ${statute.class}`;
		lines.push(...labelled('Statute', words));
	}
	const category = result.criminalHistoryCategory;
	if (rangeText(tableRange) !== rangeText(guidelineRange)) {
		lines.push(
			...labelled(
				'Table range',
				`${rangeInMonths(tableRange)}, before the statutory limits (${statutoryEffect.provisions.join(', ')})`,
			),
		);
	}
	if (statutoryEffect.minimum === 'relieved') {
		lines.push(...labelled('Floor', 'none: the statutory minimum no longer binds, by the relief given'));
	}
	if (floor) {
		const parts = [
			floor.becomesGuidelineSentenceAtOrBelowLevel === null
				? []
				: [`it is the guideline sentence at level ${floor.becomesGuidelineSentenceAtOrBelowLevel} and below`],
			floor.noEffectAtOrAboveLevel === null ? [] : [`it has no effect from level ${floor.noEffectAtOrAboveLevel}`],
		].flat();
		const words = `the ${termText(floor.minimumMonths)} minimum ${minimumWords[statutoryEffect.minimum]}. ${inCategory(category, parts)}`;
		lines.push(...labelled('Floor', words.trim()));
	}
	if (ceiling) {
		const parts = [
			ceiling.noEffectAtOrBelowLevel === null ? [] : [`it has no effect up to level ${ceiling.noEffectAtOrBelowLevel}`],
			ceiling.becomesGuidelineSentenceAtOrAboveLevel === null
				? []
				: [`it is the guideline sentence from level ${ceiling.becomesGuidelineSentenceAtOrAboveLevel}`],
		].flat();
		const words = `the ${termText(ceiling.maximumMonths)} maximum ${maximumWords[statutoryEffect.maximum]}. ${inCategory(category, parts)}`;
		lines.push(...labelled('Ceiling', words.trim()));
	}
	if (result.sentenceImposed) {
		const { months, position } = result.sentenceImposed;
		lines.push(...labelled('Sentence', `${monthsText(months)}: ${positionWords[position]}`));
	}
	return lines;
}

export const positionWords = {
	below: 'below the guideline range',
	'at-low-end': 'at the low end of the guideline range',
	within: 'within the guideline range',
	'at-high-end': 'at the high end of the guideline range',
	above: 'above the guideline range',
};

const inCategory = (category: string, parts: string[]): string =>
	parts.length === 0 ? '' : `In category ${category} ${parts.join(', and ')}.`;

function fastTrackLines(fastTrack: FastTrack): string[] {
	if (!fastTrack.available) return labelled('Fast track', fastTrack.reason ?? 'not available');
	const kind =
		fastTrack.kind === 'departure'
			? `${fastTrack.provision}, a departure: the guideline range above stays what it is`
			: `${fastTrack.provision}, an adjustment inside the offense level`;
	const asked =
		fastTrack.levels === 0
			? ''
			: fastTrack.kind === 'departure'
				? ` Levels asked for: ${fastTrack.levels}.`
				: ` Levels counted above: ${fastTrack.levels}.`;
	const cells = fastTrack.outcomes.map(({ levels, range }) => unbroken(`${levels}: ${rangeText(range)}`));
	return [
		...labelled('Fast track', fastTrack.explanation),
		...labelled('', `It takes the government's motion (${kind}).${asked}`),
		...labelled('', `By levels of reduction: ${cells.join(' · ')}`),
	];
}

function editionLines(result: Result): string[] {
	const { edition, editionChoice } = result;
	return [
		...labelled('Edition', `Guidelines Manual of ${longDate(edition.effectiveDate)}, ${edition.reason}`),
		...(editionChoice === undefined ? [] : labelled('', `${editionChoice.provision}: ${editionChoice.reason}.`)),
		...(editionChoice?.considered ?? []).flatMap(
			({ effectiveDate, inForceOn, offenseLevel, criminalHistoryCategory, guidelineRange }) =>
				labelled(
					'',
					`${longDate(effectiveDate)} (${inForceOn}): level ${offenseLevel}, category ${criminalHistoryCategory}, ${rangeInMonths(guidelineRange)}`,
				),
		),
	];
}

function warningLines(result: Result, dress: Dress): string[] {
	return result.warnings.flatMap(({ message }) => labelled('Warning', harmless(message)).map(dress.alert));
}
