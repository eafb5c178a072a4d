// The parts of the result document on the statutes of conviction and on relief from their minimums.
import * as z from 'zod';
import { offenseClasses } from '../case/offense-class.ts';
import { ends, level, minimumBy, months, oneOf, provision, text, whole, yesNo } from './fields.ts';

export const offenseClass = (says: string) => z.enum(offenseClasses).describe(says);

const criterion = z.strictObject({
	provision: provision(),
	description: text('The criterion in our own words.'),
	met: yesNo('Whether the case meets it.'),
});

export const relief = z
	.strictObject({
		kind: oneOf(['safety-valve', 'substantial-assistance'], 'What lets the court go below the statutory minimum.'),
		provision: provision('The statute that allows it.'),
		granted: yesNo('Whether the court may go below it, as the case stands.'),
		criteria: z
			.array(criterion)
			.describe('The criteria of the safety valve. Present where the case answers them.')
			.exactOptional(),
		leastLevel: z
			.strictObject({
				provision: provision(),
				level: level('The lowest offense level.'),
				maximumPoints: whole(
					'The most criminal history points with which it applies. Present where it has a most.',
				).exactOptional(),
			})
			.describe(
				'The lowest offense level that the guidelines put in place of the minimum (§5C1.2(b)). Present where one applies.',
			)
			.exactOptional(),
		leastRange: z
			.strictObject({ ...ends, provision: provision() })
			.describe(
				'The lowest range that the guidelines put in place of the minimum (§5C1.2(b)). Present where one applies.',
			)
			.exactOptional(),
		stillBinds: minimumBy(
			'The minimum of a count that the safety valve does not reach: it binds as before. Present where there is one.',
		).exactOptional(),
	})
	.describe('Relief from a statutory minimum. Present where the case claims it or answers its criteria.');

export const statute = z.strictObject({
	provision: provision('The statute, such as 8 U.S.C. § 1326(b)(2).'),
	description: text('The offense in a few words.'),
	circumstance: text('The fact that its penalties turn on. Present where there is one.').exactOptional(),
	object: text(
		'The statute that was the object of an attempt or a conspiracy. Present where there is one.',
	).exactOptional(),
	minimumMonths: months(
		'The statutory minimum, in months or "life". Present where the statute has one.',
	).exactOptional(),
	maximumMonths: months('The statutory maximum, in months or "life".'),
	offenseClass: offenseClass('The class of the offense (18 U.S.C. § 3559).'),
	consecutive: yesNo('True if the term runs consecutively to every other and is separate from the range (§5G1.2(a)).'),
	mayRunTogether: text('The provision that lets such terms run concurrently. Present if there is one.').exactOptional(),
	inTotalRange: z
		.literal(true)
		.describe('Present if the range for all counts includes the term for this count (§4B1.1(c)).')
		.exactOptional(),
});
