/** Random reductions after sentencing about the edges of §1B1.10, in its versions since 1990. */

import { dayAfter, type Random } from '../random/random.ts';
import { EFFECTIVE_DATES, LEAST_POINTS } from './oracle.ts';
import { CATEGORIES, type Category, cell, type Range } from './sentencing-table.ts';
import type { Case } from './whole/case.ts';
import { AMENDMENTS, inManualSince } from './whole/reduction.ts';

export type ReductionCase = Case & {
	sentenceImposedMonths: number;
	reduction: {
		amendment: string | string[];
		orderDate: string;
		levels?: number;
		baseOffenseLevel?: number;
		criminalHistoryPoints?: number;
		substantialAssistance: boolean;
		authorityBelowMinimum?: boolean;
		timeServedMonths?: number;
	};
};

const CRITERIA = [
	...['terrorism', 'violenceOrThreats', 'deathOrSeriousInjury', 'sexOffense', 'substantialFinancialHardship'],
	...['firearmOrWeapon', 'individualRights', 'hateCrimeOrVulnerableVictim'],
	...['aggravatingRole', 'continuingCriminalEnterprise'],
];

const EDGES = [
	...['1991-10-31', '1991-11-01', '1994-10-31', '1994-11-01', '2008-03-02', '2008-03-03', '2011-10-31'],
	...['2011-11-01', '2014-10-31', '2014-11-01', '2015-10-31', '2015-11-01', '2018-06-04', '2023-10-31'],
	...['2023-11-01', '2024-01-31', '2024-02-01', '2025-11-01'],
];

function orderDateOf(random: Random, edition: string, id: string): string {
	const since = inManualSince(id);
	const days = [dayAfter(since, -1), since, dayAfter(since, 200), dayAfter(since, 3000), ...EDGES];
	const later = days.filter((day) => day > dayAfter(edition, 30) && day < '2026-06-01');
	return random.pick(later.length === 0 ? ['2025-12-01'] : later);
}

/** Mostly a Manual before the amendment, and not long before. */
function editionOf(random: Random, ids: readonly string[]): string {
	const [id = ''] = ids;
	const isBefore = ids.some((one) => one.startsWith('821')) || random.often(92);
	const before = EFFECTIVE_DATES.filter((date) => date < inManualSince(id) && date >= '1989-11-01').slice(-8);
	// In a Manual that has §4C1.1 the criteria of the case lower its own level.
	return isBefore ? random.pick(before) : random.pick(EFFECTIVE_DATES.filter((date) => date >= '1989-11-01'));
}

const categoryOf = (points: number): Category =>
	CATEGORIES[LEAST_POINTS.findLastIndex((least) => least <= points)] as Category;

type Changes = Pick<ReductionCase, 'zeroPointOffender'> & {
	criminalHistoryPoints: number;
	reduction: Pick<ReductionCase['reduction'], 'levels' | 'criminalHistoryPoints'>;
};

/** What the amendments change: levels, points, or the two levels of §4C1.1. */
function changesOf(random: Random, ids: readonly string[]): Changes {
	const isZero = ids.includes('821B1');
	const points = isZero ? 0 : random.between(1, 14);
	const inTheWay = ids.length === 1 && random.often(30) ? random.pick(CRITERIA.slice(0, -2)) : '';
	return {
		criminalHistoryPoints: points,
		...(isZero ? { zeroPointOffender: Object.fromEntries(CRITERIA.map((name) => [name, name === inTheWay])) } : {}),
		reduction: {
			...(ids.some((id) => !id.startsWith('821')) ? { levels: random.pick([-2, -2, -2, -1, 0]) } : {}),
			...(ids.includes('821A') ? { criminalHistoryPoints: Math.max(0, points - random.pick([1, 2, 2])) } : {}),
		},
	};
}

/** Lengths at the edges of the range and below it, and any. */
function sentenceOf(random: Random, table: Range, minimum: number): number {
	const [low, high] = [Number(table.minimumMonths), table.maximumMonths === 'life' ? 480 : table.maximumMonths];
	const months = random.pick([low, low - 1, low + 1, high, high + 12, Math.ceil(low * 0.8), Math.ceil(low * 0.6)]);
	return Math.max(2, random.often(20) ? Math.max(months, minimum) : months);
}

/** The levels are such that no limit of the table and no third level of acceptance comes in. */
export function randomReduction(random: Random): ReductionCase {
	const isSeveral = random.often(10);
	const ids = isSeveral ? ['782', random.pick(['821A', '821B1'])] : [random.pick(AMENDMENTS)];
	const edition = editionOf(random, ids);
	const orderDate = isSeveral
		? random.pick(['2024-02-01', '2024-05-01', '2025-11-01'])
		: orderDateOf(random, edition, ids[0] as string);
	const changes = changesOf(random, ids);
	const baseOffenseLevel = random.between(12, 38);
	const acceptance = random.pick([0, 2] as const);
	const table = cell(edition, baseOffenseLevel - acceptance, categoryOf(changes.criminalHistoryPoints));
	const minimum = random.often(40) ? random.pick([12, 60, 60, 120, 120, 180, 240]) : 0;
	const sentence = sentenceOf(random, table, minimum);
	const hasAssistance = sentence < minimum || random.often(40);
	const authority = hasAssistance && (sentence < minimum || random.often(50));
	return {
		...{ edition, baseOffenseLevel, acceptance, criminalHistoryPoints: changes.criminalHistoryPoints },
		...(changes.zeroPointOffender === undefined ? {} : { zeroPointOffender: changes.zeroPointOffender }),
		...(minimum > 0 ? { statutoryMinimumMonths: minimum } : {}),
		...(random.often(20) ? { statutoryMaximumMonths: Math.max(minimum, sentence, 240) } : {}),
		sentenceImposedMonths: sentence,
		reduction: {
			amendment: isSeveral ? ids : (ids[0] as string),
			orderDate,
			...changes.reduction,
			substantialAssistance: hasAssistance,
			...(minimum > 0 && hasAssistance ? { authorityBelowMinimum: authority } : {}),
			...(random.often(20) ? { timeServedMonths: Math.floor((sentence * random.between(1, 9)) / 10) } : {}),
		},
	};
}
