// The part of the result document on what each disputed fact of a drug case is worth.
import * as z from 'zod';
import { level, oneOf, provision, range, tableLevel, text } from './fields.ts';

const change = (end: string) =>
	z
		.int()
		.nullable()
		.describe(`By how many months the ${end} end differs from that of the case. Null where one of the two is life.`);

const outcome = z.strictObject({
	fact: text('The fact, if it is found to be so, in words.'),
	asInCase: z.literal(true).describe('Present in the one that is as the case has it.').exactOptional(),
	drugLevel: level('The level of the drugs. Present where the weight or the purity is disputed.').exactOptional(),
	statute: text('The statute of conviction. Present where the weight charged is disputed.').exactOptional(),
	offenseLevel: tableLevel('The level used in the Sentencing Table.'),
	range: range('The range with the statutory limits: that for all counts where there is one, or the guideline range.'),
	lowEndChange: change('low'),
	highEndChange: change('high'),
});

export const disputedFacts = z
	.array(
		z.strictObject({
			kind: oneOf(['weight', 'charged-weight', 'purity', 'role', 'safety-valve'], 'What is disputed.'),
			subject: text('The drug or the rule that it is about, in words.'),
			provision: provision(),
			asGiven: text('What the case says, in words.'),
			unit: text('The unit of the two amounts that follow. Present where one of them is.').exactOptional(),
			belowNext: text(
				'How much the case is below the amount at which the next level, or the next tier of the statute, begins, as an exact decimal. Present where there is one.',
			).exactOptional(),
			aboveThis: text(
				'How much the case is above the amount at which its own begins, as an exact decimal. Present where there is one below.',
			).exactOptional(),
			outcomes: z
				.array(outcome)
				.describe('The case worked out with each way to find the fact, the least amount first.'),
			notWorkedOut: text('What could not be worked out, and why. Present where something could not.').exactOptional(),
		}),
	)
	.describe(
		'What each disputed fact of a drug case is worth in months. Present where it was asked for and the case names drugs.',
	);
