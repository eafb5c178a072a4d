// The shape of tables/editions.json.
import * as z from 'zod';
import { date, provision } from './table-fields.ts';

const edition = z.strictObject({
	effectiveDate: date,
	kind: z.enum(['november', 'emergency', 'special']),
	amendments: z.string(),
	citation: z.string().min(2),
	verified: z.boolean(),
	note: z.string().optional(),
});

export const editionsSchema = z.strictObject({
	citation: z.strictObject({ provision, authority: z.string().min(2) }),
	yearNames: z.strictObject({
		monthAndDay: z.string().regex(/^\d{2}-\d{2}$/),
		note: z.string(),
		citation: z.string().min(2),
	}),
	editions: z
		.array(edition)
		.refine(
			(editions) =>
				editions.every(
					(edition, index) => index === 0 || edition.effectiveDate > (editions[index - 1]?.effectiveDate ?? ''),
				),
			'editions in the order of their dates, each date once',
		)
		.superRefine((editions, context) => {
			const message = afterUnverified(editions);
			if (message !== undefined) context.addIssue({ code: 'custom', message });
		}),
	reprints: z
		.array(
			z.strictObject({
				year: z.int(),
				effectiveDate: date,
				note: z.string(),
				confidence: z.literal('unverified').optional(),
			}),
		)
		.optional(),
});

/** What is wrong where a verified edition comes after one that is not: its tables would hold the law of the last one read. */
function afterUnverified(editions: readonly z.infer<typeof edition>[]): string | undefined {
	const gap = editions.find(({ verified }) => !verified);
	const later = gap && editions.find((one) => one.verified && one.effectiveDate > gap.effectiveDate);
	if (!later) return undefined;
	const { effectiveDate } = later;
	return `${effectiveDate} is "verified": true, but the edition of ${gap.effectiveDate} before it is not. What that one changed is in no table, so ${effectiveDate} would be given older law. Add ${gap.effectiveDate} first, or set "verified": false for ${effectiveDate}`;
}
