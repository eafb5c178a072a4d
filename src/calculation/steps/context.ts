// The one context that every part of the calculation is given.
import type { Category } from '../../case/category.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import type { ChosenEdition } from '../../result/result.ts';
import type { Readings } from './readings.ts';

/** What an amended case has in place of what the Manual of the sentence makes of it. */
export interface Amended {
	/** The category of the points as amended. */
	category?: Category | undefined;
	/** By how many levels amendments change that of the drugs. */
	drugLevels?: number | undefined;
}

/** A case in one edition: what it says, the law in force, and how unsettled questions are read. */
export interface Context {
	/** The case before its unsettled facts are read. */
	given: CaseDocument;
	document: CaseDocument;
	law: Law;
	edition: ChosenEdition;
	provisions: Provisions;
	readings: Readings;
	/** The day that the edition stands for. */
	day: string;
	/** The day on which the edition was superseded. */
	until: () => string | undefined;
	/** There where the case is worked out as amendments change it. */
	amended: Amended | undefined;
}

/** The case and the law that a rule is held against. */
export type CaseAndLaw = Pick<Context, 'document' | 'provisions' | 'readings'>;

/** The same once the priors are scored. */
export interface CountedContext extends Context {
	/** The case with the points that its priors make, for the rules that ask for points alone. */
	counted: CaseDocument;
}
