/** Several counts of conviction: the penalty and class of each, and what they make of the range together. */

import type { OffenseClass } from '../after/index.ts';
import { offenseClass } from '../after/index.ts';
import { greatest, type Months, sum } from './months.ts';
import { type Penalty, penaltyOf } from './penalties.ts';

export type Count =
	| string
	| { id: string; circumstance?: string; object?: string }
	| {
			id: 'other';
			label: string;
			minimumMonths?: Months;
			maximumMonths: Months;
			offenseClass?: OffenseClass;
			consecutive?: boolean;
	  };

export type Punished = Penalty & { id: string; offenseClass: OffenseClass };

const multiply = (months: Months, by: number): Months => (months === 'life' ? 'life' : by * months);

/**
 * 21 U.S.C. §§ 846 and 963, 18 U.S.C. § 1349: "the same penalties". § 859(a), 860(a), 861(b): twice the maximum; § 859(b),
 * 861(c): three times; not less than a year, "except to the extent a greater minimum sentence is otherwise provided".
 * § 860(b): the greater of three years to life and three times the maximum.
 */
function ofObject(id: string, object: Penalty): Penalty {
	if (['21:846', '21:963', '18:1349'].includes(id)) return object;
	if (id === '21:860(b)') return { ...object, minimum: greatest([36, object.minimum]), maximum: 'life' };
	const times = ['21:859(b)', '21:861(c)'].includes(id) ? 3 : 2;
	return { ...object, minimum: greatest([12, object.minimum]), maximum: multiply(object.maximum, times) };
}

export function punished(count: Count, offenseDate: string): Punished {
	if (typeof count === 'string') return punished({ id: count }, offenseDate);
	if ('maximumMonths' in count) {
		const { minimumMonths: minimum = 0, maximumMonths: maximum, consecutive = false } = count;
		return { id: count.id, minimum, maximum, consecutive, offenseClass: count.offenseClass ?? offenseClass(maximum) };
	}
	const { id, circumstance = '', object } = count;
	const penalty =
		object === undefined
			? penaltyOf(`${id} ${circumstance}`.trim(), offenseDate)
			: ofObject(id, penaltyOf(`${object} ${circumstance}`.trim(), offenseDate));
	return { id, ...penalty, offenseClass: offenseClass(penalty.maximum) };
}

/**
 * Until December 21, 2018 § 924(c)(1)(C) spoke of a "second or subsequent conviction", also in the same case (Deal v.
 * United States, 508 U.S. 129 (1993)): twenty-five years, or life with a machinegun. Counts of one kind, in any order.
 */
export function secondOrSubsequent(counts: readonly Punished[], sentencingDate: string): Punished[] {
	const isFirearm = ({ id }: Punished): boolean => id.startsWith('18:924(c)');
	const first = counts.findIndex(isFirearm);
	if (sentencingDate >= '2018-12-21') return [...counts];
	return counts.map((count, index) => {
		if (!isFirearm(count) || index === first) return count;
		return { ...count, minimum: count.id === '18:924(c)(1)(B)(ii)' ? 'life' : 300, maximum: 'life' };
	});
}

/** §1B1.9: the guidelines do not apply to a Class B or C misdemeanor or an infraction. */
const isPetty = ({ offenseClass: its }: Punished): boolean => /^[BC]-|infraction/.test(its);

/** The counts that §5G1.2(b) sentences together. */
export const together = (counts: readonly Punished[]): Punished[] =>
	counts.filter((count) => !count.consecutive && !isPetty(count));

/** §5G1.2, comment. (n.3(B)): "a statutorily required minimum sentence on any count". */
export const minimumOf = (counts: readonly Punished[]): Months => greatest(counts.map(({ minimum }) => minimum));

/** §5G1.2(d): consecutive "to the extent necessary to produce a combined sentence equal to the total punishment". */
export const maximumOf = (counts: readonly Punished[]): Months => sum(counts.map(({ maximum }) => maximum));

const GRAVEST_FIRST: readonly OffenseClass[] = [
	...(['A', 'B', 'C', 'D', 'E', 'A-misdemeanor', 'B-misdemeanor', 'C-misdemeanor', 'infraction'] as const),
];

export const gravestClass = (counts: readonly Punished[]): OffenseClass | undefined =>
	GRAVEST_FIRST.find((its) => counts.some((count) => count.offenseClass === its));

/** §§2A3.6, 2B1.6, 2K2.4: the guideline sentence of the count is the term, or the least term, that the statute requires. */
const HAS_GUIDELINE_SENTENCE = /^18:(1028A|844\(h\)|924\(c\)|2250\(d\)|2260A)/;

/** Where no other count is there: all terms one after the other; those of § 1028A may run together (§ 1028A(b)(4)). */
export function guidelineSentence(counts: readonly Punished[]): { minimum: Months; maximum: Months } | undefined {
	if (!counts.every(({ id }) => HAS_GUIDELINE_SENTENCE.test(id))) return undefined;
	const identities = counts.filter(({ id }) => id.startsWith('18:1028A')).map(({ minimum }) => minimum);
	const others = counts.filter(({ id }) => !id.startsWith('18:1028A')).map(({ minimum }) => minimum);
	return { minimum: sum([greatest(identities), ...others]), maximum: sum([...identities, ...others]) };
}
