// The result document of the contract, as a schema: what `ussg schema result` prints and the tests hold results to.
import * as z from 'zod';
import { disputedFacts } from './disputed-schema.ts';
import { level, oneOf, provision, text } from './fields.ts';
import { category, chapterTwo, criminalHistory, drugQuantity, offenseLevel } from './level-schema.ts';
import { sentencingOptions } from './options-schema.ts';
import {
	ceiling,
	edition,
	editionChoice,
	fastTrack,
	floor,
	guidelineRange,
	guidelineSentence,
	sentenceImposed,
	statutoryEffect,
	tableRange,
	totalRange,
} from './range-schema.ts';
import { reduction } from './reduction-schema.ts';
import { relief, statute } from './relief-schema.ts';
import { fine, sensitivity, specialAssessment, supervisedRelease } from './sentence-schema.ts';
import { warningCodes } from './warning-codes.ts';

const step = z.strictObject({
	provision: provision(),
	description: text('What the step is.'),
	levels: level('What it adds, in levels.'),
	offenseLevel: level('The offense level after it.'),
	worksheet: oneOf(
		['A', 'B', 'D'],
		"The page of the Commission's worksheets: A one count, B several counts, D the guideline range.",
	),
});

const warning = z.strictObject({
	code: z.enum(warningCodes).describe('What kind of warning it is. A code never changes its meaning.'),
	message: text('What is uncertain, which results are possible, and what to do.'),
});

const partialDate = z.strictObject({
	path: text('Where the case gives it, as a JSON pointer.'),
	date: text('What the date is of.'),
	given: text('The month or the year, as "2012-05" or "2012".'),
});

export const resultSchema = z.strictObject({
	id: text('The id of the case. Present where the case gives one.').exactOptional(),
	caption: text('The caption of the case. Present where the case gives one.').exactOptional(),
	edition,
	editionChoice: editionChoice.exactOptional(),
	offenseLevel,
	chapterTwo: chapterTwo.exactOptional(),
	drugQuantity: drugQuantity.exactOptional(),
	criminalHistoryCategory: category('The criminal history category used in the Sentencing Table.'),
	criminalHistory: criminalHistory.exactOptional(),
	tableRange,
	guidelineRange,
	guidelineSentence: guidelineSentence.exactOptional(),
	totalRange: totalRange.exactOptional(),
	statutoryEffect,
	floor: floor.exactOptional(),
	ceiling: ceiling.exactOptional(),
	fastTrack,
	sentenceImposed: sentenceImposed.exactOptional(),
	relief: relief.exactOptional(),
	statutes: z
		.array(statute)
		.describe('The penalties of each statute of conviction. Present where the case names one.')
		.exactOptional(),
	sentencingOptions,
	supervisedRelease: supervisedRelease.exactOptional(),
	fine,
	specialAssessment: specialAssessment.exactOptional(),
	sensitivity: sensitivity.exactOptional(),
	disputedFacts: disputedFacts.exactOptional(),
	reduction: reduction.exactOptional(),
	partialDates: z
		.array(partialDate)
		.describe('The dates that the case gives as a month or a year. Every day in them leads to this answer.')
		.exactOptional(),
	steps: z
		.array(step)
		.describe('The calculation: the levels of the steps, added in order, make the total offense level.'),
	warnings: z.array(warning).describe('What is uncertain, the most serious first.'),
});
