// The answers so far, and how they change.
import type { Question, Value } from '../questions/question.ts';

/** The answers so far. `trail` holds the ids of the questions that are settled, oldest first. */
export interface Interview {
	/** Kept also for questions that no longer matter, so that changing one's mind twice costs nothing. */
	answers: Readonly<Record<string, Value>>;
	trail: readonly string[];
}

export const newInterview: Interview = { answers: {}, trail: [] };

/** The interview with a question answered. */
export function answer({ answers, trail }: Interview, { id }: Pick<Question, 'id'>, value: Value): Interview {
	return { answers: { ...answers, [id]: value }, trail: [...trail.filter((settled) => settled !== id), id] };
}

/** The interview with a question to be asked again; its answer stays as the default, all others stay settled. */
export function reopen({ answers, trail }: Interview, id: string): Interview {
	return { answers, trail: trail.filter((settled) => settled !== id) };
}
