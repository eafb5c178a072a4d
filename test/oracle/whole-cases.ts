/** Random cases in which the parts meet: counts, relief, Chapter Three, Groups and Chapter Four together. */

import type { Random } from '../random/random.ts';
import type { Count } from './counts/counts.ts';
import type { Months } from './counts/months.ts';
import { adjustmentsIn } from './groups-cases.ts';
import { EFFECTIVE_DATES } from './oracle.ts';
import { type PriorAnswers, record } from './relief-cases.ts';
import type { Case } from './whole/case.ts';

const CRITERIA = [
	...['violenceOrThreats', 'deathOrSeriousInjury', 'sexOffense', 'substantialFinancialHardship'],
	...['firearmOrWeapon', 'individualRights', 'continuingCriminalEnterprise'],
];

/** A drug count, and the maximum that a career offender's level goes by. */
const DRUGS: readonly (readonly [Count, Months])[] = [
	['21:841(b)(1)(A)', 'life'],
	[{ id: '21:841(b)(1)(A)', circumstance: 'one-prior' }, 'life'],
	['21:841(b)(1)(B)', 480],
	[{ id: '21:841(b)(1)(B)', circumstance: 'one-prior' }, 'life'],
	['21:841(b)(1)(C)', 240],
	[{ id: '21:841(b)(1)(C)', circumstance: 'one-prior' }, 360],
	['21:841(b)(1)(D)', 60],
	['21:841(b)(1)(E)', 120],
	['21:960(b)(1)', 'life'],
	['21:960(b)(2)', 480],
	[{ id: '21:846', object: '21:841(b)(1)(B)' }, 480],
];
const BENIGN: readonly Count[] = ['18:371', '18:1343', '8:1326(b)(2)', '18:1957', '18:641', '8:1325(a)'];
const WITH_MINIMUMS: readonly Count[] = ['18:2252(b)(1)', '18:2423(a)', '18:844(i)', '8:1324(a)(2)(B)(ii)'];
const FIREARMS: readonly Count[] = ['18:924(c)(1)(A)(i)', '18:924(c)(1)(A)(ii)', '18:924(c)(1)(B)(ii)'];

type Drawn = { chapterThree: readonly string[]; maximum: Months };

/** Levels, and the rest of what every case has. */
function levels(random: Random, edition: string, criminalHistoryPoints: number): Partial<Case> {
	const baseOffenseLevel = random.often(60) ? random.between(6, 30) : random.between(1, 43);
	const others = Array.from({ length: random.pick([0, 0, 0, 1, 2, 5]) }, () => ({
		offenseLevel: Math.max(1, baseOffenseLevel - random.between(-3, 10)),
	}));
	return {
		...{ edition, baseOffenseLevel },
		...(random.often(50) ? { otherGroups: others } : {}),
		acceptance: random.pick([0, 2, 'full', 'full'] as const),
		criminalHistoryPoints,
		fastTrackLevels: edition < '2003-10-27' ? 0 : random.pick([0, 0, 1, 2, 3, 4]),
		sentenceImposedMonths: random.pick([0, 24, 30, 60, 84, 120, 151, 180, 210, 240, 262, 300, 327, 360, 480, 'life']),
	};
}

function counts(random: Random, kind: string, drug: Count): Partial<Case> {
	const beside = kind === 'zero' ? BENIGN : [...BENIGN, ...WITH_MINIMUMS, ...FIREARMS];
	const others = Array.from({ length: random.pick([0, 0, 1, 2]) }, () => random.pick(beside));
	const armed: Count[] = kind === 'armed' ? ['18:924(e)(1)'] : [];
	return { offenseDate: '2022-09-01', statutes: [...armed, drug, ...others] };
}

/** Limits without counts; what a career offender's level goes by is the maximum of one. */
function stated(random: Random, careerMaximum: Months | undefined): Partial<Case> {
	const maximum = careerMaximum ?? random.pick([240, 300, 360, 480, 'life'] as const);
	const isTooLittle = maximum !== 'life' && maximum < 240;
	return {
		...(random.often(70) && !isTooLittle ? { statutoryMinimumMonths: random.pick([12, 60, 84, 120, 180, 240]) } : {}),
		...(random.often(40) ? { statutoryMaximumMonths: maximum } : {}),
	};
}

/** Answers that agree with the rest of the case. */
const valve = (random: Random, priors: PriorAnswers, hasRole: boolean): Partial<Case> => ({
	safetyValve: {
		...{ convictedOn: '2023-06-01', violenceOrWeapon: false, deathOrSeriousInjury: false },
		...priors,
		leaderOrContinuingEnterprise: hasRole,
		truthfulDisclosure: random.often(92),
	},
});

function relief(random: Random, edition: string, priors: PriorAnswers, hasRole: boolean): Partial<Case> {
	const { criminalHistoryPoints: points } = priors;
	const kind = random.pick(['none', 'valve', 'assistance', 'answers', 'answers']);
	if (kind === 'assistance') return { statutoryMinimumRelief: 'substantial-assistance' };
	// See relief-cases.ts: before the First Step Act more than a point is rejected.
	if (kind === 'valve' && (points <= 1 || edition >= '2018-11-01') && edition >= '1994-09-23') {
		return { statutoryMinimumRelief: 'safety-valve' };
	}
	return kind === 'answers' && edition >= '2018-11-01' ? valve(random, priors, hasRole) : {};
}

const isRole = (id: string): boolean => id.startsWith('§3B1.1');

/** The criteria, those of Chapter Three as the adjustments named have them. */
function zeroPoint(random: Random, edition: string, { chapterThree }: Drawn): Partial<Case> {
	// In the edition of 2023 it is open whether an aggravating role alone is in the way.
	if (edition < '2024-11-01' && chapterThree.some(isRole)) return {};
	// The others would have to agree with the safety valve and with the counts.
	const inTheWay = random.often(20) ? random.pick(['substantialFinancialHardship', 'individualRights']) : '';
	return {
		zeroPointOffender: {
			...Object.fromEntries(CRITERIA.map((name) => [name, name === inTheWay])),
			terrorism: chapterThree.includes('§3A1.4'),
			hateCrimeOrVulnerableVictim: chapterThree.some((id) => /^§3A1\.[15]/.test(id)),
			aggravatingRole: chapterThree.some(isRole),
		},
	};
}

function chapterFour(random: Random, edition: string, kind: string, drawn: Drawn): Partial<Case> {
	const { maximum } = drawn;
	const armed = { inConnectionWithViolenceOrDrugs: random.often(50), nationalFirearmsActFirearm: random.often(25) };
	if (kind === 'career') return { careerOffender: { offenseStatutoryMaximumMonths: maximum } };
	if (kind === 'armed') return { armedCareerCriminal: armed };
	return kind === 'zero' ? zeroPoint(random, edition, drawn) : {};
}

export function randomWhole(random: Random): Case {
	const edition = random.often(60)
		? random.pick(['2018-11-01', '2023-11-01', '2024-11-01', '2025-11-01', '2025-11-01'])
		: random.pick(EFFECTIVE_DATES);
	const kind = random.pick(['none', 'none', 'career', 'armed', 'zero']);
	const priors = record(random);
	// A career offender has two priors that count (§4B1.2(c)).
	if (kind === 'career' && priors.criminalHistoryPoints < 2) return randomWhole(random);
	const chapterThree = random.often(50) ? adjustmentsIn(random, edition, 3) : [];
	const drug = edition >= '2018-11-01' && random.often(70) ? random.pick(DRUGS) : undefined;
	const maximum = drug?.[1] ?? random.pick([60, 120, 240, 300, 480, 'life'] as const);
	return {
		...levels(random, edition, priors.criminalHistoryPoints),
		...(chapterThree.length > 0 ? { chapterThree } : {}),
		...(drug ? counts(random, kind, drug[0]) : stated(random, kind === 'career' ? maximum : undefined)),
		...relief(random, edition, priors, chapterThree.some(isRole)),
		...chapterFour(random, edition, kind, { chapterThree, maximum }),
	};
}
