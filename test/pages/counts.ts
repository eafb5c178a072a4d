import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pages.ts';

/** How many lines of a file hold something. */
const linesOf = (file: string): number =>
	readFileSync(join(root, file), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#')).length;

const casesWithASource = (): number =>
	readdirSync(join(root, 'test/cases'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
		.length;

const secondReadings = (): number =>
	readdirSync(join(root, 'test/second-reading')).filter((file) => file.endsWith('.tsv')).length;

/** The pages that say how many cases, tables or amendments there are: each number, by the words after it, and what it counts. */
export const countedPages: readonly string[] = ['CONTRIBUTING.md', 'docs/how-we-know.md'];
const counts: readonly [words: RegExp, count: () => number][] = [
	[/[\d,]+(?=(?: fixed| stored)? cases (?:of every edition|and all cases))/g, () => linesOf('test/golden/cases.jsonl')],
	[/[\d,]+(?= amendments\b)/g, () => linesOf('test/second-reading/amendments.txt')],
	[/[\d,]+(?= tables read again)/g, secondReadings],
	[/[\d,]+(?=: published opinions)/g, casesWithASource],
];

/** The text of a page with its counts as they are now. */
export const withCounts = (text: string): string =>
	counts.reduce((page, [words, count]) => page.replaceAll(words, count().toLocaleString('en-US')), text);

/** How many counts stand in a text. */
export const countsIn = (text: string): number =>
	counts.reduce((sum, [words]) => sum + [...text.matchAll(words)].length, 0);
