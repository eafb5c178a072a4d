// A base offense level that is the level of another guideline.
import * as z from 'zod';
import { levels } from './table-fields.ts';

const fact = z.string().regex(/^[a-z][a-zA-Z]*$/, 'the name of a fact, such as "aliens"');

/**
 * The level of a whole other guideline for the case, with its characteristics (§1B1.5), and so many levels. Where a fact names
 * that guideline, its answer is the section in small letters, and another answer means the level that the case gives.
 */
export const levelByReference = z.strictObject({
	from: z.union([z.string().regex(/^\d[A-Z]\d\.\d+$/, 'a section, such as "2D1.1"'), z.strictObject({ fact })]),
	plus: levels,
	/** Only the drugs that are said to be direct; or all, where a fact says that all are. All drugs of the case where it has none. */
	direct: z.strictObject({ allIf: fact }).optional(),
	/** Drugs that are direct are counted so many times over, and the others once. */
	directTimes: z.int().min(2).optional(),
	/** A level below it is raised to it. */
	leastLevel: z.int().min(1).max(43).optional(),
});

export type LevelByReference = z.infer<typeof levelByReference>;

/** The facts of its own guideline that such a level asks for. */
export function factsOfReference(given: number | string | LevelByReference): string[] {
	if (typeof given !== 'object') return [];
	const { from, direct } = given;
	return [...(typeof from === 'string' ? [] : [from.fact]), ...(direct === undefined ? [] : [direct.allIf])];
}
