// The JSON Schema of the result document.
import * as z from 'zod';
import { resultSchema } from './schema.ts';

/** The JSON Schema (draft 2020-12) of the result document, each field with what it says. */
export const resultJsonSchema = () => z.toJSONSchema(resultSchema);
