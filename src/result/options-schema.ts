// The part of the result document on the sentencing options (Chapter Five, Parts B and C).
import * as z from 'zod';
import { described, minimumBy, months, provision, text, whole, yesNo, zone } from './fields.ts';

const part = (says: string) =>
	z
		.strictObject({
			months: whole('Whole months.'),
			halfMonth: yesNo('True where half a month is added: the guidelines halve an odd number.'),
		})
		.describe(says);

const substitutes = z
	.array(z.string())
	.describe('What may replace imprisonment. Present if something may.')
	.exactOptional();
const barredBy = text(
	'Why the law bars it even though the zone allows it. Present if the law bars it.',
).exactOptional();

const probation = z
	.strictObject({
		authorized: yesNo('Whether the guidelines allow probation.'),
		provision: provision(),
		confinementMonths: whole(
			'The confinement, in months, that must stand in for the low end. Present where some must.',
		).exactOptional(),
		substitutes,
		term: z
			.strictObject({
				minimumMonths: whole('The shortest term, in months.'),
				maximumMonths: whole('The longest term, in months.'),
				provision: provision(),
			})
			.describe('The term of probation (§5B1.2). Present where probation is allowed.')
			.exactOptional(),
		barredBy,
	})
	.describe('Probation (§5B1.1).');

const splitSentence = z
	.strictObject({
		authorized: yesNo('Whether the guidelines allow a split sentence.'),
		provision: provision(),
		imprisonment: part(
			'The least part to be served in prison. Present where a split sentence is allowed.',
		).exactOptional(),
		confinement: part(
			'The part that community confinement or home detention may serve. Present where one may.',
		).exactOptional(),
		substitutes,
		barredBy,
	})
	.describe('A split sentence (§5C1.1).');

export const sentencingOptions = z
	.strictObject({
		provision: provision(),
		zone: zone('The zone of the Sentencing Table; null where the table has none.'),
		minimumToBeServed: yesNo('False where the guidelines leave a term of imprisonment to the court.'),
		probation,
		splitSentence,
		imprisonmentRequiredBy: text(
			'What requires imprisonment, whatever the zone allows. Present if something does.',
		).exactOptional(),
		statutoryMinimumMonths: months(
			'The statutory minimum, in months or "life". Present where one binds: the zone speaks of the guideline range alone.',
		).exactOptional(),
		besideConsecutiveTerm: z
			.strictObject({ leastMonths: months('The shortest such term, in months or "life".'), provision: provision() })
			.describe(
				'A term that runs consecutively to every other. Present if there is one; the options are then for the other counts.',
			)
			.exactOptional(),
		onlyBelowMinimum: minimumBy(
			'The statutory minimum. Present where an option is allowed only by a sentence below it, for substantial assistance.',
		).exactOptional(),
		advice: described('What the Manual advises for this defendant. Present if it advises something.').exactOptional(),
	})
	.describe('The ways in which the low end of the range may be satisfied (§§5B1.1, 5C1.1).');
