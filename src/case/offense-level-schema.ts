// The keys of the case document for the offense level.
import * as z from 'zod';
import { statedAcceptance } from './acceptance.ts';
import { categories } from './category.ts';
import { adjustmentProvision, chapterTwoShape, characteristicId } from './chapter-two-schema.ts';
import { integer, listOf, words } from './fields.ts';

/** What makes the offense level, as the case states it: for its own Manual, and for the one in force on the offense date. */

const enhancementRemedy =
	'give an id of the edition, such as "(b)(1)(A)", or {"id": "(b)(1)(A)", "receivesPoints": true}';
const enhancement = z.union(
	[characteristicId, z.strictObject({ id: characteristicId, receivesPoints: z.boolean().optional() })],
	{ error: enhancementRemedy },
);

const adjustment = z.strictObject(
	{
		levels: integer(-43, 43, 'give the change in levels, from -43 to 43'),
		provision: words('give the provision as text, such as "§3B1.2"').optional(),
		label: words('give the label as text, such as "minor role"').optional(),
	},
	{ error: 'give an object such as {"levels": -2, "provision": "§3B1.2", "label": "minor role"}' },
);

export const levelShape = {
	baseOffenseLevel: integer(1, 43, 'give an offense level from 1 to 43').optional(),
	enhancements: listOf(enhancement, 'give an array of ids').optional(),
	adjustments: listOf(adjustment, 'give an array of adjustments').optional(),
	acceptance: z.union([z.literal(statedAcceptance), z.literal('full')], { error: 'give 0, 2, 3 or "full"' }).optional(),
	chapterThree: listOf(
		adjustmentProvision,
		'give an array of provisions of Chapter Three, Parts A to C',
		20,
	).optional(),
};

const categoryRemedy = 'give "I" to "VI", or 1 to 6';

/** Criminal history as the case states it, for one Manual. */
export const historyShape = {
	criminalHistoryCategory: z
		.union([z.literal(categories), integer(1, 6, categoryRemedy)], { error: categoryRemedy })
		.optional(),
	criminalHistoryPoints: integer(0, 1000, 'give whole criminal history points, 0 or more').optional(),
};

/**
 * What the Manual in force on the offense date makes of the offense and of the record, where the facts do not say
 * (§1B1.11(b)(1)). Its ids are of that Manual.
 */
export const underOffenseDateManual = z.strictObject(
	{ ...levelShape, base: chapterTwoShape.base, ...historyShape },
	{ error: 'give an object such as {"baseOffenseLevel": 6, "adjustments": [{"levels": 11, "label": "loss"}]}' },
);
