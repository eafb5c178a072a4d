import { wrap } from '../report/words.ts';
import type { Asker } from './asker.ts';

/** A row of numbers with the words that tell what they belong to. */
export interface Row {
	cells: readonly string[];
	words: string;
}

const widest = 80;
const narrowestWords = 24;

/** Rows with their numbers under each other, and the words beside them, or below where the terminal is narrow. */
export function rowLines(given: readonly Row[], { columns, clean }: Pick<Asker, 'columns' | 'clean'>): string[] {
	const rows = given.map(({ cells, words }) => ({ cells: cells.map(clean), words: clean(words) }));
	const width = Math.min(columns(), widest);
	const used =
		rows[0]?.cells.map((_, column) => Math.max(...rows.map(({ cells }) => (cells[column] as string).length))) ?? [];
	return rows.flatMap(({ cells, words }) => {
		const filled = cells.map((cell, column) => cell.padEnd(used[column] as number)).filter((cell) => cell !== '');
		const head = `  ${filled.join('  ')}  `;
		if (width - head.length < narrowestWords) {
			return [head.trimEnd(), ...wrap(words, width - 5).map((line) => `     ${line}`)];
		}
		return wrap(words, width - head.length).map(
			(line, index) => `${index === 0 ? head : ' '.repeat(head.length)}${line}`,
		);
	});
}
