/** Random career offenders, armed career criminals and zero-point offenders, in every edition. */

import type { Random } from '../random/random.ts';
import type { Count } from './counts/counts.ts';
import type { Months } from './counts/months.ts';
import { EFFECTIVE_DATES } from './oracle.ts';
import type { Case } from './whole/case.ts';

const MAXIMUMS: readonly Months[] = [13, 24, 59, 60, 119, 120, 179, 180, 239, 240, 299, 300, 360, 480, 'life'];

const CRITERIA = [
	...['terrorism', 'violenceOrThreats', 'deathOrSeriousInjury', 'sexOffense', 'substantialFinancialHardship'],
	...['firearmOrWeapon', 'individualRights', 'hateCrimeOrVulnerableVictim'],
	...['aggravatingRole', 'continuingCriminalEnterprise'],
];

type Common = Pick<
	Case,
	'edition' | 'baseOffenseLevel' | 'acceptance' | 'criminalHistoryPoints' | 'fastTrackLevels' | 'sentenceImposedMonths'
>;

function common(random: Random, edition: string, leastPoints: number): Common & Pick<Case, 'otherGroups'> {
	const baseOffenseLevel = random.often(50) ? random.between(10, 20) : random.between(1, 43);
	const otherGroups = [{ offenseLevel: Math.max(1, baseOffenseLevel - random.between(-2, 9)) }];
	return {
		edition,
		baseOffenseLevel,
		...(random.often(20) ? { otherGroups } : {}),
		acceptance: random.pick([0, 2, 3, 'full', 'full'] as const),
		criminalHistoryPoints: random.between(leastPoints, 15),
		fastTrackLevels: edition < '2003-10-27' ? 0 : random.pick([0, 0, 0, 1, 2, 4]),
		sentenceImposedMonths: random.pick([0, 60, 120, 180, 188, 235, 262, 292, 322, 327, 360, 365, 420, 'life']),
	};
}

const criterion = (random: Random, edition: string): string =>
	// In the edition of 2023 one criterion held the last two, joined by "and": which of them disqualifies is open.
	random.pick(edition < '2024-11-01' ? CRITERIA.slice(0, -2) : CRITERIA);

/** A career offender or an armed career criminal, or both, of whom no statute is named. */
function withoutStatutes(random: Random): Case {
	const edition = random.often(25)
		? random.pick(['1987-11-01', '1988-01-15', '1989-11-01', '1990-11-01', '1991-11-27', '1992-11-01'])
		: random.pick(EFFECTIVE_DATES);
	const isCareer = random.often(65);
	const armed = { inConnectionWithViolenceOrDrugs: random.often(50), nationalFirearmsActFirearm: random.often(25) };
	return {
		...common(random, edition, 2),
		...(isCareer ? { careerOffender: { offenseStatutoryMaximumMonths: random.pick(MAXIMUMS) } } : {}),
		...(!isCareer || random.often(30) ? { armedCareerCriminal: armed } : {}),
	};
}

const DATE = '2022-09-01';
const EDITIONS = ['2018-11-01', '2023-11-01', '2024-11-01', '2025-11-01'];
const FIREARMS = ['(A)(i)', '(A)(ii)', '(A)(iii)', '(B)(ii)'].map((of) => `18:924(c)(1)${of}`);
const DRUGS: readonly (readonly [Count, Months])[] = [
	['21:841(b)(1)(A)', 'life'],
	[{ id: '21:841(b)(1)(A)', circumstance: 'one-prior' }, 'life'],
	[{ id: '21:841(b)(1)(A)', circumstance: 'two-priors' }, 'life'],
	['21:841(b)(1)(B)', 480],
	['21:841(b)(1)(C)', 240],
	[{ id: '21:841(b)(1)(C)', circumstance: 'one-prior' }, 360],
	['21:841(b)(1)(D)', 60],
	['21:841(b)(1)(E)', 120],
	['18:1951', 240],
	['18:2113(a)', 240],
	['18:2113(d)', 300],
];
const OTHERS: readonly Count[] = ['18:922(g)', '18:922(k)', '18:371', '8:1326(b)(2)'];

/** A career offender with counts under § 924(c): alone, beside a count that qualifies, or beside one that does not. */
function withFirearmCounts(random: Random): Case {
	const edition = random.pick(EDITIONS);
	const firearms: Count[] = Array.from({ length: random.pick([1, 1, 1, 2]) }, () => random.pick(FIREARMS));
	const shared = { ...common(random, edition, 2), offenseDate: DATE };
	const kind = random.below(10);
	if (kind < 2) {
		const { baseOffenseLevel: _, otherGroups: __, fastTrackLevels: ___, ...rest } = shared;
		return { ...rest, fastTrackLevels: 0, statutes: firearms, careerOffender: {} };
	}
	if (kind < 5) {
		const careerOffender = { otherCountQualifies: false };
		return { ...shared, statutes: [...firearms, random.pick(OTHERS)], careerOffender };
	}
	const [count, offenseStatutoryMaximumMonths] = random.pick(DRUGS);
	return { ...shared, statutes: [...firearms, count], careerOffender: { offenseStatutoryMaximumMonths } };
}

/** A count under § 924(e), alone or beside others. */
function withArmedCount(random: Random): Case {
	const edition = random.pick(EDITIONS);
	const beside: Count[] = random.often(40) ? [random.pick([...OTHERS, ...FIREARMS, '18:844(h)'])] : [];
	const armed = { inConnectionWithViolenceOrDrugs: random.often(50), nationalFirearmsActFirearm: random.often(25) };
	return {
		...common(random, edition, 0),
		offenseDate: DATE,
		statutes: ['18:924(e)(1)', ...beside],
		armedCareerCriminal: armed,
	};
}

function withZeroPoints(random: Random): Case {
	const edition = random.pick(['2018-11-01', '2023-11-01', '2024-11-01', '2025-11-01', '2025-11-01']);
	const inTheWay = random.often(40) ? criterion(random, edition) : '';
	return {
		...common(random, edition, 0),
		criminalHistoryPoints: random.pick([0, 0, 0, 1]),
		zeroPointOffender: Object.fromEntries(CRITERIA.map((name) => [name, name === inTheWay])),
	};
}

export function randomOffender(random: Random): Case {
	const kind = random.below(100);
	if (kind < 45) return withoutStatutes(random);
	if (kind < 70) return withFirearmCounts(random);
	return kind < 85 ? withArmedCount(random) : withZeroPoints(random);
}
