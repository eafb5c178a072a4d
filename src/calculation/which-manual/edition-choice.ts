import type { Category } from '../../case/category.ts';
import type { Range } from '../range/chapter-five.ts';

/** The two editions that §1B1.11 weighs, and why one of them was used. */
export interface EditionChoice {
	provision: string;
	reason: string;
	considered: {
		effectiveDate: string;
		inForceOn: 'offense date' | 'sentencing date';
		offenseLevel: number;
		criminalHistoryCategory: Category;
		guidelineRange: Range;
	}[];
}
