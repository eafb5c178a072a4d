/** Random counts of conviction about the edges of §§5G1.1 and 5G1.2, with a level and a category. */

import type { Random } from '../random/random.ts';
import type { OffenseClass } from './after/index.ts';
import type { Count } from './counts/counts.ts';
import type { Months } from './counts/months.ts';
import { FIFTEEN_YEARS_FROM, PENALTY_NAMES } from './counts/penalties.ts';

const TERMS: readonly Months[] = [0, 0, 0, 6, 12, 24, 60, 84, 120, 180, 240, 'life'];
const MAXIMUMS: readonly Months[] = [12, 13, 24, 59, 60, 119, 120, 240, 299, 300, 480, 'life'];
const CLASSES: readonly (OffenseClass | undefined)[] = ['A', 'B', 'C', 'D', 'E', undefined, undefined, undefined];

/** Without § 924(e): that count makes an armed career criminal, whose level and category are of §4B1.4. */
const NAMES = PENALTY_NAMES.filter((name) => name !== '18:924(e)(1)');

/** § 841(b)(1)(D), (E), (2) and (3) as well; § 859(a), 860 and 861(b) speak of the penalties of a first offense. */
const OBJECTS = ['A', 'B', 'C', 'D', 'E'].map((letter) => `21:841(b)(1)(${letter})`);
const OF_OBJECT = ['21:859(a)', '21:860(a)', '21:860(b)', '21:861(b)', '21:861(c)'];

export const named = (name: string): Count => {
	const [id = '', circumstance] = name.split(' ');
	return circumstance === undefined ? id : { id, circumstance };
};

const most = (a: Months, b: Months): Months => (a === 'life' || b === 'life' ? 'life' : Math.max(a, b));

function unheld(random: Random): Count {
	const minimumMonths = random.pick(TERMS);
	const maximumMonths = most(minimumMonths, random.pick(MAXIMUMS));
	const offenseClass = random.pick(CLASSES);
	return {
		id: 'other',
		label: '18 U.S.C. § 9999',
		maximumMonths,
		...(random.often(70) ? { minimumMonths } : {}),
		...(offenseClass === undefined ? {} : { offenseClass }),
	};
}

function attempted(random: Random): Count {
	const [section, name] = random.pick([
		...PENALTY_NAMES.filter((one) => one.startsWith('21:841(b)')).map((one) => ['21:846', one] as const),
		...PENALTY_NAMES.filter((one) => one.startsWith('21:960(b)')).map((one) => ['21:963', one] as const),
	]);
	const [object, circumstance] = name.split(' ');
	return { id: section, object, ...(circumstance === undefined ? {} : { circumstance }) };
}

export function randomCount(random: Random, names: readonly string[] = NAMES): Count {
	const kind = random.below(100);
	if (kind < 10) return unheld(random);
	if (kind < 20) return attempted(random);
	if (kind < 28) return { id: random.pick(OF_OBJECT), object: random.pick(OBJECTS) };
	return named(random.pick(names));
}

export type CountsCase = {
	edition: string;
	offenseDate: string;
	baseOffenseLevel: number;
	acceptance: 0 | 'full';
	criminalHistoryCategory: number;
	fastTrackLevels: number;
	statutes: Count[];
};

const day = (random: Random): string =>
	random.often(20)
		? random.pick(['2022-06-24', FIFTEEN_YEARS_FROM])
		: `${random.between(2019, 2022)}-${random.between(10, 12)}-${random.between(10, 28)}`;

export function randomCounts(random: Random): CountsCase {
	return {
		edition: random.pick(['2018', '2023', '2024', '2025']),
		offenseDate: day(random),
		baseOffenseLevel: random.between(1, 43),
		acceptance: random.pick([0, 'full'] as const),
		criminalHistoryCategory: random.between(1, 6),
		fastTrackLevels: random.pick([0, 0, 1, 2, 4]),
		statutes: Array.from({ length: random.pick([1, 1, 2, 2, 3, 4]) }, () => randomCount(random)),
	};
}

/** Nothing but counts that run after every other, of those that have a guideline sentence. */
export function randomConsecutiveCounts(random: Random) {
	const names = PENALTY_NAMES.filter((name) => /^18:(1028A|844\(h\)|924\(c\)|2250\(d\)|2260A)/.test(name));
	const statutes = Array.from({ length: random.between(1, 3) }, () => named(random.pick(names)));
	const { edition, offenseDate, criminalHistoryCategory } = randomCounts(random);
	// With an offense level the program supposes other counts, which the case does not name. It asks for a category, though
	// Chapter Four does not apply to these counts (§§2A3.6, 2B1.6, 2K2.4): {"statutes": ["18:924(c)(1)(A)(i)"]}.
	return { edition, offenseDate, criminalHistoryCategory, statutes };
}

const FIREARMS = ['(A)(i)', '(A)(ii)', '(A)(iii)', '(B)(i)', '(B)(ii)'].map((of) => `18:924(c)(1)${of}`);

/** Counts of one kind under § 924(c), beside one of another statute, as the law was until December 20, 2018. */
export function randomFirearmCounts(random: Random) {
	const firearm = random.pick(FIREARMS);
	return {
		offenseDate: `${random.between(2010, 2015)}-03-${random.between(10, 28)}`,
		sentencingDate: random.pick(['2016-09-01', '2017-05-01', '2018-12-20', '2018-12-21', '2021-01-01']),
		baseOffenseLevel: random.between(1, 43),
		criminalHistoryCategory: random.between(1, 6),
		statutes: [...Array.from({ length: random.between(1, 4) }, () => firearm), '21:841(b)(1)(C)'],
	};
}
