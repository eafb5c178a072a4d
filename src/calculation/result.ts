import type { Category } from '../case/category.ts';
import type { Months } from '../case/months.ts';
import type { ChosenEdition } from '../law/editions.ts';
import type { Cell } from '../law/sentencing-table.ts';
import type { Ceiling, Floor, Position, Range, StatutoryEffect } from './chapter-five.ts';
import type { CriminalHistory } from './chapter-four.ts';
import type { FastTrack } from './early-disposition.ts';
import type { EditionChoice } from './one-book.ts';
import type { Statute } from './statutes.ts';
import type { Step } from './trace.ts';
import type { Warning } from './warnings.ts';

/** The offense level and its parts, in levels. `total` is the level used in the table. */
export interface OffenseLevel {
	base: number;
	enhancements: number;
	adjustments: number;
	acceptance: number;
	fastTrack: number;
	total: number;
}

/** The result document of the contract. */
export interface Result {
	id?: string;
	caption?: string;
	edition: ChosenEdition;
	/** There where §1B1.11 had to choose between two editions. */
	editionChoice?: EditionChoice;
	offenseLevel: OffenseLevel;
	criminalHistoryCategory: Category;
	/** There where the case gives its priors: what each scores, and why. */
	criminalHistory?: CriminalHistory;
	/** There where the case names the penalty provision of the offense. */
	statute?: Statute;
	/** The cell of the Sentencing Table. */
	tableRange: Cell;
	/** The cell after the statutory minimum and maximum (§5G1.1). */
	guidelineRange: Range;
	statutoryEffect: StatutoryEffect;
	/** There where a statutory minimum binds or could. */
	floor?: Floor;
	/** There where a statutory maximum binds or could. */
	ceiling?: Ceiling;
	fastTrack: FastTrack;
	/** There where the case gives a sentence imposed. */
	sentenceImposed?: { months: Months; position: Position };
	/** The calculation: the `levels`, added in order, are `offenseLevel.total`. */
	steps: Step[];
	warnings: Warning[];
}
