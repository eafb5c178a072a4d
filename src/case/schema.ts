import * as z from 'zod';
import { categories } from './category.ts';
import { chapterTwoShape } from './chapter-two-schema.ts';
import { factsShape } from './facts-schema.ts';
import { date, integer, months, text } from './fields.ts';
import { levelShape, underOffenseDateManual } from './offense-level-schema.ts';
import { sentencingShape } from './sentencing-schema.ts';

const editionRemedy = 'give a year ("2012") or an effective date ("2012-11-01"), as text';
const edition = z.union([z.string().regex(/^\d{4}$/), z.iso.date()], { error: editionRemedy });

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
		...levelShape,
		underOffenseDateManual: underOffenseDateManual.optional(),
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
