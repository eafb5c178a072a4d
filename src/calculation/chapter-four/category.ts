// The criminal history category that the Sentencing Table is read by.
import type { Category } from '../../case/category.ts';
import { categoryCommanded } from '../chapter-three/named-adjustments.ts';
import { categoryOfPartA } from '../criminal-history/category.ts';
import type { ScoredHistory } from '../criminal-history/criminal-history.ts';
import type { Context } from '../steps/context.ts';
import { categoryOfPartB } from './part-b.ts';
import type { PartB } from './part-b-found.ts';

/** The criminal history category used in the table, and that of Chapter Four, Part A. */
export interface CategoryFound {
	category: Category;
	ofPartA: Category;
}

/** The category that the points make, that Chapter Three commands (§3A1.4), or that Chapter Four, Part B, puts in its place. */
export function categoryFound(
	{ document, provisions, readings, amended }: Pick<Context, 'document' | 'provisions' | 'readings' | 'amended'>,
	history: ScoredHistory | undefined,
	partB: PartB,
): CategoryFound {
	const found = amended?.category ?? categoryOfPartA(document, provisions, history);
	const ofPartA = categoryCommanded(document, provisions, found);
	return { category: categoryOfPartB(partB, provisions, ofPartA, readings), ofPartA };
}
