/** Random counts with low levels, where probation comes in question. */

import type { Random } from '../random/random.ts';
import { type CountsCase, randomCounts } from './counts-cases.ts';

export function randomOptions(random: Random): CountsCase {
	const drawn = randomCounts(random);
	return {
		...drawn,
		edition: random.pick(['2018-11-01', '2023-11-01', '2024-11-01', '2025-11-01']),
		baseOffenseLevel: random.between(1, 15),
		acceptance: 0,
		fastTrackLevels: 0,
		statutes: random.often(50) ? drawn.statutes.slice(0, 1) : drawn.statutes,
	};
}
