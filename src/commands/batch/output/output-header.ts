// The header of the output.
import { disagreement, shown } from '../../../case/errors.ts';
import type { Plan, SourceKind } from '../answer/engine.ts';
import { carriedColumns } from '../formats/carried-columns.ts';
import { headerOf } from '../records/cells.ts';
import type { Format } from '../records/records.ts';

/**
 * The line before all records, once: with the answers to the first input, whose columns may be carried. Throws
 * InputError at an input with other columns, which would stand under the wrong names.
 */
export function newTableHeader(format: Pick<Format, 'header'>, { carry }: Pick<Plan, 'carry'>, mark = '') {
	let carried: readonly string[] | undefined;
	let last: SourceKind | undefined;
	let isWritten = false;
	const check = (source: SourceKind): void => {
		if (!carry || !format.header || source === last) return;
		last = source;
		const own = carriedNames(source);
		carried ??= own;
		refuseOthers(carried, own, source.file);
	};
	return {
		/** Takes the columns of an input, before its answers are written. */
		check,
		/** The text to write now; empty where there is none any more. */
		next(): string {
			if (isWritten || !format.header) return '';
			isWritten = true;
			return `${mark}${format.header(carried)}\n`;
		},
	};
}

const carriedNames = (source: SourceKind): readonly string[] =>
	'header' in source ? carriedColumns(headerOf(source.header, source.delimiter), source.delimiter).names : [];

function refuseOthers(first: readonly string[], own: readonly string[], file = ''): void {
	const other = own.find((name, at) => name !== first[at]) ?? first[own.length];
	if (other === undefined) return;
	throw disagreement(
		'--carry',
		`${shown(file)} has different columns from the first file, starting with ${shown(other)}`,
		'Run each file by itself, or write --format jsonl',
	);
}
