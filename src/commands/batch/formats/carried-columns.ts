// The user's columns, written beside the answer.
import { decodedWhole } from '../records/bytes.ts';
import { type Delimiter, wholeCells } from '../records/cells.ts';
import type { Carried } from '../records/records.ts';

/**
 * The columns under a header as they came, to be written beside the answer. A column without a name is named by its
 * place, and a name that comes again is numbered, so that each can be told from the others.
 */
export function carriedColumns(header: readonly string[], delimiter: Delimiter): Carried {
	const names: string[] = [];
	for (const [at, name] of header.entries()) names.push(unlike(name || `column ${at + 1}`, names));
	return {
		names,
		cellsOf(line) {
			const cells = wholeCells(line, delimiter) ?? line.split(delimiter);
			return names.map((_, at) => decodedWhole(cells[at] ?? ''));
		},
	};
}

function unlike(name: string, others: readonly string[]): string {
	if (!others.includes(name)) return name;
	for (let number = 2; ; number++) if (!others.includes(`${name} (${number})`)) return `${name} (${number})`;
}
