// All that an answer warns of, put together. Each warning stands with its rule; steps/warnings-in-order.ts orders them.
import type { Warning } from '../result/result.ts';
import { chapterFiveWarnings } from './chapter-five/chapter-five-warnings.ts';
import { chapterFourWarnings } from './chapter-four/chapter-four-warnings.ts';
import { chapterThreeWarnings } from './chapter-three/chapter-three-warnings.ts';
import { chapterTwoWarnings } from './chapter-two/chapter-two-warnings.ts';
import { removalOrderWarnings } from './chapter-two/illegal-reentry/removal-before-order.ts';
import { unusualFacts } from './criminal-history/unusual-facts.ts';
import { derivedCellWarnings } from './range/derived-cell.ts';
import { reliefWarnings } from './relief/relief-warnings.ts';
import { limitWarnings, penaltyWarnings } from './statutes/statute-warnings.ts';
import { editionWarnings } from './which-manual/unverified-edition.ts';
import type { Answered } from './worked-out.ts';

/** The warnings of an answer. Where the guideline sentence has no level, those that turn on a level or a range are none. */
export function warningsOf(answered: Answered): Warning[] {
	// The rules ask for points alone, wherever they come from.
	const found = { ...answered, document: answered.counted };
	const ofRange = found.limits.setTerm === undefined ? rangeWarnings(found) : [];
	return [
		...editionWarnings(found.edition, found.law),
		...ofRange,
		...penaltyWarnings(found.penalties, found.total),
		...found.relief.warnings,
		...chapterFiveWarnings(found),
		...found.reductionWarnings,
		...removalOrderWarnings(found.document, found.provisions, found.inThisEdition),
		...unusualFacts(found.document),
	];
}

/** Those that turn on the offense level, the category or the limits of a range. */
const rangeWarnings = (found: Answered): Warning[] => [
	...derivedCellWarnings(found.provisions, found.derived),
	...found.level.warnings,
	...chapterTwoWarnings(found),
	...chapterThreeWarnings(found),
	...chapterFourWarnings(found),
	...limitWarnings(found),
	...found.total.warnings,
	...reliefWarnings(found),
];
