// The parts of the result document on the offense level and on criminal history (Chapters Two to Four).
import * as z from 'zod';
import { categories } from '../case/category.ts';
import { count, date, level, oneOf, provision, tableLevel, text } from './fields.ts';

export const category = (says: string) => z.enum(categories).describe(says);

export const offenseLevel = z
	.strictObject({
		base: level('The base offense level.'),
		enhancements: level('What the specific offense characteristics change, in levels.'),
		adjustments: level(
			'What Chapter Three and Chapter Four, Part B, change, not counting acceptance and fast track, in levels.',
		),
		acceptance: level('What acceptance of responsibility changes, in levels: 0 or less.'),
		fastTrack: level(
			'What a fast-track adjustment changes, in levels: 0 or less, and 0 where fast track is a departure.',
		),
		total: tableLevel('The level used in the Sentencing Table.'),
	})
	.describe(
		'The offense level and its parts. A limit of the table is a step, so the parts need not add up to the total.',
	);

const named = (says: string) =>
	z
		.array(z.strictObject({ id: text('Its letters and numbers.'), description: text('What it is, in plain words.') }))
		.describe(says);

export const chapterTwo = z
	.strictObject({
		guideline: text('The section, such as 2L1.2.'),
		effectiveDate: date('The day on which this version of the guideline took effect.'),
		base: text('The id of the base offense level that applies.'),
		applied: z.array(z.string()).describe('The ids of the specific offense characteristics that apply, in order.'),
		notApplied: named('The specific offense characteristics that nothing in the case addresses.'),
		crossReferences: named(
			'The cross references and special instructions that may apply. The program does not decide them.',
		),
	})
	.describe('The result under the Chapter Two guideline. Present if the program holds that guideline.');

const substance = z.strictObject({
	substance: text('The substance, as the edition prints it.'),
	grams: text('Its weight in grams, as an exact decimal; a count where the edition counts units.'),
	convertedGrams: z
		.string()
		.nullable()
		.describe('The same in marihuana or converted drug weight, in grams; null where the edition has no conversion.'),
});

export const drugQuantity = z
	.strictObject({
		baseOffenseLevel: level('The level of the Drug Quantity Table, before any cap for a mitigating role.'),
		method: oneOf(
			['table', 'converted-weight'],
			'One drug is looked up in its own row; several, or one without a row, are converted.',
		),
		drugs: z.array(substance).describe('Each drug of the case.'),
		convertedGrams: z
			.string()
			.nullable()
			.describe('Their total converted weight, in grams; null if one of them has no conversion.'),
		unit: oneOf(['g', 'units', 'plants'], 'The unit of the next two amounts.'),
		thisLevelFrom: text('The smallest amount at this level.'),
		nextLevelAt: z.string().nullable().describe('The amount at which the next level begins; null at the top.'),
	})
	.describe('The drug quantity (§2D1.1(c)). Present if the case names drugs and the guideline depends on quantity.');

const scored = {
	points: count('Criminal history points.'),
	provision: provision('The item of §4A1.1 that gives the points, or the rule of §4A1.2 that gives none.'),
	reason: text('Why, in a sentence.'),
};

export const criminalHistory = z
	.strictObject({
		points: count('The total of criminal history points.'),
		category: category('The category of those points.'),
		priors: z
			.array(z.strictObject({ id: text('The id of the prior, as the case gives it.'), ...scored }))
			.describe('The points for each prior sentence.'),
		status: z
			.strictObject(scored)
			.describe('Points for committing the offense under a criminal justice sentence (§4A1.1(d) and (e)).'),
		recency: z
			.strictObject(scored)
			.describe('Points for committing the offense soon after release. Present in the editions that had them.')
			.exactOptional(),
	})
	.describe('Criminal history (Chapter Four, Part A). Present where the case gives its priors.');
