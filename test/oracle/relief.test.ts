import { test } from 'vitest';
import { forRandomCases, program, rangeFacts, runs, same } from './compare.ts';
import { maximumOf, minimumOf, type Punished, punished, together } from './counts/counts.ts';
import { EFFECTIVE_DATES, LEAST_POINTS } from './oracle.ts';
import { isBeforeSafetyValve, type ReliefCase, randomRelief } from './relief-cases.ts';
import { CATEGORIES, type Category } from './sentencing-table.ts';
import { levelsOf } from './whole/levels.ts';
import { answerOf, type Limits } from './whole/range.ts';
import {
	bySafetyValve,
	bySubstantialAssistance,
	meetsCriteria,
	parted,
	type Relief,
	withoutRelief,
} from './whole/relief.ts';

/** The program against the second reading of relief from a statutory minimum, in every edition. */

const categoryOf = (points: number): Category =>
	CATEGORIES[LEAST_POINTS.findLastIndex((least) => least <= points)] as Category;

function countsOf({ statutes, offenseDate = '' }: ReliefCase): Punished[] | undefined {
	return statutes && together(statutes.map((count) => punished(count, offenseDate)));
}

function reliefOf(document: ReliefCase, manual: string, counts: readonly Punished[] | undefined): Relief {
	const { safetyValve, statutoryMinimumMonths = 0, statutoryMinimumRelief, sentencingDate } = document;
	const { lifted, others } = counts ? parted(counts) : { lifted: statutoryMinimumMonths, others: 0 as const };
	const all = counts ? minimumOf(counts) : statutoryMinimumMonths;
	const isGranted =
		statutoryMinimumRelief === 'safety-valve' || (safetyValve && meetsCriteria(safetyValve, sentencingDate));
	const valve = bySafetyValve(manual, lifted, others, document.criminalHistoryPoints > 1);
	// §5C1.2(b) is for one who meets the criteria, also where assistance lifts what the valve does not.
	if (statutoryMinimumRelief === 'substantial-assistance') {
		return { ...(isGranted ? valve : withoutRelief(all)), ...bySubstantialAssistance(all) };
	}
	return isGranted ? valve : withoutRelief(all);
}

function expected(document: ReliefCase): unknown {
	const { edition, sentencingDate, baseOffenseLevel, acceptance, criminalHistoryPoints, fastTrackLevels } = document;
	const isValve = document.safetyValve !== undefined || document.statutoryMinimumRelief === 'safety-valve';
	if (isValve && isBeforeSafetyValve(document)) return 'refused';
	const day = edition ?? sentencingDate ?? '';
	const manual = EFFECTIVE_DATES.findLast((date) => date <= day) as string;
	const counts = countsOf(document);
	const relief = reliefOf(document, manual, counts);
	const limits: Limits = { ...relief, maximum: counts ? maximumOf(counts) : document.statutoryMaximumMonths };
	const levels = levelsOf({
		manual,
		base: baseOffenseLevel,
		combined: baseOffenseLevel,
		acceptance,
		leastLevel: relief.leastLevel,
	});
	if (levels === 'refused') return levels;
	return rangeFacts(
		answerOf({ manual, category: categoryOf(criminalHistoryPoints), levels, limits, asked: fastTrackLevels }),
	);
}

test('safety valve and substantial assistance, stated or from answers, in every edition', {
	timeout: 1_800_000,
}, () => {
	forRandomCases(runs(4000, 400_000), randomRelief, (document) => {
		const answer = program(document);
		const other = expected(document);
		same(answer.refused && other !== 'refused' ? answer : rangeFacts(answer), other);
	});
});
