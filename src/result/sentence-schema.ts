// The parts of the result document on supervised release, the fine, the assessment and the levels around the case.
import * as z from 'zod';
import { categories } from '../case/category.ts';
import {
	date,
	dollars,
	effects,
	ends,
	minimumBy,
	months,
	oneOf,
	provision,
	range,
	tableLevel,
	text,
	whole,
	yesNo,
	zone,
} from './fields.ts';
import { category } from './level-schema.ts';
import { offenseClass } from './relief-schema.ts';

export const supervisedRelease = z
	.strictObject({
		offenseClass: offenseClass('The class of the offense.'),
		classProvision: provision('The provision that gives the class.'),
		order: oneOf(
			['shall', 'shall-above-one-year', 'should-if-warranted', 'may', 'ordinarily-not'],
			'What the guidelines say about ordering supervised release (§5D1.1).',
		),
		provision: provision(),
		requiredAboveMonths: whole(
			'The length in months above which it must be ordered. Present where that matters and the case gives no sentence.',
		).exactOptional(),
		deportableProvision: provision(
			'The rule for deportable aliens. Present if the edition has one and the case does not say whether it applies.',
		).exactOptional(),
		term: z
			.strictObject({ ...ends, provision: provision() })
			.describe('The shortest and the longest term (§5D1.2), in months or "life".'),
		recommended: z
			.strictObject({ months: months('The term, in months or "life".'), provision: provision() })
			.describe('The longest term. Present where the Manual recommends it.')
			.exactOptional(),
		statuteMayAllowMore: text(
			'The statute that may allow a longer term than the guideline. Present where one may.',
		).exactOptional(),
		relievedOfMonths: months(
			'A statutory minimum term, in months or "life", that the safety valve lifts. Present where it lifts one.',
		).exactOptional(),
		mayGoBelow: minimumBy(
			'The statutory minimum that the term keeps, and the provision that lets it go below. Present where one does.',
		).exactOptional(),
	})
	.describe('Supervised release (§§5D1.1, 5D1.2). Present where the class of the offense is known.');

export const fine = z
	.strictObject({
		minimumDollars: dollars('The low end, in dollars.'),
		maximumDollars: dollars('The high end, in dollars.'),
		provision: provision(),
		tableOf: date('The edition whose fine table was read.'),
		note: text(
			'What else could change these amounts, and the facts it depends on. Present if something could.',
		).exactOptional(),
	})
	.describe('The fine guideline range (§5E1.2(c)).');

export const specialAssessment = z
	.strictObject({
		dollarsPerCount: dollars('In dollars, for a count of the class of the offense.'),
		provision: provision('The statute.'),
		counts: whole('How many counts there are. Present where the case says so.').exactOptional(),
		totalDollars: dollars(
			'In dollars, for all counts, each by its own class. Present where their number is known.',
		).exactOptional(),
		supposesOffensesFrom: date(
			'The offense date that the amount assumes. Present if the case gives none.',
		).exactOptional(),
	})
	.describe('The special assessment (18 U.S.C. § 3013). Present where the class of the offense is known.');

const sensitivityCell = z.strictObject({
	criminalHistoryCategory: category('The category.'),
	range: range('The guideline range at this level and category.'),
	zone: zone('The zone; null where the table has none.'),
	oneLevelLess: z
		.enum(effects)
		.nullable()
		.describe('The effect of one level lower on the range; null at the lowest level of the table.'),
	zoneChanges: yesNo('True if one level lower is in another zone.'),
});

export const sensitivity = z
	.array(
		z.strictObject({
			offenseLevel: tableLevel('The offense level.'),
			cells: z.array(sensitivityCell).length(categories.length).describe('One for each category, I to VI.'),
		}),
	)
	.describe('The ranges around the level of the case. Present where it was asked for.');
