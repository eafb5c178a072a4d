// Warning: a cell of the Sentencing Table that was not read in print.
import { longDate } from '../../case/dates.ts';
import type { Provisions } from '../../law/schema.ts';
import { isDerivedCell } from '../../law/sentencing-table.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Warning } from '../../result/result.ts';
import { asSentence } from '../steps/sentence.ts';
import type { DerivedRange } from './guideline-range.ts';

/** A cell of the Sentencing Table that was worked out from a later amendment, and not read in print. */
export function derivedCellWarnings({ 'sentencing-table': table }: Provisions, { cell }: DerivedRange): Warning[] {
	if (!isDerivedCell(table, cell)) return [];
	const { derivedCells, effectiveDate } = table;
	const message = `The range in this cell of the ${longDate(effectiveDate)} table, ${rangeInWords(cell)}, was derived from a later amendment and was not verified. ${asSentence(derivedCells?.note ?? '')} Check it against the printed table.`;
	return [{ code: 'table-cell-derived', message }];
}
