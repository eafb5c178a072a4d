import * as z from 'zod';
import { caseSchema } from '../case/schema.ts';
import { resultSchema } from './result-schema.ts';

/** The JSON Schema (draft 2020-12) of the case document. */
export const caseJsonSchema = () => z.toJSONSchema(caseSchema);

/** The JSON Schema (draft 2020-12) of the result document. */
export const resultJsonSchema = () => z.toJSONSchema(resultSchema);
