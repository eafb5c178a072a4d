// The shape of the tables of words: what each provision says, and what the questions explain, in our own words.
import { z } from 'zod';
import { citation, version } from './table-fields.ts';

const date = z.iso.date();

/** What a provision said from one day on. Without a text it was not in the law from that day on. */
const span = z.strictObject({
	from: date,
	/** What is new in it; the first span of a row has none. */
	change: z.string().min(2).exactOptional(),
	text: z.string().min(2).exactOptional(),
	citation: z.strictObject({ section: z.string().min(2), authority: z.string().min(2), effectiveDate: date }),
});

const row = z
	.strictObject({ provision: z.string().min(2), spans: z.array(span).min(1) })
	.refine(({ spans: [first, ...later] }) => first?.text !== undefined && later.every(({ change }) => change), {
		message: 'the first span says what the provision says, and each later one what changed',
	})
	.refine(({ spans }) => spans.every(({ from }, at) => at === 0 || from > (spans[at - 1]?.from ?? '')), {
		message: 'the spans are in the order of their days',
	});

/** One file of tables/rules-in-words. */
export const rulesInWordsSchema = z.strictObject({ rows: z.array(row) });

/** A provision with what it said, oldest first. */
export type RuleInWords = z.infer<typeof row>;

/** What the questions of the wizard explain: a paragraph a row, in our own words, in the editions from one date until another. */
export const explanations = z.strictObject({
	...version,
	provision: z.string().min(2),
	rows: z.array(
		z.strictObject({ topic: z.string(), from: date, until: date.optional(), text: z.string().min(2), citation }),
	),
});
