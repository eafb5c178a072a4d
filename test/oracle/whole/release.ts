/** Supervised release after counts of conviction: 21 U.S.C. §§ 841(b), 960(b) and those that double them. */

import { type OffenseClass, type SupervisedRelease, supervisedRelease } from '../after/index.ts';
import { type Count, gravestClass, minimumOf, type Punished, punished, together } from '../counts/counts.ts';
import { less, type Months, sum } from '../counts/months.ts';
import { manualOf } from './case.ts';
import { isCovered, type ReliefAsked } from './relief.ts';

/** "a term of supervised release of at least" so many years, in the absence of a prior conviction; then twice as many. */
const YEARS: Readonly<Record<string, number>> = {
	'21:841(b)(1)(A)': 5,
	'21:841(b)(1)(B)': 4,
	'21:841(b)(1)(C)': 3,
	'21:841(b)(1)(D)': 2,
	'21:841(b)(1)(E)': 2,
	'21:841(b)(2)': 1,
	'21:960(b)(1)': 5,
	'21:960(b)(2)': 4,
	'21:960(b)(3)': 3,
};

/** §§ 859(a), 860(a), 861(b): "at least twice any term of supervised release"; §§ 860(b), 861(c): three times. */
const TIMES: Readonly<Record<string, number>> = {
	'21:859(a)': 2,
	'21:860(a)': 2,
	'21:861(b)': 2,
	'21:860(b)': 3,
	'21:861(c)': 3,
};

function yearsOf(count: Count): number {
	if (typeof count === 'string') return YEARS[count] ?? 0;
	if ('maximumMonths' in count) return 0;
	const { id, object = id, circumstance = '' } = count;
	const withPrior = /prior/.test(circumstance) ? 2 : 1;
	return (YEARS[object] ?? 0) * withPrior * (TIMES[id] ?? 1);
}

export type ReleaseCase = ReliefAsked & {
	edition: string;
	offenseDate: string;
	statutes: readonly Count[];
	deportable?: boolean;
	sentenceImposedMonths?: number;
};

/**
 * How long the imprisonment is: as imposed, with the terms that run after it; or where the statutes leave no more, or no
 * less, than a year (§5D1.1(a)).
 */
function imprisonment(counts: readonly Punished[], others: Months, imposed: number | undefined): number | undefined {
	const consecutive = sum(counts.filter((count) => count.consecutive).map(({ minimum }) => minimum));
	const told = sum([consecutive, imposed ?? others]);
	const months = told === 'life' ? 1000 : told;
	const longest = sum(counts.map(({ maximum }) => maximum));
	return imposed !== undefined || months > 12 || !less(12, longest) ? months : undefined;
}

type Felony = Exclude<OffenseClass, 'B-misdemeanor' | 'C-misdemeanor' | 'infraction'>;

/** §5C1.2, comment. (n.6): exempt also from a "statutory minimum term of supervised release"; § 3553(e) speaks of sentences. */
export function releaseOf(document: ReleaseCase): SupervisedRelease {
	const counts = document.statutes.map((count) => punished(count, document.offenseDate));
	const hasValve = document.statutoryMinimumRelief === 'safety-valve';
	const hasAssistance = document.statutoryMinimumRelief === 'substantial-assistance';
	const isRelieved = (count: Punished): boolean => hasAssistance || (hasValve && isCovered(count));
	const years = document.statutes.map((count, at) =>
		hasValve && isCovered(counts[at] as Punished) ? 0 : yearsOf(count),
	);
	const others = minimumOf(together(counts).filter((count) => !isRelieved(count)));
	const sentence = imprisonment(counts, others, document.sentenceImposedMonths);
	return supervisedRelease(manualOf(document), gravestClass(counts) as Felony, {
		statutoryMinimumYears: Math.max(...years),
		...(sentence === undefined ? {} : { imprisonmentMonths: sentence }),
		...(document.deportable === undefined ? {} : { deportable: document.deportable }),
	});
}
