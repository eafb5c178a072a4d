import * as z from 'zod';
import { categories } from '../case/category.ts';
import { afterRangeShape } from './after-range-schema.ts';
import type { Result } from './result.ts';
import { date, level, months, range, tableLevel } from './result-fields.ts';
import { warningCodes } from './warnings.ts';

const totalRange = z.strictObject({ minimumMonths: months, maximumMonths: months, provisions: z.array(z.string()) });
const scored = { points: z.int().min(0), provision: z.string(), reason: z.string() };

/** The result document of the contract, as a schema: what `ussg schema result` prints and the tests hold results to. */
export const resultSchema = z.strictObject({
	id: z.string().exactOptional(),
	caption: z.string().exactOptional(),
	edition: z.strictObject({ effectiveDate: date, verified: z.boolean(), reason: z.string() }),
	editionChoice: z
		.strictObject({
			provision: z.string(),
			reason: z.string(),
			considered: z.array(
				z.strictObject({
					effectiveDate: date,
					inForceOn: z.enum(['offense date', 'sentencing date']),
					offenseLevel: tableLevel,
					criminalHistoryCategory: z.enum(categories),
					guidelineRange: range,
					totalRange: totalRange.exactOptional(),
				}),
			),
		})
		.exactOptional(),
	offenseLevel: z.strictObject({
		base: level,
		enhancements: level,
		adjustments: level,
		acceptance: level,
		fastTrack: level,
		total: tableLevel,
	}),
	chapterTwo: z
		.strictObject({
			guideline: z.string(),
			effectiveDate: date,
			base: z.string(),
			applied: z.array(z.string()),
			notApplied: z.array(z.strictObject({ id: z.string(), description: z.string() })),
			crossReferences: z.array(z.strictObject({ id: z.string(), description: z.string() })),
		})
		.exactOptional(),
	drugQuantity: z
		.strictObject({
			baseOffenseLevel: level,
			method: z.enum(['table', 'converted-weight']),
			drugs: z.array(
				z.strictObject({ substance: z.string(), grams: z.string(), convertedGrams: z.string().nullable() }),
			),
			convertedGrams: z.string().nullable(),
			thisLevelFrom: z.string(),
			nextLevelAt: z.string().nullable(),
		})
		.exactOptional(),
	criminalHistoryCategory: z.enum(categories),
	criminalHistory: z
		.strictObject({
			points: z.int().min(0),
			category: z.enum(categories),
			priors: z.array(z.strictObject({ id: z.string(), ...scored })),
			status: z.strictObject(scored),
			recency: z.strictObject(scored).exactOptional(),
		})
		.exactOptional(),
	tableRange: z.strictObject({
		minimumMonths: months,
		maximumMonths: months,
		zone: z.enum(['A', 'B', 'C', 'D']).nullable(),
	}),
	guidelineRange: range,
	guidelineSentence: totalRange.exactOptional(),
	totalRange: totalRange.exactOptional(),
	statutoryEffect: z.strictObject({
		minimum: z.enum(['none', 'raises-low-end', 'becomes-guideline-sentence', 'relieved']),
		maximum: z.enum(['none', 'caps-high-end', 'becomes-guideline-sentence']),
		provisions: z.array(z.string()),
	}),
	floor: z
		.strictObject({
			minimumMonths: months,
			becomesGuidelineSentenceAtOrBelowLevel: tableLevel.nullable(),
			noEffectAtOrAboveLevel: tableLevel.nullable(),
		})
		.exactOptional(),
	ceiling: z
		.strictObject({
			maximumMonths: months,
			becomesGuidelineSentenceAtOrAboveLevel: tableLevel.nullable(),
			noEffectAtOrBelowLevel: tableLevel.nullable(),
		})
		.exactOptional(),
	fastTrack: z.strictObject({
		available: z.boolean(),
		reason: z.string().exactOptional(),
		provision: z.string(),
		kind: z.enum(['departure', 'adjustment']),
		levels: z.int().min(0).max(4),
		effect: z.enum(['none', 'high-end-only', 'lowers-range']),
		explanation: z.string(),
		outcomes: z
			.array(
				z.strictObject({
					levels: z.int().min(1).max(4),
					offenseLevel: tableLevel,
					tableRange: range,
					range,
					totalRange: range.exactOptional(),
				}),
			)
			.length(4),
	}),
	sentenceImposed: z
		.strictObject({ months, position: z.enum(['below', 'at-low-end', 'within', 'at-high-end', 'above']) })
		.exactOptional(),
	...afterRangeShape,
	steps: z.array(
		z.strictObject({
			provision: z.string(),
			description: z.string(),
			levels: level,
			offenseLevel: level,
			worksheet: z.enum(['A', 'B', 'D']),
		}),
	),
	warnings: z.array(z.strictObject({ code: z.enum(warningCodes), message: z.string() })),
}) satisfies z.ZodType<Result>;
