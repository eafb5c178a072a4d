// Terms that run after every other.
import { longer, type Months, plusMonths } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { StatuteOfConviction, Warning } from '../../result/result.ts';
import type { SetTerm } from '../range/guideline-range.ts';
import { provisionsIn, type Row, shownPenalties } from './row.ts';

/** What runs after the range: the least that the statutes require in all, in months, and where they leave a choice the most. */
export interface ConsecutiveTerm {
	leastMonths: Months;
	mostMonths: Months;
	provisions: string[];
}

/**
 * The terms that statutes of conviction add to the range. Terms that may run together with one another need at least
 * the longest of them. Undefined where no statute adds one.
 */
export function consecutiveTermOf(statutes: readonly StatuteOfConviction[]): ConsecutiveTerm | undefined {
	const added = statutes.filter(({ consecutive }) => consecutive);
	if (added.length === 0) return undefined;
	const together = added.filter(({ mayRunTogether }) => mayRunTogether !== undefined).map(termOf);
	const apart = added.filter(({ mayRunTogether }) => mayRunTogether === undefined).map(termOf);
	return {
		leastMonths: sumOf([...apart, ...(together.length === 0 ? [] : [together.reduce(longer)])]),
		mostMonths: sumOf([...apart, ...together]),
		provisions: [...new Set(added.map(({ provision }) => provision))],
	};
}

const termOf = ({ minimumMonths, maximumMonths }: StatuteOfConviction): Months => minimumMonths ?? maximumMonths;

const sumOf = (terms: readonly Months[]): Months => terms.reduce(plusMonths, 0);

/**
 * The guideline sentence of counts whose terms all run after every other, in months: the least that their statutes require
 * in all, and where these leave a choice the most (§§2A3.6, 2B1.6, 2K2.4, 5G1.2(a)). `day` is that of the edition.
 */
export function termOfCounts(counts: readonly Row[], { statutes: rules }: Provisions, day: string): SetTerm {
	const { leastMonths, mostMonths } = consecutiveTermOf(counts.map(shownPenalties)) as ConsecutiveTerm;
	const rows = counts.map(({ id }) => rowOf(rules, id, day));
	const excludes = [...new Set(rows.flatMap((row) => row?.excludes ?? []))];
	const together = leastMonths === mostMonths ? [] : counts.flatMap(({ mayRunTogether }) => mayRunTogether ?? []);
	const provisions = [...rows.map((row) => row?.provision ?? rules.statutoryTerm.provision), ...together];
	const named = provisionsIn(counts);
	return {
		minimumMonths: leastMonths,
		maximumMonths: mostMonths,
		provisions: [...new Set(provisions)],
		words: [`the guideline sentence is the term that the statute requires (${named})`, ...excludes].join('; '),
	};
}

const rowOf = ({ consecutiveGuidelines }: Provisions['statutes'], id: string, day: string) =>
	consecutiveGuidelines.findLast(({ section, from }) => id.startsWith(section) && from <= day);

/** The terms of the only counts named run after every other, and the case tells of a further count, which is not named. */
export function unnamedCountWarning(counts: readonly Row[], term: SetTerm): Warning {
	const named = provisionsIn(counts);
	return {
		code: 'sole-consecutive-count',
		message: `THE RANGE SHOWN IS FOR A COUNT THAT THE CASE DOES NOT NAME: the case implies a count other than ${named}. If there is no such count, the guideline sentence is the term that the statute requires, ${rangeInWords(term)} (${term.provisions.join(', ')}). Name every count of conviction, or leave out the offense level and the limits.`,
	};
}
