import documentFields from '#fields' with { type: 'json' };
import { randomCase } from '../random/cases.ts';
import type { Random } from '../random/random.ts';
import { damagedBytes, mutatedText, mutatedValue } from './mutate.ts';

const keys = [
	...documentFields.caseDocument,
	'receivesPoints',
	'levels',
	'on',
	'term',
	'circumstance',
	'__proto__',
	'',
];

/** A line of JSON: a case, or something near one. */
export function jsonLine(random: Random, at: number): Buffer {
	const draft = { id: `r${at}`, ...randomCase(random) };
	const value = random.often(60) ? mutatedValue(random, draft, keys) : draft;
	const text = JSON.stringify(value) ?? 'undefined';
	return damagedBytes(random, random.often(8) ? mutatedText(random, text) : text);
}

const columns: readonly string[] = documentFields.caseDocument;

/** A header of CSV: most columns known, and now and then one that is not, or stands twice. */
export function csvHeader(random: Random, delimiter: string): string {
	const names = ['id', 'edition', 'baseOffenseLevel', 'criminalHistoryCategory'];
	const more = random.some(columns, 12).filter((name) => !names.includes(name));
	return [...names, ...more].join(delimiter);
}

/** A line under a header: the cells of a case, or something near them. */
export function csvLine(random: Random, header: string, delimiter: string, at: number): Buffer {
	const draft: Record<string, unknown> = { id: `r${at}`, ...randomCase(random) };
	const cells = header.split(delimiter).map((name) => cellOf(random, draft[name]));
	if (random.often(4)) cells.splice(random.below(cells.length), 1);
	const text = cells.map((cell) => (random.often(95) ? quoted(cell, delimiter) : cell)).join(delimiter);
	return damagedBytes(random, random.often(8) ? mutatedText(random, text) : text);
}

const spellings = [
	'',
	' ',
	'NA',
	'N/A',
	'.',
	'.A',
	'#N/A',
	'NULL',
	'TRUE',
	'yes',
	'1',
	'20.0',
	'−2',
	'10y',
	'life',
	'§2L1.2',
];

function cellOf(random: Random, value: unknown): string {
	if (random.often(6)) return random.pick(spellings);
	if (value === undefined) return '';
	if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(';');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const quoted = (cell: string, delimiter: string): string =>
	cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
