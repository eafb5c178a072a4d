// The offense level, chained from Chapters Two to Four.
import type { Provisions } from '../law/schema.ts';
import { clampLevel } from '../law/sentencing-table.ts';
import type { OffenseLevel, Relief, StatuteOfConviction, Step, Warning, Worksheet } from '../result/result.ts';
import { applyPartB, hasFirearmRange, levelInstead, partBClaims } from './chapter-four/part-b.ts';
import type { PartB } from './chapter-four/part-b-found.ts';
import { applyZeroPointOffender } from './chapter-four/zero-point-offender.ts';
import { acceptanceWithoutLevel, applyAcceptance } from './chapter-three/acceptance.ts';
import { applyEarlyDisposition } from './chapter-three/early-disposition.ts';
import { applyAdjustments, applyChapterFourAdjustments } from './chapter-three/given-adjustments.ts';
import { applyMultipleCounts } from './chapter-three/multiple-counts.ts';
import { startChapterTwo } from './chapter-two/chapter-two.ts';
import { applyCharacteristics } from './chapter-two/characteristics.ts';
import type { GuidelineFound } from './chapter-two/guideline.ts';
import type { ScoredHistory } from './criminal-history/criminal-history.ts';
import { applyLeastLevel } from './relief/least-level.ts';
import type { CountedContext } from './steps/context.ts';
import { newTrace, type Trace } from './steps/trace.ts';

export interface LevelFound {
	parts: OffenseLevel;
	/** The levels added up without a fast-track reduction, before the table's end levels apply. */
	withoutFastTrack: number;
	/** What Chapter Four, Part B, makes of the case. */
	partB: PartB;
	/** There where the guideline of the case is held as a table. */
	chapterTwo: GuidelineFound | undefined;
	steps: Step[];
	warnings: Warning[];
}

/** What the offense level rests on besides the case itself. */
interface Grounds {
	history: ScoredHistory | undefined;
	relief: Relief | undefined;
	statutes: readonly StatuteOfConviction[];
}

/** Adds up the offense level in the order of §1B1.1, each part on its page of the Commission's worksheets. */
export function offenseLevelOf(
	{ counted: document, provisions, readings }: CountedContext,
	{ history: found, relief, statutes }: Grounds,
): LevelFound {
	const counted = { document, provisions, readings };
	const trace = newTrace();
	const warnings: Warning[] = [];
	const added = (worksheet: Worksheet, apply: () => void): number => {
		const before = trace.level;
		trace.worksheet = worksheet;
		apply();
		return trace.level - before;
	};
	let chapterTwo: GuidelineFound | undefined;
	const base = added('A', () => {
		chapterTwo = startChapterTwo(trace, counted);
	});
	const enhancements = added('A', () => {
		const guideline = chapterTwo && provisions.guideline(chapterTwo.guideline);
		if (!chapterTwo || !guideline) return;
		applyCharacteristics(trace, { ...counted, scored: found?.scored }, guideline, chapterTwo);
	});
	const chapterThree = added('A', () => applyAdjustments(trace, document, provisions));
	const counts = added('B', () => warnings.push(...applyMultipleCounts(trace, document, provisions)));
	const claims = partBClaims(document, provisions, { scored: found?.scored, statutes, readings });
	const other = { instead: levelInstead(claims, provisions), anyLevel: hasFirearmRange(claims, provisions) };
	const acceptance = added('D', () => applyAcceptance(trace, counted, other));
	const fastTrack = added('D', () => applyEarlyDisposition(trace, document.fastTrackLevels ?? 0, provisions));
	const least = added('D', () => applyLeastLevel(trace, relief?.leastLevel));
	const givenChapterFour = added('D', () => {
		applyChapterFourAdjustments(trace, document, provisions);
		warnings.push(...applyZeroPointOffender(trace, counted, found?.history));
	});
	const withoutFastTrack = trace.level - fastTrack;
	const acceptanceOfTable = other.anyLevel ? acceptanceWithoutLevel(document, provisions, -acceptance, readings) : 0;
	const beside = { statutes, acceptance: -acceptance, acceptanceOfTable, earlyDisposition: -fastTrack };
	const partB = applyPartB(trace, counted, claims, beside);
	const sum = trace.level;
	const chapterFour = sum - withoutFastTrack - fastTrack + givenChapterFour;
	const adjustments = chapterThree + counts + least + chapterFour;
	const total = clampLevel(provisions['sentencing-table'], sum);
	if (total !== sum) warnings.push(beyondTable(trace, provisions, sum, total));
	return {
		parts: { base, enhancements, adjustments, acceptance, fastTrack, total },
		withoutFastTrack,
		partB,
		chapterTwo,
		steps: trace.steps,
		warnings,
	};
}

/** The end of the table that stands for a level beyond it, as a step; and what an argument over a level must then reach. */
function beyondTable(trace: Trace, provisions: Provisions, sum: number, total: number): Warning {
	const { provision } = provisions['sentencing-table'].levelLimits;
	trace.add(provision, `a level of ${sum} is treated as ${total}`, total - sum);
	const { inForce, kind } = provisions['early-disposition'];
	const fastTrackFrom = inForce && kind === 'departure' ? `. A fast-track departure is counted from ${total}` : '';
	return {
		code: 'level-beyond-table',
		message: `The levels add up to ${sum}, and ${provision} treats that as ${total}. Winning an argument over levels changes the range only if it brings the sum ${sum > total ? 'below' : 'above'} ${total}${fastTrackFrom}. Check how many levels that requires.`,
	};
}
