// The shape of the table of labels.
import * as z from 'zod';
import { citation, version } from './table-fields.ts';

/** What the label of a prior suggests of its kinds: by a statute that it names, or by words. */

const kind = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

export const priorLabels = z.strictObject({
	...version,
	statutes: z.array(
		z.strictObject({
			title: z.int(),
			/** `1326`, with whatever follows it, or `1325(a)`, and no other part of the section. */
			section: z.string().regex(/^\d+[A-Z]?(\([a-z]\))?$/),
			kind,
			/** The definition of the kind names the statute: a conviction under it cannot be of another. */
			byDefinition: z.literal(true).optional(),
			/** Kinds that say as much. */
			orKinds: z.array(kind).optional(),
			citation,
		}),
	),
	words: z.array(
		z.strictObject({
			kind,
			orKinds: z.array(kind).optional(),
			/** A word of each list must be there; `sell*` is any word that begins so. */
			words: z.array(z.array(z.string().regex(/^[a-z0-9 ]+\*?$/)).min(1)).min(1),
			citation,
		}),
	),
});
