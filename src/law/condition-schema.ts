// The shape of a condition of a Chapter Two guideline.
import * as z from 'zod';
import { type TimedConvictions, timedConvictions } from './priors-schema.ts';
import { date, provision } from './table-fields.ts';

/** The letters and numbers of a rule in its guideline. */
export const id = z.string().regex(/^(\([a-zA-Z0-9]+\))+$/, 'letters and numbers as printed, such as "(b)(5)(A)"');
/** A fact of the offense, as the guideline calls it. */
export const name = z.string().regex(/^[a-z][a-zA-Z]*$/, 'the name of a fact, such as "aliens"');
export const offenseLevel = z.int().min(1).max(43);

/** How many prior sentences of a kind: each imposed on a day of its own, where separate prosecutions are asked for. */
const priors = z.strictObject({
	grade: z.enum(['felony', 'misdemeanor']).optional(),
	kinds: z.array(z.string()).min(1).optional(),
	atLeast: z.int().min(1),
	separate: z.literal(true).optional(),
	/** The fact that states their number, where the case does not list them. */
	fact: name.optional(),
});

/** When a base offense level, a characteristic or a cross reference applies. */
export type Condition =
	| { fact: string; is: boolean | string | string[] }
	| { fact: string; atLeast?: number | undefined; atMost?: number | undefined }
	| { convictedUnder: string[]; whereNoneIsNamed?: false | undefined }
	| { offenseFrom: string }
	| { base: string[] }
	| { applied: string[] }
	| { adjustment: string[] }
	| { level: { atLeast: number } }
	| { priors: z.infer<typeof priors> }
	| TimedConvictions
	| { all: Condition[] }
	| { any: Condition[] }
	| { not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({ fact: name, is: z.union([z.boolean(), z.string(), z.array(z.string()).min(2)]) }),
		z
			.strictObject({ fact: name, atLeast: z.int().optional(), atMost: z.int().optional() })
			.refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'atLeast, atMost or both'),
		/** Sections of the Code, as it is cited: a count under any of them or a part of one; or no count, where the case names none. */
		z.strictObject({ convictedUnder: z.array(provision).min(1), whereNoneIsNamed: z.literal(false).optional() }),
		z.strictObject({ offenseFrom: date }),
		/** The base offense level that applies is one of these. */
		z.strictObject({ base: z.array(id).min(1) }),
		/** One of these characteristics applies. */
		z.strictObject({ applied: z.array(id).min(1) }),
		/** The case has an adjustment under one of these provisions of Chapter Three. */
		z.strictObject({ adjustment: z.array(provision).min(1) }),
		/** The level that has been reached when the characteristic is weighed. */
		z.strictObject({ level: z.strictObject({ atLeast: offenseLevel }) }),
		z.strictObject({ priors }),
		timedConvictions,
		z.strictObject({ all: z.array(condition).min(2) }),
		z.strictObject({ any: z.array(condition).min(2) }),
		z.strictObject({ not: condition }),
	]),
);
