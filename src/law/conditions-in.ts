// The conditions of which a condition of a guideline is made.
import type { Condition } from './condition-schema.ts';

/** A condition with all conditions inside it, in their order; none where there is none. */
export function conditionsIn(when: Condition | undefined): Condition[] {
	if (when === undefined) return [];
	const inside = 'all' in when ? when.all : 'any' in when ? when.any : 'not' in when ? [when.not] : [];
	return [when, ...inside.flatMap(conditionsIn)];
}
