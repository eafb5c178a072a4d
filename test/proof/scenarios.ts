import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A call of the program that writes, in a folder of its own. */
export interface Scenario {
	name: string;
	words: string[];
	/** The file that it writes beside standard output. */
	target?: string;
}

const line = (at: number, level = 20) =>
	`{"id":"r${at}","edition":"2011","baseOffenseLevel":${level},"criminalHistoryCategory":"I"}\n`;
const caseText =
	'{"edition":"2011","baseOffenseLevel":34,"acceptance":3,"criminalHistoryCategory":"I","statutoryMinimumMonths":120}';
const lines = Array.from({ length: 900 }, (_, at) => line(at, at % 30 === 7 ? 50 : 20 + (at % 20))).join('');

export const scenarios: readonly Scenario[] = [
	{ name: 'calc to standard output', words: ['calc', '--case', 'case.json'] },
	{ name: 'calc --output', words: ['calc', '--case', 'case.json', '--output', 'out.txt'], target: 'out.txt' },
	{ name: 'a Word report', words: ['calc', '--case', 'case.json', '--output', 'out.docx'], target: 'out.docx' },
	{ name: 'batch to standard output', words: ['batch', 'cases.jsonl', 'more.jsonl'] },
	{ name: 'batch --rejects', words: ['batch', '--rejects', 'again.jsonl', 'cases.jsonl'], target: 'again.jsonl' },
	{
		name: 'batch --rejects in two threads',
		words: ['batch', '--jobs', '2', '--rejects', 'again.jsonl', 'cases.jsonl'],
		target: 'again.jsonl',
	},
];

export const oldText = 'what stood here before\n';

/** A folder with the inputs, and the target as it was before. */
export function newFolder({ target }: Scenario): string {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-proof-'));
	writeFileSync(join(folder, 'case.json'), caseText);
	writeFileSync(join(folder, 'cases.jsonl'), lines);
	writeFileSync(join(folder, 'more.jsonl'), line(1));
	if (target !== undefined) writeFileSync(join(folder, target), oldText);
	return folder;
}

export const textOf = (folder: string, name: string): string => readFileSync(join(folder, name), 'latin1');

const known = ['case.json', 'cases.jsonl', 'more.jsonl', 'stdout', 'count.json'];

/** Files that nobody asked for. */
export const leftOver = (folder: string, { target }: Scenario): string[] =>
	readdirSync(folder).filter((name) => !known.includes(name) && name !== target);
