// The shape of what a guideline says of prior sentences that count from removals and removal orders.
import * as z from 'zod';
import { lengthTest } from './chapter-four-schema.ts';
import { citation, provision } from './table-fields.ts';

/** A conviction that counts: every condition given must hold. */
const conviction = z.strictObject({
	grade: z.enum(['felony', 'misdemeanor']).optional(),
	kinds: z.array(z.string()).optional(),
	notKinds: z.array(z.string()).optional(),
	/** The sentence imposed, as the edition defines it. */
	sentence: lengthTest.optional(),
	/** The term pronounced, suspended or not. */
	wholeTerm: lengthTest.optional(),
	/** Whether a foreign conviction can be one: not where left out. */
	foreign: z.union([z.enum(['counted', 'open']), z.strictObject({ releasedWithinYears: z.int() })]).optional(),
	/** Only with a term given on revocation was the whole term so long, and that came after the removal: then a question, but for some kinds. */
	termOnRevocation: z
		.strictObject({ wholeTerm: lengthTest, unlessKinds: z.array(z.string()), openQuestion: z.string() })
		.optional(),
	openQuestion: z.string().optional(),
	openUnlessFelony: z.string().optional(),
	/** The question in whose other reading alone it counts. */
	onlyIfOpen: z.string().optional(),
});

/** Prior convictions on one side of a removal, of a removal order or of the instant offense. */
export const timedConvictions = z.strictObject({
	timing: z.enum([
		'deported',
		'deported-after',
		'deported-or-remained-after',
		'convicted-before-instant-offense',
		'convicted-before-first-order',
		'any-conduct-before-first-order',
		'any-conduct-after-first-order',
		'all-conduct-after-first-order',
	]),
	/** Any of these; none where the timing alone decides. */
	convictions: z.array(conviction).optional(),
	/** How many convictions are needed, where more than one is. */
	count: z.int().min(2).optional(),
});

const revocations = z.enum([
	'counted',
	'counted-before-removal',
	'counted-before-first-removal',
	'counted-before-first-order',
	'not-counted',
]);

/** How the guideline counts prior sentences: there where its characteristics turn on those of the case, and on its removals. */
export const priorRules = z.strictObject({
	/** From what they count: the removals and removal orders of the case. */
	clock: z.literal('removal'),
	pointsRule: z.strictObject({ provision, citation }).optional(),
	underEighteen: z.strictObject({ excludedUnlessAdult: z.literal(true), citation }).optional(),
	sentenceImposed: z
		.strictObject({
			suspendedPart: z.literal('excluded'),
			revocations,
			openQuestion: z.string().optional(),
			otherReading: revocations.optional(),
			/** Whether a sentence of which no day was to be served is a short sentence, or no sentence of imprisonment. */
			whollySuspended: z.enum(['counts-as-short', 'no-sentence-of-imprisonment']).optional(),
			consecutiveTerms: z.enum(['added', 'not-added']),
			citation,
		})
		.optional(),
	/** What keeps convictions apart where more than one is needed. */
	separateConvictions: z.strictObject({ convictions: z.enum(['unrelated', 'any-limb']), citation }).optional(),
});

/** What the criminal history points of its convictions make of a characteristic. */
export const pointsOfRow = z.enum(['irrelevant', 'lowers', 'required']);

/** The fewest criminal history points of what a characteristic counts, where it counts sentences that receive some. */
export const leastPoints = z.strictObject({ points: z.int().min(1), provision, citation });

export type Conviction = z.infer<typeof conviction>;
export type TimedConvictions = z.infer<typeof timedConvictions>;
export type PriorRules = z.infer<typeof priorRules>;
