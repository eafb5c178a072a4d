// The lines of a grid.
import { wrap } from '../words.ts';

/** A cell of a grid. A marked one differs from the cell it is compared with. */
export interface GridCell {
	text: string;
	marked?: boolean;
}

/** The mark stands for itself, so that it is seen without colour. */
const mark = '* ';
const gap = 1;

/**
 * Rows of cells as lines: each cell wrapped to the width of its column (in characters, with the mark before it
 * and a gap after it), the cells of a row side by side.
 */
export function gridLines(
	rows: readonly (readonly GridCell[])[],
	widths: readonly number[],
	emphasize: (text: string) => string,
): string[] {
	return rows.flatMap((row) => {
		const cells = row.map(({ text }, column) => wrap(text, (widths[column] ?? 0) - mark.length - gap));
		const height = Math.max(...cells.map((lines) => lines.length));
		return Array.from({ length: height }, (_, line) =>
			row
				.map(({ marked = false }, column) => {
					const text = cells[column]?.[line] ?? '';
					const before = marked && line === 0 ? mark : ' '.repeat(mark.length);
					const after = ' '.repeat(Math.max((widths[column] ?? 0) - mark.length - text.length, 0));
					return before + (marked ? emphasize(text) : text) + after;
				})
				.join('')
				.trimEnd(),
		);
	});
}
