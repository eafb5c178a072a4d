import type { Law } from '../src/law/schema.ts';

/** The law in a folder of tables. Throws where a table does not fit its schema, naming the file and the place in it. */
export function readLaw(folder: string): Law;
