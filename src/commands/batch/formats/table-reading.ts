// What every table has in common.
import type { InputError } from '../../../case/errors.ts';
import { type Delimiter, isEmptyRow } from '../records/cells.ts';
import { recordEnds } from '../records/quoted-lines.ts';
import type { Source } from '../records/records.ts';
import { carriedColumns } from './carried-columns.ts';
import { type HeaderReading, namingColumn } from './columns.ts';

/** What every table has in common, whatever its columns give: the same for a case's own fields and for a datafile. */
export const tableReading = (header: readonly string[], delimiter: Delimiter, { columns, carry }: HeaderReading) =>
	({
		...(columns && { inUserWords: (error: InputError) => namingColumn(error, columns) }),
		...(carry && { carried: carriedColumns(header, delimiter) }),
		recordEnd: recordEnds(delimiter, header.length),
		isEmpty: (line) => isEmptyRow(line, delimiter),
	}) satisfies Partial<Source>;
