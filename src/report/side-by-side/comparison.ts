// Several answers side by side.
import { termsApart, wholeRange } from '../../calculation/total-range/whole-range.ts';
import type { Problem } from '../../case/errors.ts';
import type { FastTrack, Result } from '../../result/result.ts';
import { doubtText } from '../after-range.ts';
import { asText, type Dress, plainDress } from '../dress.ts';
import { labelled } from '../formats/text.ts';
import { positionText } from '../statements.ts';
import { hasOtherTotal, termsText, totalRangeLabel, totalText } from '../total-range.ts';
import { harmless, inAscii, rangeInMonths, rangeText, screenWidth, signed, termText, wrap } from '../words.ts';
import { type GridCell, gridLines } from './grid.ts';

/** One answer of a comparison under its heading: the result, or why there is none. */
export type Column = { heading: string; result: Result } | { heading: string; problem: Problem };

export const isAnswered = (column: Column): column is Extract<Column, { result: Result }> => 'result' in column;

const labelWidth = 19;
const narrowest = 20;

/** Results side by side, with what differs from the first of them marked; in blocks where there are many. */
export function comparisonReport(given: readonly Column[], dress: Dress = plainDress): string {
	const columns = dress.ascii ? inAscii(given) : given;
	const first = columns.find(isAnswered)?.result;
	const perBlock = Math.min(columns.length, Math.floor((screenWidth - labelWidth) / narrowest));
	const blocks = Array.from({ length: Math.ceil(columns.length / perBlock) }, (_, block) =>
		blockLines(columns.slice(block * perBlock, (block + 1) * perBlock), { columns, first, perBlock }, dress),
	);
	const sections = [
		...titleOf(columns),
		...blocks,
		legend(columns),
		refusalLines(columns),
		warningLines(columns, dress),
	];
	return asText(sections, dress);
}

/** What the results are compared in. A row that is empty everywhere is left out. */
const rows: [label: string, textOf: (result: Result) => string][] = [
	['Case', (result) => nameOf(result)],
	['Edition', ({ edition }) => edition.effectiveDate + (edition.verified ? '' : ' (not verified)')],
	['Offense level', ({ offenseLevel }) => String(offenseLevel.total)],
	['Levels added', ({ steps }) => levelsOf(steps.map((step) => step.levels))],
	['Category', (result) => result.criminalHistoryCategory],
	['Table range', (result) => cellText(result)],
	[totalRangeLabel, (result) => totalText(result) ?? ''],
	['Guideline range', ({ guidelineRange }) => rangeInMonths(guidelineRange)],
	['Consecutive', (result) => [termsText(result), doubtText(result)].filter((text) => text !== '').join('; ')],
	['Floor', (result) => floorText(result)],
	['Ceiling', (result) => ceilingText(result)],
	['Fast track', ({ fastTrack }) => fastTrackText(fastTrack)],
	['Total', (result) => inAllText(result)],
	['Sentence', (result) => sentenceText(result)],
];

/** The range for all counts, or with the terms that run after it; empty where there are none. */
function inAllText(result: Result): string {
	return termsApart(result) === undefined && !hasOtherTotal(result) ? '' : rangeInMonths(wholeRange(result));
}

/** Where the sentence lies, and whether it is taken with the consecutive terms or without: one may be read both ways side by side. */
function sentenceText(result: Result): string {
	const { sentenceImposed, totalRange } = result;
	if (sentenceImposed === undefined) return '';
	const position = positionText(result);
	if (hasOtherTotal(result) && totalRange) return `${position}, as the total sentence`;
	return termsApart(result) ? `${position}, not counting the consecutive terms` : position;
}

function blockLines(
	columns: readonly Column[],
	{ columns: all, first, perBlock }: { columns: readonly Column[]; first: Result | undefined; perBlock: number },
	dress: Dress,
): string[] {
	const widths = [labelWidth, ...columns.map(() => Math.floor((screenWidth - labelWidth) / perBlock))];
	const heading = [{ text: '' }, ...columns.map(({ heading }) => ({ text: harmless(heading) }))];
	const body = comparedRows(columns, all, first);
	return [...gridLines([heading], widths, dress.bold).map(dress.bold), ...gridLines(body, widths, dress.strong)];
}

/** What some of the answers are compared in: a label, then a cell each, marked where it differs from the first of all. */
export function comparedRows(
	columns: readonly Column[],
	all: readonly Column[],
	first: Result | undefined,
): [GridCell, ...GridCell[]][] {
	const answered = columns.some(isAnswered);
	const shownRows = rows.filter(([label, textOf]) => {
		if (label === 'Edition') return true;
		if (label === 'Case' && haveOneName(all)) return false;
		return answered && all.some((column) => isAnswered(column) && textOf(column.result) !== '');
	});
	return shownRows.map(([label, textOf]) => [
		{ text: label },
		...columns.map((column): GridCell => {
			if (!isAnswered(column)) return { text: label === 'Edition' ? 'rejected' : '' };
			const text = textOf(column.result);
			const marked = label !== 'Case' && first !== undefined && text !== textOf(first);
			return { text: text === '' ? 'none' : text, marked };
		}),
	]);
}

const nameOf = ({ caption, id }: Result): string => harmless(caption ?? id ?? '');

function haveOneName(columns: readonly Column[]): boolean {
	const answered = columns.filter(isAnswered);
	const names = new Set(answered.map(({ result }) => nameOf(result)));
	return names.size === 1 && (answered.length > 1 || columns.length === 1);
}

/** The name that all answers share, above them all. */
export function titleOf(columns: readonly Column[]): string[][] {
	const answered = columns.find(isAnswered);
	const name = answered && haveOneName(columns) ? nameOf(answered.result) : '';
	return name === '' ? [] : [wrap(name, screenWidth)];
}

const levelsOf = (levels: readonly number[]): string =>
	levels
		.filter((change, index) => index === 0 || change !== 0)
		.map((change, index) => (index === 0 ? String(change) : signed(change)))
		.join(' ');

/** The cell of the table with its zone: `12–18, Zone C`. */
export function cellText({ tableRange }: Result): string {
	return rangeText(tableRange) + (tableRange.zone === null ? '' : `, Zone ${tableRange.zone}`);
}

export const minimumEffects = {
	none: 'no effect',
	'raises-low-end': 'raises the low end',
	'becomes-guideline-sentence': 'is the guideline sentence',
	relieved: 'no longer binds',
};

export const maximumEffects = {
	none: 'no effect',
	'caps-high-end': 'caps the high end',
	'becomes-guideline-sentence': 'is the guideline sentence',
};

/** What the statutory minimum does: `120-month minimum: raises the low end`; nothing where there is none. */
export function floorText({ floor, statutoryEffect }: Result): string {
	const effect = minimumEffects[statutoryEffect.minimum];
	if (statutoryEffect.minimum === 'relieved') return effect;
	return floor ? `${termText(floor.minimumMonths)} minimum: ${effect}` : '';
}

/** The same of the statutory maximum. */
export function ceilingText({ ceiling, statutoryEffect }: Result): string {
	return ceiling ? `${termText(ceiling.maximumMonths)} maximum: ${maximumEffects[statutoryEffect.maximum]}` : '';
}

/** What the levels asked for (the most there are, where none were) do to the range. */
function fastTrackText(fastTrack: FastTrack): string {
	if (!fastTrack.available) return fastTrack.reason ?? 'not available';
	const outcome = outcomeOf(fastTrack);
	const levels = `${outcome.levels} ${outcome.levels === 1 ? 'level' : 'levels'}`;
	if (fastTrack.effect === 'none') return `${levels}: no change`;
	const what = fastTrack.effect === 'lowers-range' ? 'lowers the range' : 'lowers the high end only';
	return `${levels}: ${rangeText(outcome.range)}, ${what}`;
}

export function outcomeOf({ levels, outcomes }: FastTrack): FastTrack['outcomes'][number] {
	const outcome = outcomes.find((candidate) => candidate.levels === levels) ?? outcomes.at(-1);
	if (!outcome) throw new RangeError('no fast-track outcome');
	return outcome;
}

function legend(columns: readonly Column[]): string[] {
	return columns.filter(isAnswered).length > 1 ? ['  * differs from the first case'] : [];
}

const refusalLines = (columns: readonly Column[]): string[] =>
	refusalReasons(columns).flatMap((reason) => labelled('Rejected', reason));

/** Why each refused answer is none, after its heading. Equal reasons stand together. */
export function refusalReasons(columns: readonly Column[]): string[] {
	const reasons = columns.map((column) => (isAnswered(column) ? [] : [problemText(column.problem)]));
	return grouped(columns, reasons).map(([reason, where]) => harmless(`${where}: ${reason}`));
}

/** What is wrong, after the field or flag that it is about. */
export const problemText = ({ path, message }: Problem): string => (path === '' ? message : `${path}: ${message}`);

export const warningLines = (columns: readonly Column[], dress: Dress): string[] =>
	warningsOf(columns).flatMap((warning) => labelled('Warning', warning).map(dress.alert));

/** The warnings of all answers, each once, with the headings it belongs to where not to all. */
export function warningsOf(columns: readonly Column[]): string[] {
	const messages = columns.map((column) =>
		isAnswered(column) ? column.result.warnings.map((warning) => warning.message) : [],
	);
	const answered = columns.filter(isAnswered).length;
	return grouped(columns, messages).map(([message, where, count]) =>
		harmless(count === answered ? message : `${where}: ${message}`),
	);
}

/** Each message once, with the headings of its columns and their number. */
function grouped(columns: readonly Column[], messages: readonly string[][]): [string, string, number][] {
	return [...new Set(messages.flat())].map((message) => {
		const holds = columns.map((_, index) => messages[index]?.includes(message) === true);
		return [message, headingsText(columns, holds), holds.filter(Boolean).length];
	});
}

/** The headings for which something holds: `2011`, or `2003 to 2018 (5)` for some in a row. */
function headingsText(columns: readonly Column[], holds: readonly boolean[]): string {
	const runs: string[][] = [];
	columns.forEach(({ heading }, index) => {
		if (!holds[index]) return;
		if (index > 0 && holds[index - 1]) runs.at(-1)?.push(heading);
		else runs.push([heading]);
	});
	const few = 3;
	return runs
		.map((run) => (run.length <= few ? run.join(', ') : `${run[0]} to ${run.at(-1)} (${run.length})`))
		.join(', ');
}
