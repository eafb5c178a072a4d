// The shape of the table of unsettled questions.
import * as z from 'zod';
import { lengthTest } from './chapter-four-schema.ts';
import { citation, provision, version } from './table-fields.ts';

/** The words of each question that the text leaves open or a missing fact decides, with its two readings. */
export const openQuestions = z.strictObject({
	...version,
	questions: z.array(
		z.strictObject({
			code: z.string(),
			/** The first edition of these words, where an earlier one reads the question otherwise. */
			from: z.iso.date().optional(),
			/** The editions in which it is asked: from the first, and before the one that settles it. In all of them if left out. */
			asked: z.strictObject({ from: z.iso.date().optional(), before: z.iso.date().optional() }).optional(),
			/** The term that raises the question, where one does. */
			length: lengthTest.optional(),
			/** The facts by which a weapon counts, and the statutes whose terms account for it, where they raise the question. */
			ofWeapon: z.strictObject({ facts: z.array(z.string()).min(1), statutes: z.array(provision).min(1) }).optional(),
			question: z.string(),
			reading: z.string(),
			otherReading: z.string(),
			/** What to do where it is a fact that decides; left out where the law is unsettled. */
			remedy: z.string().optional(),
			citation,
		}),
	),
});
