import * as z from 'zod';
import { categories } from './category.ts';
import { chapterTwoShape, characteristicId } from './chapter-two-schema.ts';
import { factsShape } from './facts-schema.ts';
import { date, integer, listOf, months, text, words } from './fields.ts';
import { sentencingShape } from './sentencing-schema.ts';

const editionRemedy = 'give a year ("2012") or an effective date ("2012-11-01"), as text';
const edition = z.union([z.string().regex(/^\d{4}$/), z.iso.date()], { error: editionRemedy });

const enhancementRemedy =
	'give an id of the edition, such as "(b)(1)(A)", or {"id": "(b)(1)(A)", "receivesPoints": true}';
const enhancement = z.union(
	[characteristicId, z.strictObject({ id: characteristicId, receivesPoints: z.boolean().optional() })],
	{
		error: enhancementRemedy,
	},
);

const adjustment = z.strictObject(
	{
		levels: integer(-43, 43, 'give the change in levels, from -43 to 43'),
		provision: words('give the provision as text, such as "§3B1.2"').optional(),
		label: words('give the label as text, such as "minor role"').optional(),
	},
	{ error: 'give an object such as {"levels": -2, "provision": "§3B1.2", "label": "minor role"}' },
);

const categoryRemedy = 'give "I" to "VI", or 1 to 6';

/** The case document of the contract: one JSON object. Unknown keys are refused. */
export const caseSchema = z.strictObject(
	{
		id: text('give text').optional(),
		caption: text('give text').optional(),
		edition: edition.optional(),
		offenseDate: date.optional(),
		sentencingDate: date.optional(),
		...chapterTwoShape,
		baseOffenseLevel: integer(1, 43, 'give an offense level from 1 to 43').optional(),
		enhancements: listOf(enhancement, 'give an array of ids').optional(),
		adjustments: listOf(adjustment, 'give an array of adjustments').optional(),
		acceptance: z.union([z.literal([0, 2, 3]), z.literal('full')], { error: 'give 0, 2, 3 or "full"' }).optional(),
		criminalHistoryCategory: z
			.union([z.literal(categories), integer(1, 6, categoryRemedy)], { error: categoryRemedy })
			.optional(),
		criminalHistoryPoints: integer(0, 1000, 'give whole criminal history points, 0 or more').optional(),
		statutoryMinimumMonths: months(0).optional(),
		statutoryMaximumMonths: months(1).optional(),
		statutoryMinimumRelief: z
			.enum(['safety-valve', 'substantial-assistance'], { error: 'give "safety-valve" or "substantial-assistance"' })
			.optional(),
		fastTrackLevels: integer(0, 4, 'give 0 to 4 levels').optional(),
		sentenceImposedMonths: months(0).optional(),
		...factsShape,
		...sentencingShape,
	},
	{ error: 'give one JSON object' },
);

export type CaseDocument = z.infer<typeof caseSchema>;
/** One prior sentence, as the case gives it. */
export type GivenPrior = NonNullable<CaseDocument['priors']>[number];
