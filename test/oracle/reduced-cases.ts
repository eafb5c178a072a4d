/** Random reductions of sentences with Groups, adjustments, Chapter Four or counts. */

import type { Random } from '../random/random.ts';
import type { Count } from './counts/counts.ts';
import type { Months } from './counts/months.ts';
import { adjustmentsIn } from './groups-cases.ts';
import type { ReductionCase } from './reduction-cases.ts';
import type { Case } from './whole/case.ts';
import { isTerrorism } from './whole/chapter-three.ts';

type Amended = { id: string; editions: readonly string[]; orders: readonly string[] };

const AMENDED: readonly Amended[] = [
	{ id: '706', editions: ['2001-11-01', '2004-11-01', '2006-11-01'], orders: ['2008-03-03', '2011-10-31', '2012-05-01'] },
	{ id: '750A', editions: ['2005-10-24', '2008-05-01', '2009-11-01'], orders: ['2011-11-01', '2014-10-31', '2016-02-01'] },
	{ id: '782', editions: ['2004-11-01', '2010-11-01', '2013-11-01'], orders: ['2015-11-01', '2019-05-01', '2024-05-01'] },
	{ id: '821A', editions: ['2010-11-01', '2016-11-01', '2018-11-01'], orders: ['2024-01-31', '2024-02-01', '2025-11-01'] },
];

const DRUGS: readonly (readonly [Count, Months, number])[] = [
	['21:841(b)(1)(A)', 'life', 120],
	['21:841(b)(1)(B)', 480, 60],
	['21:841(b)(1)(C)', 240, 0],
	[{ id: '21:841(b)(1)(C)', circumstance: 'one-prior' }, 360, 0],
];
const OTHERS: readonly Count[] = ['18:371', '18:922(g)', '8:1326(b)(2)', '18:1343', '21:843(d)(1)'];

/** No armed career criminal where statutes are named, and none of them is § 924(e). */
function chapterFour(random: Random, maximum: Months, isNamed: boolean): Partial<Case> {
	const armed = { inConnectionWithViolenceOrDrugs: random.often(50), nationalFirearmsActFirearm: random.often(20) };
	return isNamed || random.often(75)
		? { careerOffender: { offenseStatutoryMaximumMonths: maximum } }
		: { armedCareerCriminal: armed };
}

type Limited = { limits: Partial<Case>; minimum: number; maximum: Months };

function limited(random: Random, edition: string): Limited {
	const [drug, maximum, minimum] = random.pick(DRUGS);
	if (edition >= '2018-11-01' && random.often(60)) {
		const statutes = [drug, ...(random.often(40) ? [random.pick(OTHERS)] : [])];
		return { limits: { offenseDate: '2019-03-01', statutes }, minimum, maximum };
	}
	const stated = minimum === 0 ? {} : { statutoryMinimumMonths: minimum };
	return { limits: { ...stated, statutoryMaximumMonths: maximum }, minimum, maximum };
}

function changes(random: Random, id: string, base: number, points: number): Partial<ReductionCase['reduction']> {
	if (id === '821A') return { criminalHistoryPoints: Math.max(0, points - random.pick([1, 2])) };
	return random.often(50) ? { levels: -2 } : { baseOffenseLevel: base - random.pick([1, 2, 4]) };
}

/** Not lower than the minimum, but with authority to go there. */
function sentenceOf(random: Random, minimum: number, hasAuthority: boolean): number {
	const months = random.pick([36, 60, 84, 97, 120, 121, 151, 168, 188, 210, 240, 262, 292, 324, 360]);
	return hasAuthority ? months : Math.max(months, minimum);
}

export function randomReduced(random: Random): ReductionCase {
	const { id, editions, orders } = random.pick(AMENDED);
	const edition = random.pick(editions);
	const { limits, minimum, maximum } = limited(random, edition);
	// Above 16 also as amended: whether the third level of acceptance stays below it is open.
	const baseOffenseLevel = random.between(26, 38);
	const criminalHistoryPoints = random.between(2, 14);
	const chapterThree = random.often(40) ? adjustmentsIn(random, edition, 2).filter((one) => !isTerrorism([one])) : [];
	const hasAssistance = random.often(50);
	const authority = minimum > 0 && hasAssistance && random.often(60);
	const otherGroups = [0, 1].map(() => ({ offenseLevel: Math.max(1, baseOffenseLevel - random.between(-2, 9)) }));
	return {
		...{ edition, baseOffenseLevel, criminalHistoryPoints },
		...(chapterThree.length > 0 ? { chapterThree } : {}),
		...(random.often(30) ? { otherGroups } : {}),
		acceptance: random.pick([0, 2, 3] as const),
		...limits,
		...(random.often(35) ? chapterFour(random, maximum, limits.statutes !== undefined) : {}),
		sentenceImposedMonths: sentenceOf(random, minimum, authority),
		reduction: {
			...{ amendment: id, orderDate: random.pick(orders) },
			...changes(random, id, baseOffenseLevel, criminalHistoryPoints),
			substantialAssistance: hasAssistance,
			...(minimum > 0 && hasAssistance ? { authorityBelowMinimum: authority } : {}),
		},
	};
}
