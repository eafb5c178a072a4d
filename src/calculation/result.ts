import type { Category } from '../case/category.ts';
import type { Months } from '../case/months.ts';
import type { ChosenEdition } from '../law/editions.ts';
import type { Cell } from '../law/sentencing-table.ts';
import type { Reduction } from './after-sentencing/found.ts';
import type { Fine, SpecialAssessment } from './chapter-five/fine.ts';
import type { SensitivityRow } from './chapter-five/sensitivity.ts';
import type { SentencingOptions } from './chapter-five/sentencing-options.ts';
import type { SupervisedRelease } from './chapter-five/supervised-release.ts';
import type { FastTrack } from './chapter-three/early-disposition.ts';
import type { DrugQuantityFound } from './chapter-two/drugs/drug-level.ts';
import type { ChapterTwo } from './chapter-two/guideline.ts';
import type { CriminalHistory } from './criminal-history/chapter-four.ts';
import type { Ceiling, Floor, Position, Range, StatutoryEffect } from './range/chapter-five.ts';
import type { TotalRange } from './range/total-range.ts';
import type { Relief } from './relief/relief.ts';
import type { StatuteOfConviction } from './statutes/statutes.ts';
import type { Step } from './steps/trace.ts';
import type { Warning } from './warnings.ts';
import type { EditionChoice } from './which-manual/edition-choice.ts';

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
	/** There where the guideline of the case is held as a table: which of its provisions apply. */
	chapterTwo?: ChapterTwo;
	/** There where the case names drugs under a guideline that turns on their quantity (§2D1.1(c)). */
	drugQuantity?: DrugQuantityFound;
	criminalHistoryCategory: Category;
	/** There where the case gives its priors: what each scores, and why. */
	criminalHistory?: CriminalHistory;
	/** The cell of the Sentencing Table. */
	tableRange: Cell;
	/** The cell after the statutory minimum and maximum (§5G1.1). */
	guidelineRange: Range;
	/** There where the only counts have no offense level: what sets `guidelineRange`, whatever the level and the category. */
	guidelineSentence?: Range & { provisions: string[] };
	/** There where §4B1.1(c) or §4B1.4 sets one range for the whole case: where the court starts. */
	totalRange?: TotalRange;
	statutoryEffect: StatutoryEffect;
	/** There where the case claims relief from a statutory minimum, or answers its criteria. */
	relief?: Relief;
	/** There where a statutory minimum binds or could. */
	floor?: Floor;
	/** There where a statutory maximum binds or could. */
	ceiling?: Ceiling;
	fastTrack: FastTrack;
	/** There where the case gives a sentence imposed: its place in the range for all counts, or where there is none in the guideline range. */
	sentenceImposed?: { months: Months; position: Position };
	/** The penalties of the statutes of conviction that the case names. */
	statutes?: StatuteOfConviction[];
	sentencingOptions: SentencingOptions;
	/** There where the class of the offense is known. */
	supervisedRelease?: SupervisedRelease;
	fine: Fine;
	/** There where the class of the offense is known. */
	specialAssessment?: SpecialAssessment;
	/** There where it was asked for. */
	sensitivity?: SensitivityRow[];
	/** There where the case asks for a reduction after sentencing. */
	reduction?: Reduction;
	/** The calculation: the `levels`, added in order, are `offenseLevel.total`. */
	steps: Step[];
	warnings: Warning[];
}
