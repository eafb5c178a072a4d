import type { Category } from '../../case/category.ts';
import type { Months } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Range } from '../range/chapter-five.ts';
import type { Amendment } from './covered-amendments.ts';

export type ReductionRule = Extract<Provisions['1B1.10'], { inForce: true }>;

/** How far a sentence may fall, and why. Terms in months. */
export interface Extent {
	/** True where the policy statement allows a lower term at all. */
	authorized: boolean;
	reasons: { provision: string; description: string }[];
	/** The term below which the sentence may not fall, where a reduction is authorized and one is set. */
	lowestTermMonths?: Months;
	/** What a comparable reduction comes to, about, where the policy statement has one: no floor. */
	comparableTermMonths?: Months;
}

/** Whether and how far the sentence may be reduced after an amendment (§1B1.10, 18 U.S.C. § 3582(c)(2)). */
export interface Reduction extends Extent {
	provision: string;
	/** The policy statement of the day of the order governs (§1B1.10, n.9). */
	policyStatementOf: string;
	orderDate: string;
	/** The first of them; null where none is claimed. */
	amendment: Amendment | null;
	/** All that the case names, weighed together (§1B1.10(b)(1)). */
	amendments: Amendment[];
	/** The range that applied at sentencing, with the statutory minimum. */
	originalRange: Range;
	amended: { offenseLevel: number; criminalHistoryCategory: Category; tableRange: Range; range: Range };
	lowersRange: boolean;
}
