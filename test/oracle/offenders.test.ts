import { test } from 'vitest';
import { type Answer, ends, forRandomCases, program, rangeFacts, runs, same } from './compare.ts';
import { maximumOf, minimumOf, type Punished, punished, together } from './counts/counts.ts';
import { sum } from './counts/months.ts';
import { type OffenderCase, randomOffender } from './offenders-cases.ts';
import { LEAST_POINTS, type OracleResult, underSection5G11 } from './oracle.ts';
import { CATEGORIES, type Category, type Range } from './sentencing-table.ts';
import { categoryOf, chapterFourOf, type Offender, zeroPoints } from './whole/chapter-four.ts';
import { combinedLevel } from './whole/groups.ts';
import { acceptanceOf, levelsOf } from './whole/levels.ts';
import { answerOf, type Limits } from './whole/range.ts';
import { careerRange, positionOf } from './whole/total-range.ts';

/** The program against the second reading of §§4B1.1, 4B1.4 and 4C1.1, and of the range for all counts. */

const categoryFrom = (points: number): Category =>
	CATEGORIES[LEAST_POINTS.findLastIndex((least) => least <= points)] as Category;

const countsOf = ({ statutes = [], offenseDate = '' }: OffenderCase): Punished[] =>
	statutes.map((count) => punished(count, offenseDate));

const isFirearm = ({ id }: Punished): boolean => id.startsWith('18:924(c)');

function limitsOf(counts: readonly Punished[]): Limits {
	const shared = together(counts);
	const maximum = shared.length === 0 ? undefined : maximumOf(shared);
	return { minimum: minimumOf(shared), maximum, isRelieved: false, hasLeastRange: false };
}

function offenderOf(document: OffenderCase, counts: readonly Punished[], combined: number): Offender {
	return {
		manual: document.edition,
		category: categoryFrom(document.criminalHistoryPoints),
		combined,
		careerMaximum: document.careerOffender?.offenseStatutoryMaximumMonths,
		armed: document.armedCareerCriminal,
		hasFirearmCount: counts.some(({ id }) => /^18:(844\(h\)|924\(c\))/.test(id)),
	};
}

const hasCareerRange = ({ careerOffender }: OffenderCase, counts: readonly Punished[]): boolean =>
	careerOffender !== undefined && counts.some(isFirearm);

/** The answer from the levels on; nothing where both are to reject the case. */
function answer(document: OffenderCase, counts: readonly Punished[]): OracleResult | undefined {
	const { edition: manual, baseOffenseLevel: base = 0, otherGroups = [], acceptance } = document;
	const combined = combinedLevel(manual, [base, ...otherGroups.map(({ offenseLevel }) => offenseLevel)]);
	const offender = offenderOf(document, counts, combined);
	const chapterFour = chapterFourOf(offender);
	const points = zeroPoints(manual, document.criminalHistoryPoints, document.zeroPointOffender ?? { none: true });
	// The third level counts in the table of §4B1.1(c)(3), also where the other counts are below 16.
	const isThereOnly = hasCareerRange(document, counts) && acceptanceOf(manual, acceptance, combined) === undefined;
	const levels = levelsOf({
		...{ manual, base, combined, zeroPoints: points },
		acceptance: isThereOnly && chapterFour === undefined ? 2 : acceptance,
		...(chapterFour === undefined ? {} : { chapterFour }),
	});
	if (levels === 'refused') return undefined;
	const asked = document.fastTrackLevels;
	return answerOf({ manual, category: categoryOf(offender), levels, limits: limitsOf(counts), asked });
}

/** By the level of the table of (c)(3), which is above 16. */
const reductionOf = ({ acceptance }: OffenderCase): 0 | 2 | 3 => (acceptance === 'full' ? 3 : acceptance);

/** §4B1.1(c), or the range of an armed career criminal, whose other counts, if any, run together with it. */
function totalOf(document: OffenderCase, counts: readonly Punished[], result: OracleResult): Range | undefined {
	const firearms = counts.filter(isFirearm);
	if (hasCareerRange(document, counts)) {
		const minimum = minimumOf(together(counts)) || undefined;
		const { range } = underSection5G11(result.tableRange, { minimum, maximum: undefined, relieved: false });
		return careerRange(reductionOf(document), sum(firearms.map((count) => count.minimum)), range);
	}
	const isArmed = document.armedCareerCriminal && document.edition >= '1990-11-01';
	return isArmed && counts.every(({ consecutive }) => !consecutive) ? result.guidelineRange : undefined;
}

/** Nothing but counts under § 924(c): (c)(1). */
function onlyFirearms(document: OffenderCase, counts: readonly Punished[]): unknown {
	const total = careerRange(reductionOf(document), sum(counts.map(({ minimum }) => minimum)));
	return [ends(total), positionOf(document.sentenceImposedMonths, total)];
}

const totalFacts = (result: Answer): unknown => [ends(result.totalRange), result.sentenceImposed.position];

function compare(document: OffenderCase): void {
	const mine = program(document);
	const counts = countsOf(document);
	if (counts.length > 0 && counts.every(isFirearm)) {
		same(mine.refused ? mine : totalFacts(mine), onlyFirearms(document, counts));
		return;
	}
	const other = answer(document, counts);
	if (other === undefined) {
		same(rangeFacts(mine), 'refused');
		return;
	}
	same(mine.refused ? mine : rangeFacts(mine), rangeFacts(other));
	const total = totalOf(document, counts, other);
	const position = positionOf(document.sentenceImposedMonths, total ?? other.guidelineRange);
	same(totalFacts(mine), [ends(total), position]);
}

test('career offenders, armed career criminals and zero-point offenders', { timeout: 1_800_000 }, () => {
	forRandomCases(runs(4000, 400_000), randomOffender, compare);
});
