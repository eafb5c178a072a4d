// The level, category and range that the answers so far come to.
import { capitalized } from '../../calculation/steps/sentence.ts';
import { type Category, categories } from '../../case/category.ts';
import { InputError } from '../../case/errors.ts';
import { longer, shorter } from '../../case/months.ts';
import { ceilingText, floorText } from '../../report/side-by-side/comparison.ts';
import { rangeInMonths, rangeText } from '../../report/words.ts';
import type { Range, Result } from '../../result/result.ts';
import { isProgramFault } from '../questions/calculated.ts';
import { isIncrease } from '../questions/chapter-two.ts';
import { inQuestions } from '../questions/in-questions.ts';
import { isUnknown } from '../questions/question.ts';
import { awaitsFacts, awaitsLevel } from './awaited.ts';
import { caseOf, type Interview, nextQuestion, type Setting } from './interview.ts';
import { extremesOf, outcomesOf } from './outcomes.ts';

/** Where the case stands with the answers so far: from the lowest to the highest that is still possible. */
export interface Standing {
	offenseLevels: [lowest: number, highest: number];
	categories: [lowest: Category, highest: Category];
	range: Range;
	/** Increases that turn on priors are still to be asked, and may raise it. */
	beforeIncreases: boolean;
	/** Where the court departs for fast track, in editions in which that leaves the range alone. */
	afterDeparture: Departure | undefined;
}

/** The range after a departure for fast track: by the levels asked for, or by each number of levels where they are not known yet. */
type Departure = { range: Range; areLevelsOpen: boolean; outcomes: Outcomes | undefined };
type Outcomes = Result['fastTrack']['outcomes'];

/**
 * The level, category and range that the answers so far come to, with the ends of what is not known yet; undefined
 * before there is a base offense level; an InputError where the answers do not fit together.
 */
export function standingOf(interview: Interview, setting: Setting): Standing | InputError | undefined {
	const known = caseOf(interview, setting);
	if (known.guideline === undefined && known.baseOffenseLevel === undefined) return undefined;
	if (awaitsFacts(interview, setting) || awaitsLevel(interview, setting)) return undefined;
	const outcomes = extremesOf(interview, setting).map(({ result }) => result);
	// What broke in one possibility says nothing of the others: there is no range.
	const fault = outcomes.find(isProgramFault);
	if (fault) return fault;
	const results = outcomes.filter((result): result is Result => !(result instanceof InputError));
	if (results.length === 0)
		return outcomes.find((result) => result instanceof InputError && result.code !== 'facts-missing') as
			| InputError
			| undefined;
	const levels = results.map(({ offenseLevel }) => offenseLevel.total);
	const columns = results.map(({ criminalHistoryCategory }) => categories.indexOf(criminalHistoryCategory));
	const category = (column: number) => categories[column] as Category;
	return {
		offenseLevels: [Math.min(...levels), Math.max(...levels)],
		categories: [category(Math.min(...columns)), category(Math.max(...columns))],
		range: spanOf(results.map(({ guidelineRange }) => guidelineRange)),
		beforeIncreases: isIncrease(nextQuestion(interview, setting)?.id ?? ''),
		afterDeparture: afterDeparture(results, isUnknown(interview.answers['fastTrackLevels'])),
	};
}

function afterDeparture(results: readonly Result[], areLevelsOpen: boolean): Departure | undefined {
	if (!results.some(departureOf)) return undefined;
	const range = spanOf(results.map((result) => departureOf(result) ?? result.guidelineRange));
	const [only, another] = [...new Set(results.map(({ fastTrack }) => JSON.stringify(fastTrack.outcomes)))];
	const outcomes = only === undefined || another !== undefined ? undefined : (JSON.parse(only) as Outcomes);
	return { range, areLevelsOpen, outcomes };
}

const spanOf = (ranges: readonly Range[]): Range => ({
	minimumMonths: ranges.map(({ minimumMonths }) => minimumMonths).reduce(shorter),
	maximumMonths: ranges.map(({ maximumMonths }) => maximumMonths).reduce(longer),
});

function departureOf({ fastTrack }: Result): Range | undefined {
	const isDeparture = fastTrack.available && fastTrack.kind === 'departure' && fastTrack.levels > 0;
	return isDeparture ? fastTrack.outcomes[fastTrack.levels - 1]?.range : undefined;
}

/** `fast track 57–71 months`; for each number of levels, `fast track by levels 1: 120–121, 2 to 4: 120 months`. */
function departureText({ range, areLevelsOpen, outcomes }: Departure): string {
	if (!areLevelsOpen) return `fast track ${rangeInMonths(range)}`;
	if (outcomes === undefined) return `fast track by levels not known yet, within ${rangeInMonths(range)}`;
	return `fast track by levels ${outcomesText(outcomes)}`;
}

/** What each number of levels comes to, equal ones together: `1: 120–121, 2 to 4: 120 months`. */
export function outcomesText(outcomes: Outcomes): string {
	const runs: { from: number; to: number; range: Range }[] = [];
	for (const { levels, range } of outcomes) {
		const last = runs.at(-1);
		if (last && rangeText(last.range) === rangeText(range)) last.to = levels;
		else runs.push({ from: levels, to: levels, range });
	}
	const said = runs.map(({ from, to, range }, index) => {
		const months = index === runs.length - 1 ? rangeInMonths(range) : rangeText(range);
		return `${from === to ? from : `${from} to ${to}`}: ${months}`;
	});
	return said.join(', ');
}

/** A standing in its parts, each from the lowest to the highest that is possible: `21–24`, `I to VI`, `37–125 months`. */
export function standingParts({ offenseLevels, categories: columns, range, afterDeparture }: Standing): {
	level: string;
	category: string;
	months: string;
	departure: string;
} {
	const [low, high] = offenseLevels;
	return {
		level: low === high ? String(low) : `${low}–${high}`,
		category: columns[0] === columns[1] ? columns[0] : `${columns[0]} to ${columns[1]}`,
		months: rangeInMonths(range),
		departure: afterDeparture === undefined ? '' : departureText(afterDeparture),
	};
}

/** `level 21 · category V · 70–87 months`; `level 21–24 · category I to VI · within 37–125 months`. */
export function standingText(standing: Standing): string {
	const { level, category, months, departure } = standingParts(standing);
	if (standing.beforeIncreases) return `level ${level}, before the increases that are asked next`;
	const parts = [
		`level ${level}`,
		`category ${category}`,
		`${isSettled(standing) ? '' : 'within '}${months}`,
		departure,
	];
	return parts.filter(Boolean).join(' · ');
}

const isSettled = ({ offenseLevels: [low, high], categories: [first, last] }: Standing): boolean =>
	low === high && first === last;

/**
 * The answer in few lines, for where it has scrolled by: `Range 70–87 months · level 21 · category V · fast track 57–71 months`; then
 * what the statutory limits do, and, where no fast track was answered, what each number of its levels would come to.
 */
export function answerLines(interview: Interview, setting: Setting): string[] {
	const standing = standingOf(interview, setting);
	if (!standing || standing instanceof InputError) return [];
	const { months, level, category, departure } = standingParts(standing);
	const line = [
		`${isSettled(standing) ? 'Range' : 'Within'} ${months}`,
		`level ${level}`,
		`category ${category}`,
		departure,
	]
		.filter(Boolean)
		.join(' · ');
	return [line, ...limitsAndFastTrack(interview, setting)];
}

function limitsAndFastTrack(interview: Interview, setting: Setting): string[] {
	const [only, another] = outcomesOf(interview, setting) ?? [];
	if (!only || another || only.result instanceof InputError) return [];
	const { fastTrack } = only.result;
	const isSaid = fastTrack.levels > 0 || isUnknown(interview.answers['fastTrackLevels']);
	return [
		labelledText('Floor', floorText(only.result)),
		labelledText('Ceiling', ceilingText(only.result)),
		isSaid || !fastTrack.available ? '' : `With fast track, by levels ${outcomesText(fastTrack.outcomes)}`,
	].filter(Boolean);
}

const labelledText = (label: string, text: string): string => (text === '' ? '' : `${label} · ${text}`);

/** The line that stands below the answers. */
export function standingLine(interview: Interview, setting: Setting): string | undefined {
	const standing = standingOf(interview, setting);
	if (isProgramFault(standing)) return `${capitalized(standing.message)}.`;
	if (standing instanceof InputError) return `Does not fit together: ${inQuestions(standing)}`;
	if (awaitsFacts(interview, setting)) return 'So far: not known before priors and removals';
	return standing && `So far: ${standingText(standing)}`;
}

/** Why the answers do not fit together; undefined where they do. */
export function refusalOf(interview: Interview, setting: Setting): InputError | undefined {
	const results = extremesOf(interview, setting).map(({ result }) => result);
	const fault = results.find(isProgramFault);
	if (fault || results.some((result) => !(result instanceof InputError))) return fault;
	return results[0] as InputError;
}
