/** How the program's answer and the oracle's are put side by side. */

import { calculate, InputError, parseCase } from '../../src/index.ts';
import { newRandom, type Random } from '../random/random.ts';
import { type Case, type Answer as Whole, wholeAnswer } from './whole/case.ts';

const whole = process.env['USSG_TEST_WHOLE'] === '1';

/** How many random cases a test takes: a few thousand, or with `USSG_TEST_WHOLE=1` several hundred thousand. */
export const runs = (ordinary: number, all: number): number =>
	Number(process.env['USSG_RUNS'] ?? (whole ? all : ordinary));

const shown = Number(process.env['USSG_SHOW'] ?? 1);

/** Draws so many cases and hands each to `compare`; the same for the same `USSG_SEED`. Shows `USSG_SHOW` differences. */
export function forRandomCases<T>(count: number, draw: (random: Random) => T, compare: (drawn: T) => void): void {
	const random = newRandom(Number(process.env['USSG_SEED'] ?? 1));
	const differences: string[] = [];
	for (let index = 0; index < count && differences.length < shown; index++) {
		const drawn = draw(random);
		try {
			compare(drawn);
		} catch (error) {
			differences.push(`${(error as Error).message}\n  case    ${JSON.stringify(drawn)}`);
		}
	}
	if (differences.length > 0) throw new Error(differences.join('\n'));
}

// biome-ignore lint/suspicious/noExplicitAny: two result types that share their field names
export type Answer = any;

/** What the program answers, or the place at which it rejects the case. */
export function program(document: unknown): Answer {
	try {
		return calculate(parseCase(document));
	} catch (error) {
		if (error instanceof InputError) return { refused: true, path: error.path, message: error.message };
		throw error;
	}
}

/** Equal, or the case fails. */
export function same(mine: unknown, other: unknown): void {
	const [ours, theirs] = [JSON.stringify(mine), JSON.stringify(other)];
	if (ours !== theirs) throw new Error(`\n  program ${ours}\n  oracle  ${theirs}`);
}

export const ends = (range: Answer): unknown => range && [range.minimumMonths, range.maximumMonths];

/** What both implementations must agree on from the levels to the range, in one shape. */
export function rangeFacts(result: Answer): unknown {
	if (result.refused) return 'refused';
	const { edition, offenseLevel, tableRange, statutoryEffect, floor, fastTrack } = result;
	return [
		[edition.effectiveDate, edition.verified],
		['base', 'enhancements', 'adjustments', 'acceptance', 'fastTrack', 'total'].map((part) => offenseLevel[part]),
		result.criminalHistoryCategory,
		[...(ends(tableRange) as unknown[]), tableRange.zone],
		ends(result.guidelineRange),
		[statutoryEffect.minimum, statutoryEffect.maximum],
		floor
			? [floor.minimumMonths, floor.becomesGuidelineSentenceAtOrBelowLevel, floor.noEffectAtOrAboveLevel]
			: 'no floor',
		[fastTrack.available, fastTrack.provision, fastTrack.kind, fastTrack.effect],
		fastTrack.outcomes.map((outcome: Answer) => [
			outcome.levels,
			outcome.offenseLevel,
			ends(outcome.tableRange),
			ends(outcome.range),
		]),
	];
}

/** From the levels to the range, the range for all counts, and where a sentence lies in it. */
export function compareWith(document: object, other: Whole | 'refused'): void {
	const mine = program(document);
	if (other === 'refused') {
		same(rangeFacts(mine), other);
		return;
	}
	if (other.result) same(mine.refused ? mine : rangeFacts(mine), rangeFacts(other.result));
	const total = [ends(mine.totalRange), mine.sentenceImposed?.position];
	same(mine.refused ? mine : total, [ends(other.totalRange), other.position]);
}

export const compareWhole = (document: Case): void => compareWith(document, wholeAnswer(document));
