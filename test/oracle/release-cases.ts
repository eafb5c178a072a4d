/** Random counts of drugs, and others without rules of their own on supervised release. */

import type { Random } from '../random/random.ts';
import type { Count } from './counts/counts.ts';
import { PENALTY_NAMES } from './counts/penalties.ts';
import { named } from './counts-cases.ts';
import type { ReleaseCase } from './whole/release.ts';

const DRUGS = PENALTY_NAMES.filter((name) => /^21:(841|960)/.test(name));
const OBJECTS = ['A', 'B', 'C', 'D', 'E'].map((letter) => `21:841(b)(1)(${letter})`);
const OF_OBJECT = ['21:846', '21:859(a)', '21:860(a)', '21:860(b)', '21:861(b)', '21:861(c)'];
/** Neither sex offenses nor terrorism, whose release may run up to life (18 U.S.C. § 3583(j), (k)). */
const OTHERS = ['18:371', '18:1343', '18:641', '18:922(g)', '18:924(c)(1)(A)(i)', '18:1028A(a)(1)', '8:1326(a)', '21:844'];

function drugCount(random: Random): Count {
	if (random.often(25)) return { id: random.pick(OF_OBJECT), object: random.pick(OBJECTS) };
	return named(random.pick(DRUGS));
}

export function randomRelease(random: Random): ReleaseCase & Record<string, unknown> {
	const others = Array.from({ length: random.pick([0, 0, 1, 2]) }, () => random.pick(OTHERS));
	const first = random.often(85) ? drugCount(random) : random.pick(OTHERS.slice(0, 4));
	const covered = named(random.pick(DRUGS.filter((name) => !name.includes('death'))));
	const kind = random.pick(['none', 'none', 'safety-valve', 'substantial-assistance'] as const);
	return {
		edition: random.pick(['2018-11-01', '2023-11-01', '2024-11-01', '2025-11-01']),
		offenseDate: '2022-08-01',
		baseOffenseLevel: random.between(8, 40),
		criminalHistoryCategory: 'I',
		statutes: kind === 'safety-valve' ? [covered, first, ...others] : [first, ...others],
		...(kind === 'none' ? {} : { statutoryMinimumRelief: kind }),
		...(random.often(40) ? { deportable: random.often(60) } : {}),
		...(random.often(30) ? { sentenceImposedMonths: random.pick([6, 12, 13, 60, 240]) } : {}),
	};
}
