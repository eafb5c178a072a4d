// The part of the result document on a reduction after sentencing (§1B1.10, 18 U.S.C. § 3582(c)(2)).
import * as z from 'zod';
import { date, described, level, months, provision, range, tableLevel, text, yesNo } from './fields.ts';
import { category } from './level-schema.ts';

const amendment = z.strictObject({
	id: text('The number of the amendment, with its part, such as 782 or 821A.'),
	name: text('The amendment, as a sentence names it.'),
	listed: yesNo('Whether the list in force on the order date includes it.'),
	inManualSince: date('The date its text first appeared in the Manual.'),
	listedSince: date(
		'The date it was listed, even if that is after the order. Present if it is listed.',
	).exactOptional(),
	ordersFrom: z
		.strictObject({
			date: date('The day.'),
			provision: provision(),
			enteredEarlier: text('The note that lets such an order be entered before that day.'),
		})
		.describe('The first day on which an order resting on it may take effect. Present where there is one.')
		.exactOptional(),
	adds: z
		.strictObject({ levels: level('The change, in levels.'), provision: provision() })
		.describe('The change that it makes in every case it reaches. Present where it makes one.')
		.exactOptional(),
	ofDrugQuantity: z
		.literal(true)
		.describe('Present where its change can be worked out from the drugs of the case.')
		.exactOptional(),
	changes: text('What it amends. Present where the table of amendments says it.').exactOptional(),
	lowers: z
		.strictObject({
			mostLevels: level('The most, in levels. Present where that is a fixed number.').exactOptional(),
			words: text('The same in words.'),
		})
		.describe('How far it lowers the offense level. Present where it does.')
		.exactOptional(),
	listedParts: z
		.array(z.string())
		.describe('The parts of the same amendment that are listed. Present where this one is not and others are.')
		.exactOptional(),
	otherMotion: described(
		'Another kind of motion that goes by the same number. Present if there is one.',
	).exactOptional(),
});

const amended = z
	.strictObject({
		offenseLevel: tableLevel('The total offense level as amended.'),
		criminalHistoryCategory: category('The category as amended.'),
		tableRange: range('The cell at that level and category.'),
		range: range('The amended guideline range, with the statutory minimum where it counts.'),
	})
	.describe('The case as the amendments change it.');

export const reduction = z
	.strictObject({
		provision: provision(),
		policyStatementOf: date(
			'The edition whose policy statement governs: that of the day of the order (§1B1.10, comment. (n.9)).',
		),
		orderDate: date('The day of the order.'),
		amendment: amendment.nullable().describe('The first amendment claimed; null if there is none.'),
		amendments: z.array(amendment).describe('All amendments that the case names, considered together (§1B1.10(b)(1)).'),
		originalRange: range('The range that applied at sentencing, with the statutory minimum.'),
		amended,
		lowersRange: yesNo('Whether the amended range is lower.'),
		authorized: yesNo('Whether the policy statement allows a lower term at all.'),
		reasons: z
			.array(z.strictObject({ provision: provision(), description: text('The reason, in a sentence.') }))
			.describe('Why a lower term is allowed or not.'),
		lowestTermMonths: months(
			'The term below which the sentence may not fall, in months or "life". Present where a reduction is allowed and one is set.',
		).exactOptional(),
		comparableTermMonths: months(
			'The approximate term after a comparable reduction, in months or "life". It is not a floor. Present if the policy statement allows one.',
		).exactOptional(),
	})
	.describe('Whether and how far the sentence may be reduced after an amendment. Present where the case asks for it.');
