// From a level and a category to the guideline range: Sentencing Table and §5G1.1.
import type { Category } from '../../case/category.ts';
import { compareMonths, longer, type Months, shorter } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import { cellAt, cellOfRange, clampLevel, zoneOfMinimum } from '../../law/sentencing-table.ts';
import { endsOf } from '../../result/ranges.ts';
import type { Cell, LeastRange, Range, StatutoryEffect } from '../../result/result.ts';

/** The guideline sentence that a statute or §4B1.1(c) sets whatever the offense level and category, in months. */
export interface SetTerm extends Range {
	provisions: string[];
	/** How it is set. */
	words: string;
}

/** The statutory limits that bind, in months: a minimum from which the court is relieved is none. */
export interface StatutoryLimits {
	minimum?: Months | undefined;
	maximum?: Months | undefined;
	leastRange?: LeastRange | undefined;
	/** It takes the place of the range of every level and category. */
	setTerm?: SetTerm | undefined;
}

export interface DerivedRange {
	cell: Cell;
	/** The cell, or the one that a least range puts in its place: its zone decides on the sentencing options. */
	decidingCell: Cell;
	range: Range;
	effect: StatutoryEffect;
}

/**
 * The guideline range of an offense level and category: the cell of the Sentencing Table, put through §5G1.1. A level
 * outside the table is read as its lowest or highest (Ch. 5, Pt. A, n.2). Every scenario (fast track, floor, comparison)
 * comes through here. Throws RangeError where the limits would turn the range around: the case was not checked.
 */
export function deriveRange(
	provisions: Provisions,
	level: number,
	category: Category,
	limits: StatutoryLimits,
): DerivedRange {
	const derived = rangeWithin(provisions, level, category, limits);
	const { minimumMonths: low, maximumMonths: high } = derived.range;
	if (compareMonths(low, high) > 0) throw new RangeError(`a guideline range of ${low} to ${high} months`);
	return derived;
}

function rangeWithin(provisions: Provisions, level: number, category: Category, limits: StatutoryLimits): DerivedRange {
	const table = provisions['sentencing-table'];
	const printed = cellAt(table, clampLevel(table, level), category);
	if (limits.setTerm) {
		const range = endsOf(limits.setTerm);
		const effect: StatutoryEffect = { minimum: 'none', maximum: 'none', provisions: [] };
		return { cell: printed, decidingCell: cellOfRange(table, range), range, effect };
	}
	const least = limits.leastRange;
	const cell = least ? notBelow(provisions, printed, least) : printed;
	const rule = provisions['5G1.1'];
	const { minimum = 0, maximum = 'life' } = limits;
	if (compareMonths(maximum, cell.minimumMonths) < 0) {
		return {
			cell: printed,
			decidingCell: cell,
			range: { minimumMonths: maximum, maximumMonths: maximum },
			effect: { minimum: 'none', maximum: 'becomes-guideline-sentence', provisions: [rule.maximumBecomesSentence] },
		};
	}
	const raising = effectOfMinimum(cell, minimum);
	if (raising === 'becomes-guideline-sentence') {
		return {
			cell: printed,
			decidingCell: cell,
			range: { minimumMonths: minimum, maximumMonths: minimum },
			effect: { minimum: raising, maximum: 'none', provisions: [rule.minimumBecomesSentence] },
		};
	}
	const caps = compareMonths(maximum, cell.maximumMonths) < 0;
	const applied: string[] = [];
	if (least && cell !== printed) applied.push(least.provision);
	if (caps) applied.push(rule.maximumCapsHighEnd);
	if (raising !== 'none') applied.push(rule.minimumRaisesLowEnd);
	return {
		cell: printed,
		decidingCell: cell,
		range: { minimumMonths: longer(minimum, cell.minimumMonths), maximumMonths: shorter(maximum, cell.maximumMonths) },
		effect: {
			minimum: raising,
			maximum: caps ? 'caps-high-end' : 'none',
			provisions: applied,
		},
	};
}

/** A range that has no level, held to what the statutes require in all, in months (§5G1.1(b), (c)(2)). */
export function withMinimum(
	{ '5G1.1': rule }: Provisions,
	range: Range,
	minimum: Months,
): { range: Range; provisions: string[] } {
	const raising = effectOfMinimum(range, minimum);
	if (raising === 'none') return { range, provisions: [] };
	if (raising === 'becomes-guideline-sentence') {
		return { range: { minimumMonths: minimum, maximumMonths: minimum }, provisions: [rule.minimumBecomesSentence] };
	}
	return { range: { ...range, minimumMonths: minimum }, provisions: [rule.minimumRaisesLowEnd] };
}

/** What a statutory minimum, in months, does to a range (§5G1.1(b), (c)(2)). */
function effectOfMinimum(range: Range, minimum: Months): StatutoryEffect['minimum'] {
	if (compareMonths(minimum, range.minimumMonths) <= 0) return 'none';
	return compareMonths(minimum, range.maximumMonths) > 0 ? 'becomes-guideline-sentence' : 'raises-low-end';
}

/** The cell, or where it lies below the least range, the cell that this range has in the table. */
function notBelow(provisions: Provisions, cell: Cell, least: LeastRange): Cell {
	const isAbove =
		compareMonths(cell.minimumMonths, least.minimumMonths) >= 0 &&
		compareMonths(cell.maximumMonths, least.maximumMonths) >= 0;
	if (isAbove) return cell;
	const { minimumMonths, maximumMonths } = least;
	return { minimumMonths, maximumMonths, zone: zoneOfMinimum(provisions['sentencing-table'], minimumMonths) };
}
