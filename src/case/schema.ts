// The case document: its schema and its types.
import * as z from 'zod';
import { chapterTwoShape } from './chapter-two-schema.ts';
import { factsShape } from './facts-schema.ts';
import { date, integer, months, text } from './fields.ts';
import { historyShape, levelShape, underOffenseDateManual } from './offense-level-schema.ts';
import { sentencingShape } from './sentencing-schema.ts';

const editionRemedy = 'give a year ("2012") or an effective date ("2012-11-01"), as text';
const edition = z.union([z.string().regex(/^\d{4}$/), z.iso.date()], { error: editionRemedy });

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
		...historyShape,
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
