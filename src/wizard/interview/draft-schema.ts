// The shape of a draft.
import * as z from 'zod';

const interviewSchema = z.strictObject({
	answers: z.record(z.string(), z.json()),
	trail: z.array(z.string()).max(1000),
});

/** The shape of a draft. Whether each answer is one of its question, the interview sees. */
export const draftSchema = z
	.strictObject({
		ussgDraft: z.literal(1),
		interview: interviewSchema,
		scenarios: z.array(interviewSchema).max(100),
		caseAt: z.int().min(0).optional(),
	})
	.refine(({ scenarios, caseAt = 0 }) => caseAt <= scenarios.length);
