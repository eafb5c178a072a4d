// The shape of the table of §2L1.2.
import * as z from 'zod';
import { leastPoints, pointsOfRow, priorRules, timedConvictions } from './priors-schema.ts';
import { citation, levels, provision, version } from './table-fields.ts';

/** The shape of §2L1.2: its levels, and under what facts each characteristic applies. */

const characteristic = z.strictObject({
	id: z.string().regex(/^(\([a-zA-Z0-9]+\))+$/),
	group: z.string(),
	levels,
	levelsWithoutPoints: levels.optional(),
	points: pointsOfRow,
	leastPoints: leastPoints.optional(),
	description: z.string(),
	/** Any of these conditions. */
	when: z.array(timedConvictions),
	citation,
});

const { clock: _, ...rules } = priorRules.shape;

export const illegalReentry = z.strictObject({
	...version,
	baseOffenseLevel: z.strictObject({ levels, provision, citation }),
	...rules,
	characteristics: z.array(characteristic),
});
