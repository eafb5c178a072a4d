/** A case that states its levels, with counts, relief and Chapter Four: from the document to the range. */

import { type Count, maximumOf, type Punished, punished, together } from '../counts/counts.ts';
import { type Months, sum } from '../counts/months.ts';
import { EFFECTIVE_DATES, LEAST_POINTS, type OracleResult, underSection5G11 } from '../oracle.ts';
import { CATEGORIES, type Category, type Range } from '../sentencing-table.ts';
import { type ArmedCareerCriminal, categoryOf, chapterFourOf, type Offender, zeroPoints } from './chapter-four.ts';
import { afterChapterThree, isTerrorism } from './chapter-three.ts';
import { combinedLevel, levelOfGroup, type OtherCount, otherLevel } from './groups.ts';
import { acceptanceOf, levelsOf, type Stated } from './levels.ts';
import { answerOf, type Limits } from './range.ts';
import { isSafetyValveInForce, type Relief, type ReliefAsked, reliefFor } from './relief.ts';
import { CAREER_RANGE_FROM, careerRange, type Position, positionOf } from './total-range.ts';

export type Case = ReliefAsked & {
	edition?: string;
	offenseDate?: string;
	baseOffenseLevel?: number;
	chapterThree?: readonly string[];
	adjustments?: readonly { levels: number; provision: string }[];
	otherGroups?: readonly OtherCount[];
	acceptance?: Stated['acceptance'];
	criminalHistoryCategory?: number;
	criminalHistoryPoints?: number;
	fastTrackLevels?: number;
	statutes?: readonly Count[];
	statutoryMaximumMonths?: Months;
	careerOffender?: { offenseStatutoryMaximumMonths?: Months; otherCountQualifies?: boolean };
	armedCareerCriminal?: ArmedCareerCriminal;
	zeroPointOffender?: Readonly<Record<string, boolean>>;
	sentenceImposedMonths?: Months;
};

export type Answer = {
	result: OracleResult | undefined;
	totalRange: Range | undefined;
	position: Position | undefined;
};

const isFirearm = ({ id }: Punished): boolean => id.startsWith('18:924(c)');

export const manualOf = ({ edition, sentencingDate = '' }: Case): string =>
	EFFECTIVE_DATES.findLast((date) => date <= (edition ?? sentencingDate)) as string;

/** By the points, or as stated; of a terrorist Category VI (§3A1.4(b)). */
function historyOf({ criminalHistoryPoints: points, criminalHistoryCategory = 1, chapterThree = [] }: Case): Category {
	if (isTerrorism(chapterThree)) return 'VI';
	const column =
		points === undefined ? criminalHistoryCategory - 1 : LEAST_POINTS.findLastIndex((least) => least <= points);
	return CATEGORIES[column] as Category;
}

/** The level of all counts, with Chapter Three, Parts A to D. */
function combinedOf(document: Case, manual: string): number {
	const { baseOffenseLevel = 0, adjustments = [], chapterThree = [], otherGroups = [] } = document;
	const stated = adjustments.reduce((total, { levels }) => total + levels, baseOffenseLevel);
	const own = afterChapterThree(manual, stated, chapterThree);
	const isSame = (other: OtherCount): boolean => 'sameHarm' in other && other.sameHarm;
	const group = levelOfGroup([own, ...otherGroups.filter(isSame).map((other) => otherLevel(manual, other))]);
	const others = otherGroups.filter((other) => !isSame(other)).map((other) => otherLevel(manual, other));
	return combinedLevel(manual, [group, ...others]);
}

const countsOf = ({ statutes, offenseDate = '' }: Case): Punished[] | undefined =>
	statutes?.map((count) => punished(count, offenseDate));

function limitsOf(document: Case, counts: readonly Punished[] | undefined, relief: Relief): Limits {
	const shared = counts && together(counts);
	const ofCounts = shared && shared.length > 0 ? maximumOf(shared) : undefined;
	return { ...relief, maximum: counts ? ofCounts : document.statutoryMaximumMonths };
}

/** Amendment 642: a career offender with a count under § 924(c). */
const hasCareerRange = (document: Case, counts: readonly Punished[]): boolean =>
	document.careerOffender !== undefined && manualOf(document) >= CAREER_RANGE_FROM && counts.some(isFirearm);

function levelsFor(document: Case, offender: Offender, leastLevel: number | undefined, counts: Punished[]) {
	const { baseOffenseLevel: base = 0, acceptance = 0, criminalHistoryPoints = 1 } = document;
	const { manual, combined } = offender;
	const chapterFour = chapterFourOf(offender);
	// The third level counts in the table of §4B1.1(c)(3), also where the other counts are below 16.
	const isThereOnly = hasCareerRange(document, counts) && acceptanceOf(manual, acceptance, combined) === undefined;
	return levelsOf({
		...{ manual, base, combined, leastLevel },
		acceptance: isThereOnly && chapterFour === undefined ? 2 : acceptance,
		zeroPoints: zeroPoints(manual, criminalHistoryPoints, document.zeroPointOffender ?? { notAsked: true }),
		...(chapterFour === undefined ? {} : { chapterFour }),
	});
}

/** The reduction that the table of §4B1.1(c)(3) counts by: its own level is above 16. */
const reductionOf = ({ acceptance = 0 }: Case): 0 | 2 | 3 => (acceptance === 'full' ? 3 : acceptance);

/** §4B1.1(c), or the range of an armed career criminal whose other counts, if any, run together with it. */
function totalOf(document: Case, counts: Punished[], limits: Limits, result: OracleResult) {
	if (hasCareerRange(document, counts)) {
		const minimum = limits.minimum === 0 ? undefined : limits.minimum;
		const { range } = underSection5G11(result.tableRange, { minimum, maximum: undefined, relieved: false });
		return careerRange(reductionOf(document), sum(counts.filter(isFirearm).map((count) => count.minimum)), range);
	}
	const isArmed = document.armedCareerCriminal !== undefined && manualOf(document) >= '1990-11-01';
	return isArmed && counts.every(({ consecutive }) => !consecutive) ? result.guidelineRange : undefined;
}

/** Nothing where both are to reject the case. */
export function wholeAnswer(document: Case): Answer | 'refused' {
	const manual = manualOf(document);
	const counts = countsOf(document) ?? [];
	const { sentenceImposedMonths: sentence, fastTrackLevels: asked = 0 } = document;
	const placed = (range: Range): Position | undefined =>
		sentence === undefined ? undefined : positionOf(sentence, range);
	if (counts.length > 0 && counts.every(isFirearm) && document.careerOffender) {
		const totalRange = careerRange(reductionOf(document), sum(counts.map(({ minimum }) => minimum)));
		return { result: undefined, totalRange, position: placed(totalRange) };
	}
	if (!isSafetyValveInForce(document)) return 'refused';
	const shared = document.statutes && together(counts);
	const relief = reliefFor(document, manual, shared, (document.criminalHistoryPoints ?? 2) > 1);
	const limits = limitsOf(document, document.statutes && counts, relief);
	const offender: Offender = {
		...{ manual, category: historyOf(document), combined: combinedOf(document, manual) },
		careerMaximum: document.careerOffender?.offenseStatutoryMaximumMonths,
		armed: document.armedCareerCriminal,
		hasFirearmCount: counts.some(({ id }) => /^18:(844\(h\)|924\(c\))/.test(id)),
	};
	const levels = levelsFor(document, offender, relief.leastLevel, counts);
	if (levels === 'refused') return levels;
	const result = answerOf({ manual, category: categoryOf(offender), levels, limits, asked });
	const totalRange = totalOf(document, counts, limits, result);
	return { result, totalRange, position: placed(totalRange ?? result.guidelineRange) };
}
