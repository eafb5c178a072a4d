// The law that ships with the program.
import bundle from '#law-tables';
import type { Law } from './schema.ts';

/** The law that ships with the program: tables/, checked against its schema when the program was built. */
export const bundledLaw = bundle as Law;
