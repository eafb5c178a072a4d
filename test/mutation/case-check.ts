import { caseSchema } from '../../src/case/schema.ts';

/** The check that the build compiles from the schema, here by the schema itself: a mutant of it counts at once. */
export default function isCase(value: unknown): boolean {
	return caseSchema.safeParse(value).success;
}
