// The parts of the result document on the edition and on the range (§1B1.11, Chapter Five, Part A, §5G1.1).
import * as z from 'zod';
import {
	date,
	effects,
	ends,
	levelOrNone,
	months,
	oneOf,
	provision,
	range,
	rangeSet,
	tableLevel,
	text,
	yesNo,
	zone,
} from './fields.ts';
import { category } from './level-schema.ts';

export const edition = z
	.strictObject({
		effectiveDate: date('The day on which this Manual took effect.'),
		verified: yesNo('False where a later Manual was in force whose text was not verified.'),
		reason: text('Why this edition is the one used.'),
	})
	.describe('The edition of the Manual that was used.');

export const totalRange = rangeSet(
	'The range for all counts, where the court starts. Present where §4B1.1(c) or §4B1.4 sets one range for the whole case.',
);

export const editionChoice = z
	.strictObject({
		provision: provision(),
		reason: text('Why one edition was used instead of the other.'),
		considered: z
			.array(
				z.strictObject({
					effectiveDate: date('The day on which this Manual took effect.'),
					inForceOn: oneOf(['offense date', 'sentencing date'], 'The date of the case on which it was in force.'),
					offenseLevel: tableLevel('The total offense level under it.'),
					criminalHistoryCategory: category('The category under it.'),
					guidelineRange: range('The guideline range under it.'),
					totalRange: totalRange.exactOptional(),
				}),
			)
			.describe('The editions that were compared.'),
	})
	.describe('The choice between two editions (§1B1.11). Present if there was a choice.');

export const tableRange = z
	.strictObject({
		...ends,
		zone: zone('The zone of the cell; null in an edition without zones, or where it has none.'),
	})
	.describe('The cell of the Sentencing Table.');

export const guidelineRange = range('The cell after the statutory minimum and maximum (§5G1.1).');

export const guidelineSentence = rangeSet(
	'What sets the guideline range, whatever the level and category. Present if no count has an offense level.',
);

export const statutoryEffect = z
	.strictObject({
		minimum: oneOf(
			['none', 'raises-low-end', 'becomes-guideline-sentence', 'relieved'],
			'What the statutory minimum does (§5G1.1(b) and (c)(2)); relieved where the court may go below it.',
		),
		maximum: oneOf(
			['none', 'caps-high-end', 'becomes-guideline-sentence'],
			'What the statutory maximum does (§5G1.1(a) and (c)(1)).',
		),
		provisions: z.array(z.string()).describe('The parts of §5G1.1 that applied.'),
	})
	.describe('What the statutory limits do to the range.');

export const floor = z
	.strictObject({
		minimumMonths: months('The statutory minimum, in months or "life".'),
		becomesGuidelineSentenceAtOrBelowLevel: levelOrNone(
			'At this level and below it, the minimum is the guideline sentence.',
		),
		noEffectAtOrAboveLevel: levelOrNone('At this level and above it, the minimum changes nothing.'),
	})
	.describe('The statutory minimum across the levels of the category. Present where a minimum binds or could.');

export const ceiling = z
	.strictObject({
		maximumMonths: months('The statutory maximum, in months.'),
		becomesGuidelineSentenceAtOrAboveLevel: levelOrNone(
			'At this level and above it, the maximum is the guideline sentence.',
		),
		noEffectAtOrBelowLevel: levelOrNone('At this level and below it, the maximum changes nothing.'),
	})
	.describe('The statutory maximum across the levels of the category. Present where a maximum binds or could.');

const outcome = z.strictObject({
	levels: z.int().min(1).max(4).describe('The reduction, in levels.'),
	offenseLevel: tableLevel('The offense level after it.'),
	tableRange: range('The cell at that level.'),
	range: range('The cell after §5G1.1.'),
	totalRange: range('The range for all counts. Present where one range is set for the whole case.').exactOptional(),
});

export const fastTrack = z
	.strictObject({
		available: yesNo('Whether the edition has a fast-track reduction.'),
		reason: text('Why it is not available. Present where it is not.').exactOptional(),
		provision: provision(),
		kind: oneOf(
			['departure', 'adjustment'],
			'A departure leaves the guideline range as it is; an adjustment is part of the offense level.',
		),
		levels: z
			.int()
			.min(0)
			.max(4)
			.describe('The reduction that the case asks for, in levels; 0 where it asks for none.'),
		effect: oneOf(effects, 'What the levels requested do to the range; 4 levels where none were requested.'),
		explanation: text('The effect in a sentence for the client.'),
		outcomes: z
			.array(outcome)
			.length(4)
			.describe('What 1, 2, 3 and 4 levels would do, each from the level without any fast-track reduction.'),
	})
	.describe('Fast track: §5K3.1 as a departure, §3F1.1 as an adjustment.');

export const sentenceImposed = z
	.strictObject({
		months: months('The sentence imposed, in months or "life".'),
		position: oneOf(
			['below', 'at-low-end', 'within', 'at-high-end', 'above'],
			'Where it falls in the range for all counts, or in the guideline range if there is no range for all counts.',
		),
	})
	.describe('The sentence imposed. Present where the case gives it.');
