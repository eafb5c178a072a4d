// The schema of one field of the case document.
import * as z from 'zod';
import { caseSchema } from '../../case/schema.ts';
import type { CaseSoFar } from './question.ts';

/** A field inside the case document: `['priors', 0, 'grade']`. */
export type FieldPath = readonly [keyof CaseSoFar, ...(string | number)[]];

/** The parts of a JSON Schema that tell how a field is asked for. */
export interface FieldSchema {
	type?: string;
	format?: string;
	title?: string;
	pattern?: string;
	enum?: string[];
	items?: FieldSchema;
	maxItems?: number;
	anyOf?: FieldSchema[];
	properties?: Record<string, FieldSchema>;
}

const documentSchema = z.toJSONSchema(caseSchema) as FieldSchema;

/** What the case document takes at a place; of several kinds, the list. */
export function schemaAt(path: FieldPath): FieldSchema {
	let schema = documentSchema;
	for (const key of path) schema = (typeof key === 'number' ? schema.items : schema.properties?.[key]) ?? {};
	return schema.anyOf?.find(({ type }) => type === 'array') ?? schema;
}

/** The keys of the objects in a list of the case document, such as those of a prior, in the order of its schema. */
export const keysIn = (list: keyof CaseSoFar): string[] => Object.keys(schemaAt([list, 0]).properties ?? {});
