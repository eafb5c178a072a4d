// Rows of numbers with their words.
import { screenWidth, unbroken, widthOf, wrap } from '../../report/words.ts';
import type { Asker } from './asker.ts';

/** A row of numbers with the words that tell what they belong to. */
export interface Row {
	cells: readonly string[];
	words: string;
}

const narrowestWords = 24;

/** Rows with their numbers under each other, and the words beside them, or below where the terminal is narrow. */
export function rowLines(given: readonly Row[], { columns, clean }: Pick<Asker, 'columns' | 'clean'>): string[] {
	const rows = given.map(({ cells, words }) => ({ cells: cells.map(clean), words: clean(words) }));
	const width = Math.min(columns(), screenWidth);
	const used =
		rows[0]?.cells.map((_, column) => Math.max(...rows.map(({ cells }) => widthOf(cells[column] as string)))) ?? [];
	return rows.flatMap(({ cells, words }) => {
		const filled = cells.map((cell, column) => padded(cell, used[column] as number)).filter((cell) => cell !== '');
		const head = `  ${filled.join('  ')}  `;
		const room = width - head.length;
		if (room >= narrowestWords) {
			return wrap(words, room).map((line, index) => `${index === 0 ? head : ' '.repeat(head.length)}${line}`);
		}
		const numbers = head.trimEnd().length <= width ? [head.trimEnd()] : hanging(cells.map(unbroken).join('  '), width);
		return [...numbers, ...wrap(words, width - below.length).map((line) => `${below}${line}`)];
	});
}

const padded = (cell: string, width: number): string => `${cell}${' '.repeat(width - widthOf(cell))}`;

/** What stands below the first word of a row. */
const below = ' '.repeat('  A  '.length);

/** Numbers that no line holds, each unbroken. */
const hanging = (text: string, width: number): string[] =>
	wrap(text, width - below.length).map((line, index) => `${index === 0 ? '  ' : below}${line}`);
