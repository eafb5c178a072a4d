// The facts of one count, and the numbers from which a guideline turns.

import type { Condition } from '../../law/condition-schema.ts';
import { conditionsIn } from '../../law/conditions-in.ts';
import type { Guideline, GuidelineFact } from '../../law/guideline-schema.ts';
import { rowText } from './fact-effects.ts';
import { levelsText } from './levels.ts';
import type { CaseSoFar } from './question.ts';

/** What is said of the offense of one count. */
type FactsGiven = Pick<CaseSoFar, 'offense'> & { enhancements?: CaseSoFar['enhancements'] };

/** The count whose facts are asked, and where they stand in the case document. */
export interface FactScope {
	/** Begins the names of its questions. */
	id: string;
	guideline: Guideline;
	/** The case so far, with the facts of this count as its offense. */
	known: CaseSoFar;
	fields: (part: FactsGiven) => CaseSoFar;
	given: (document: CaseSoFar) => FactsGiven | undefined;
}

/** A row that a number alone brings about. */
interface Band {
	id: string;
	description: string;
	effect: string;
}

/** The rows that nothing but the number decides, each of which can be named in its place. */
export function bandsOf({ name }: GuidelineFact, { characteristics }: Guideline): Band[] {
	const rows = characteristics.flatMap((one) => one.rows);
	const isOwn = (when: Condition): boolean =>
		('fact' in when && when.fact === name) || ('priors' in when && when.priors.fact === name);
	return rows
		.filter((row) => isOwn(row.when) && rows.filter(({ id }) => id === row.id).length === 1)
		.map((row) => ({
			id: row.id,
			description: `${row.id} ${row.description}`,
			effect: row.leastLevel === undefined ? levelsText(row.levels) : rowText(row),
		}));
}

/** One number for each side of every threshold of a guideline: what stands in for a number that is not known. */
export function numbersOf(fact: GuidelineFact, guideline: Guideline): number[] {
	const least = 'least' in fact ? fact.least : 0;
	const conditions = [
		...guideline.characteristics.flatMap(({ rows }) => rows),
		...guideline.base.rows,
		...guideline.crossReferences,
	].flatMap(({ when }) => thresholds(when, fact.name));
	return [...new Set([least, ...conditions.filter((number) => number >= least)])].sort((a, b) => a - b);
}

const thresholds = (when: Condition | undefined, name: string): number[] =>
	conditionsIn(when).flatMap((one) => {
		if ('priors' in one) return one.priors.fact === name ? [one.priors.atLeast] : [];
		if (!('fact' in one) || one.fact !== name || 'is' in one) return [];
		return [one.atLeast ?? [], one.atMost === undefined ? [] : one.atMost + 1].flat();
	});
