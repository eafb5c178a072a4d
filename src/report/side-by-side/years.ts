// One case through the editions.
import { longDate } from '../../case/dates.ts';
import type { Months } from '../../case/months.ts';
import { editionNamed } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Result } from '../../result/result.ts';
import { asText, type Dress, plainDress } from '../dress.ts';
import { extent, gapMark, lifeMark, longestTerm, sparkline, yearAxis } from '../sparkline.ts';
import { hasOtherTotal } from '../total-range.ts';
import { harmless, inAscii, monthsText, rangeInMonths, rangeText, wrap } from '../words.ts';
import {
	type Column,
	isAnswered,
	maximumEffects,
	minimumEffects,
	outcomeOf,
	problemText,
	titleOf,
	warningLines,
} from './comparison.ts';
import { gridLines } from './grid.ts';

/** A cell of each line; the first is the effective date. */
interface Part {
	title: string;
	width: number;
	textOf: (result: Result) => string;
}

const sinceWidth = 13;
const restWidth = 67;

/**
 * One case through the years: a line for each edition (the columns are headed by effective dates, oldest first)
 * that changes the answer, the change marked; and both ends of the range drawn year by year.
 */
export function yearsReport(given: readonly Column[], law: Law, dress: Dress = plainDress): string {
	const columns = dress.ascii ? inAscii(given) : given;
	const sections = [
		...titleOf(columns),
		tableLines(columns, dress),
		legend(columns, law),
		drawing(columns, law, dress),
		warningLines(columns, dress),
	];
	return asText(sections, dress);
}

function partsOf(columns: readonly Column[]): Part[] {
	const results = columns.filter(isAnswered).map(({ result }) => result);
	const floor = results.some((result) => result.floor || result.statutoryEffect.minimum === 'relieved');
	const ceiling = results.some((result) => result.ceiling);
	const limits = [...(floor ? ['Floor'] : []), ...(ceiling ? ['Ceiling'] : [])].join(', ');
	return [
		{ title: 'Level', width: 8, textOf: ({ offenseLevel }) => String(offenseLevel.total) },
		{ title: 'Cat.', width: 7, textOf: (result) => result.criminalHistoryCategory },
		{
			title: 'Table and zone',
			width: 13,
			textOf: ({ tableRange }) => `${rangeText(tableRange)} ${tableRange.zone ?? ''}`,
		},
		{ title: 'Guideline range', width: 12, textOf: rangesText },
		...(limits === '' ? [] : [{ title: limits, width: 13, textOf: limitsText }]),
		{ title: 'Fast track', width: limits === '' ? 27 : 14, textOf: fastTrackText },
	];
}

/** The guideline range, and that for all counts where it is another. */
function rangesText(result: Result): string {
	const { guidelineRange, totalRange } = result;
	const total = totalRange && hasOtherTotal(result) ? `; all counts ${rangeText(totalRange)}` : '';
	return `${rangeText(guidelineRange)}${total}`;
}

function limitsText({ floor, ceiling, statutoryEffect }: Result): string {
	const relieved = statutoryEffect.minimum === 'relieved';
	const texts = [
		...(floor || relieved ? [minimumEffects[statutoryEffect.minimum]] : []),
		...(ceiling ? [maximumEffects[statutoryEffect.maximum]] : []),
	];
	return texts.join('; ');
}

function fastTrackText({ fastTrack }: Result): string {
	if (!fastTrack.available) return 'not in force';
	if (fastTrack.effect === 'none') return `no change (${fastTrack.provision})`;
	const only = fastTrack.effect === 'high-end-only' ? ', high end only' : '';
	return `${rangeText(outcomeOf(fastTrack).range)}${only} (${fastTrack.provision})`;
}

function tableLines(columns: readonly Column[], dress: Dress): string[] {
	const parts = partsOf(columns);
	const widths = [sinceWidth, ...parts.map((part) => part.width)];
	const heads = [{ text: 'Since' }, ...parts.map(({ title }) => ({ text: title }))];
	const lines = gridLines([heads], widths, dress.bold).map(dress.bold);
	let before: string[] | undefined;
	for (const column of columns) {
		const texts = isAnswered(column)
			? parts.map(({ textOf }) => textOf(column.result))
			: [`rejected: ${harmless(problemText(column.problem))}`];
		const last = before;
		before = texts;
		if (last?.join('\n') === texts.join('\n')) continue;
		const comparable = isAnswered(column) && last?.length === texts.length;
		const cells = texts.map((text, index) => ({ text, marked: comparable && text !== last[index] }));
		const row = [{ text: column.heading }, ...cells];
		lines.push(...gridLines([row], isAnswered(column) ? widths : [sinceWidth, restWidth], dress.strong));
	}
	return lines;
}

function legend(columns: readonly Column[], law: Law): string[] {
	const first = columns.find(isAnswered);
	const levels = first === undefined ? 0 : outcomeOf(first.result.fastTrack).levels;
	const unverified = law.editions.editions
		.filter((edition) => !edition.verified)
		.map((edition) => ` Left out: the edition of ${longDate(edition.effectiveDate)}, which was not verified.`);
	return indented(
		`${columns.length} editions. An edition that changes nothing has no line. * differs from the line above. Fast track: the range after a ${levels}-level reduction.${unverified.join('')}`,
	);
}

const indented = (text: string): string[] => wrap(text, 78).map((line) => `  ${line}`);

/** Both ends of the guideline range, a mark a year: the law in force on the day by which a year names an edition. */
function drawing(columns: readonly Column[], law: Law, dress: Dress): string[] {
	const yearOf = (column: Column | undefined): number => Number(column?.heading.slice(0, 4));
	const [first, last] = [yearOf(columns[0]), yearOf(columns.at(-1))];
	const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
	const byEdition = new Map(columns.map((column) => [column.heading, column]));
	const ranges = years.map((year) => {
		const column = byEdition.get(editionNamed(law, String(year)).effectiveDate);
		return column && isAnswered(column) ? column.result.guidelineRange : undefined;
	});
	const low = ranges.map((range) => range?.minimumMonths);
	const high = ranges.map((range) => range?.maximumMonths);
	const longest = longestTerm([...low, ...high]);
	const line = (label: string, values: (Months | undefined)[]): string =>
		`  ${label.padEnd(10)}${sparkline(values, longest, dress.ascii)}  ${extentText(values)}`.trimEnd();
	const marks = [
		...(low.includes('life') || high.includes('life') ? [`${lifeMark} is life`] : []),
		...(ranges.includes(undefined) ? [`${gapMark} is rejected`] : []),
	];
	return [
		line('High end', high),
		line('Low end', low),
		`  ${''.padEnd(10)}${yearAxis(first, last).trimEnd()}`,
		...indented(
			[`One mark a year${longest === undefined ? '' : `, from 0 to ${longest} months`}`, ...marks].join('; '),
		),
	];
}

function extentText(values: readonly (Months | undefined)[]): string {
	const ends = extent(values);
	if (!ends) return '';
	const [lowest, highest] = ends;
	return lowest === highest ? monthsText(lowest) : rangeInMonths({ minimumMonths: lowest, maximumMonths: highest });
}
