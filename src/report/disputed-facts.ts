// What each disputed fact is worth, as lines and as tables.
import { amountInWords } from '../result/amount-words.ts';
import { signed } from '../result/range-words.ts';
import type { DisputedFact, Result } from '../result/result.ts';
import type { Block } from './document.ts';
import type { Dress } from './dress.ts';
import { harmless, rangeText, wrap } from './words.ts';

type Outcome = DisputedFact['outcomes'][number];

const title = 'Disputed facts: the range in months if each is found otherwise, with every limit';
const columns = ['If found', 'Drugs', 'Level', 'Range', 'Low/high'];

/** How far the case is from the next threshold, and from that of its own level: `0.1 g below the next level`. */
function distances({ kind, unit = '', belowNext, aboveThis }: DisputedFact): string[] {
	const place = kind === 'charged-weight' ? 'tier' : 'level';
	const words = (amount: string): string => amountInWords(amount, unit === 'percent' ? 'points' : unit);
	return [
		...(belowNext === undefined ? [] : [`${words(belowNext)} below the next ${place}`]),
		...(aboveThis === undefined
			? []
			: [
					aboveThis === '0'
						? `exactly where its ${place} begins`
						: `${words(aboveThis)} above where its ${place} begins`,
				]),
	];
}

const named: Record<DisputedFact['kind'], (subject: string) => string> = {
	weight: (drug) => `Weight of ${drug}`,
	'charged-weight': (drug) => `Weight charged, ${drug}`,
	purity: (drug) => `Purity of ${drug}`,
	role: () => 'Role in the offense',
	'safety-valve': () => 'Safety valve',
};

function headingOf(fact: DisputedFact): string {
	const { kind, subject, asGiven, provision } = fact;
	const said = [asGiven, ...distances(fact)].join(', ');
	return `${named[kind](subject)} (${provision}): ${said}`;
}

/** `−30/−23`: what the low and the high end change, in months. */
function changeText({ lowEndChange, highEndChange }: Outcome): string {
	if (lowEndChange === 0 && highEndChange === 0) return 'same';
	return [lowEndChange, highEndChange].map((months) => (months === null ? 'life' : signed(months))).join('/');
}

function cellsOf(outcome: Outcome): string[] {
	const { fact, statute, drugLevel, offenseLevel, range, asInCase } = outcome;
	const months = asInCase ? `[${rangeText(range)}]` : rangeText(range);
	const words = statute === undefined ? fact : `${fact}: ${statute}`;
	return [
		harmless(asInCase ? `${words} (the case)` : words),
		String(drugLevel ?? ''),
		String(offenseLevel),
		months,
		asInCase ? '' : changeText(outcome),
	];
}

/** The columns of a fact: the level of the drugs only where it is one of weight. */
function tableOf({ outcomes }: DisputedFact): { headings: string[]; rows: string[][] } {
	const hasLevels = outcomes.some(({ drugLevel }) => drugLevel !== undefined);
	const shown = (cells: readonly string[]): string[] => cells.filter((_, index) => hasLevels || index !== drugsColumn);
	return { headings: shown(columns), rows: outcomes.map((one) => shown(cellsOf(one))) };
}

const drugsColumn = columns.indexOf('Drugs');
const indent = '    ';
const headingWidth = 74;
const numberWidths: Record<string, number> = { Drugs: 7, Level: 7, Range: 12, 'Low/high': 12 };

function rowLines([fact = '', ...numbers]: readonly string[], [, ...headings]: readonly string[]): string[] {
	const cells = numbers.map((text, index) => text.padStart(numberWidths[headings[index] as string] as number)).join('');
	const width = headingWidth - cells.length;
	const lines = wrap(fact, width - 2);
	const last = lines.pop() as string;
	return [...lines.map((line) => `${indent}${line}`), `${indent}${last.padEnd(width)}${cells}`.trimEnd()];
}

/** The facts as text: under each how far the case is from a threshold, the case worked out with each way to find it. */
export function disputedLines({ disputedFacts }: Result, dress: Dress): string[] {
	if (disputedFacts === undefined) return [];
	return [
		`  ${title}`,
		...disputedFacts.flatMap((fact) => {
			const { headings, rows } = tableOf(fact);
			const dressed = (index: number) => (fact.outcomes[index]?.asInCase ? dress.bold : (line: string) => line);
			return [
				'',
				...wrap(harmless(headingOf(fact)), headingWidth).map((line) => `  ${line}`),
				...rowLines(headings, headings),
				...rows.flatMap((row, index) => rowLines(row, headings).map(dressed(index))),
				...notes(fact).flatMap((note) => wrap(note, headingWidth).map((line) => `${indent}${line}`)),
			];
		}),
	];
}

const notes = ({ notWorkedOut }: DisputedFact): string[] =>
	notWorkedOut === undefined ? [] : [harmless(`Not worked out: ${notWorkedOut}`)];

/** The same as tables of a report. */
export function disputedBlocks({ disputedFacts = [] }: Result): Block[] {
	return disputedFacts.flatMap((fact): Block[] => {
		const { headings, rows } = tableOf(fact);
		return [
			{
				kind: 'grid',
				caption: harmless(`${headingOf(fact)}. The range in months with every limit, and what its ends change`),
				columns: headings.map((heading, index) => ({ heading, numeric: index > 0 })),
				rows: rows.map((row, index) => row.map((text) => ({ text, marked: fact.outcomes[index]?.asInCase === true }))),
			},
			...notes(fact).map((text): Block => ({ kind: 'note', text })),
		];
	});
}
