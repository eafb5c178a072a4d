import { compareMonths, longer, type Months, shorter } from '../../src/case/months.ts';
import type { Range, Result } from '../../src/result/result.ts';
import { cell, zone } from '../oracle/sentencing-table.ts';
import { answered, none, type Property, same, type Trial, type Verdict } from './property.ts';

const ends = ({ minimumMonths, maximumMonths }: Range): string => `${minimumMonths}-${maximumMonths}`;
const isBelow = (one: Months, other: Months): boolean => compareMonths(one, other) < 0;

/** True where no end of the one lies below that of the other. */
export const isNotBelow = (one: Range, other: Range): boolean =>
	!isBelow(one.minimumMonths, other.minimumMonths) && !isBelow(one.maximumMonths, other.maximumMonths);

/** The cell after §5G1.1, by its three subsections. */
function heldToStatutes(printed: Range, { floor, ceiling }: Result): Range {
	const minimum = floor?.minimumMonths ?? 0;
	const maximum = ceiling?.maximumMonths ?? 'life';
	const alone = (months: Months): Range => ({ minimumMonths: months, maximumMonths: months });
	// §5G1.1(a), then (b): the maximum, or the minimum, becomes the guideline sentence.
	if (isBelow(maximum, printed.minimumMonths)) return alone(maximum);
	if (isBelow(printed.maximumMonths, minimum)) return alone(minimum);
	// §5G1.1(c).
	return {
		minimumMonths: longer(printed.minimumMonths, minimum),
		maximumMonths: shorter(printed.maximumMonths, maximum),
	};
}

/** The cell, or the range that relief puts in the place of a lower one (§5C1.2(b)). */
function leastOf(printed: Range, { relief }: Result): Range {
	const least = relief?.leastRange;
	return least === undefined || isNotBelow(printed, least) ? printed : least;
}

/** What the statutory limits did, as the ends of the ranges tell. */
function effectsOf(printed: Range, { guidelineRange: range }: Result): string {
	if (isBelow(range.maximumMonths, printed.minimumMonths)) return 'none, becomes-guideline-sentence';
	if (isBelow(printed.maximumMonths, range.minimumMonths)) return 'becomes-guideline-sentence, none';
	const minimum = isBelow(printed.minimumMonths, range.minimumMonths) ? 'raises-low-end' : 'none';
	return `${minimum}, ${isBelow(range.maximumMonths, printed.maximumMonths) ? 'caps-high-end' : 'none'}`;
}

/** Every pair of a least and a most in a value. */
function rangesIn(value: unknown, path = ''): { path: string; from: Months; to: Months }[] {
	if (typeof value !== 'object' || value === null) return [];
	const of = value as Record<string, Months>;
	const pairs = [
		['minimumMonths', 'maximumMonths'],
		['minimumDollars', 'maximumDollars'],
		['leastMonths', 'mostMonths'],
	] as const;
	const own = pairs.flatMap(([low, high]) => {
		const [from, to] = [of[low], of[high]];
		return from === undefined || to === undefined ? [] : [{ path, from, to }];
	});
	return [...own, ...Object.entries(value).flatMap(([key, inner]) => rangesIn(inner, `${path}/${key}`))];
}

function fastTrackOutcomes({ result }: { result: Result }): Verdict {
	const { fastTrack, guidelineRange, criminalHistoryCategory: category, edition } = result;
	let last: { offenseLevel: number; range: Range } | undefined =
		fastTrack.kind === 'departure' ? { offenseLevel: result.offenseLevel.total, range: guidelineRange } : undefined;
	const wrong: string[] = [];
	for (const outcome of fastTrack.outcomes) {
		const { levels, offenseLevel, tableRange, range } = outcome;
		const printed = ends(cell(edition.effectiveDate, offenseLevel, category));
		if (printed !== ends(tableRange)) wrong.push(`level ${offenseLevel} is ${printed}, not ${ends(tableRange)}`);
		if (last && !isNotBelow(last.range, range)) wrong.push(`${ends(last.range)}, ${levels} levels less ${ends(range)}`);
		if (last && offenseLevel > last.offenseLevel) wrong.push(`${levels} levels less make level ${offenseLevel}`);
		last = outcome;
	}
	return none(wrong);
}

function fastTrackEffect({ result: { fastTrack, guidelineRange: before } }: { result: Result }): Verdict {
	// An adjustment is part of the range already, so that it is known without it only where none was asked for.
	if (fastTrack.kind === 'adjustment' && fastTrack.levels > 0) return undefined;
	const { range: after } = fastTrack.outcomes[(fastTrack.levels || 4) - 1] as { range: Range };
	const isTop = before.maximumMonths === after.maximumMonths ? 'none' : 'high-end-only';
	return same(fastTrack.effect, before.minimumMonths === after.minimumMonths ? isTop : 'lowers-range');
}

function turningLevels({ result }: { result: Result }): Verdict {
	const { floor, ceiling, edition, criminalHistoryCategory: category } = result;
	if (floor === undefined && ceiling === undefined) return undefined;
	const levels = Array.from({ length: 43 }, (_, at) => ({
		level: at + 1,
		...cell(edition.effectiveDate, at + 1, category),
	}));
	const wrong: string[] = [];
	const compare = (what: string, given: number | null, found: number | undefined) => {
		if (given !== (found ?? null)) wrong.push(`${what} ${given}, not ${found}`);
	};
	if (floor) {
		const sentence = levels.findLast((one) => isBelow(one.maximumMonths, floor.minimumMonths))?.level;
		const noEffect = levels.find((one) => !isBelow(one.minimumMonths, floor.minimumMonths))?.level;
		compare('floor becomes sentence', floor.becomesGuidelineSentenceAtOrBelowLevel, sentence);
		compare('floor has no effect', floor.noEffectAtOrAboveLevel, noEffect);
	}
	if (ceiling) {
		const sentence = levels.find((one) => isBelow(ceiling.maximumMonths, one.minimumMonths))?.level;
		const noEffect = levels.findLast((one) => !isBelow(ceiling.maximumMonths, one.maximumMonths))?.level;
		compare('ceiling becomes sentence', ceiling.becomesGuidelineSentenceAtOrAboveLevel, sentence);
		compare('ceiling has no effect', ceiling.noEffectAtOrBelowLevel, noEffect);
	}
	return none(wrong);
}

const terms: readonly Months[] = [1, 6, 12, 24, 36, 60, 84, 120, 180, 240, 300, 360, 480, 'life'];

function statedLimits({ draft, random, numbers }: Trial): Verdict {
	const at = random.below(terms.length);
	const [minimum, maximum] = [terms[at], random.pick(terms.slice(at))] as [Months, Months];
	const limited = { ...draft, statutoryMinimumMonths: minimum, statutoryMaximumMonths: maximum };
	const result = answered(numbers(limited));
	if (result === undefined || result.guidelineSentence) return undefined;
	const { guidelineRange, relief, statutoryEffect } = result;
	const isRelieved = relief?.granted === true || statutoryEffect.minimum === 'relieved';
	const wrong = [
		...(!isRelieved && isBelow(guidelineRange.minimumMonths, minimum) ? [`below ${minimum}`] : []),
		...(isBelow(maximum, guidelineRange.maximumMonths) ? [`above ${maximum}`] : []),
	];
	return none(wrong.map((each) => `${ends(guidelineRange)} lies ${each}`));
}

function sentenceImposed({ draft, result, random, numbers }: Trial): Verdict {
	const { minimumMonths, maximumMonths } = result.totalRange ?? result.guidelineRange;
	const near = (end: Months): Months => (end === 'life' ? 'life' : Math.max(0, end + random.between(-2, 2)));
	const months = near(random.pick([minimumMonths, maximumMonths, random.pick(terms)]));
	const answer = answered(numbers({ ...draft, sentenceImposedMonths: months }));
	if (answer === undefined) return undefined;
	const position = `${answer.sentenceImposed?.position}`;
	if (isBelow(months, minimumMonths)) return same(position, 'below');
	if (isBelow(maximumMonths, months)) return same(position, 'above');
	if (months === minimumMonths) return same(position, 'at-low-end');
	return same(position, months === maximumMonths ? 'at-high-end' : 'within');
}

/** What holds of the ranges of one answer. The Sentencing Table is that of the second implementation. */
export const ofRanges: readonly Property[] = [
	{
		name: 'the table range is the cell of the edition, level and category, in its zone',
		check({ result: { edition, offenseLevel, criminalHistoryCategory, tableRange } }) {
			const printed = cell(edition.effectiveDate, offenseLevel.total, criminalHistoryCategory);
			const of = (range: Range, inZone: string | null) => `${ends(range)} ${inZone}`;
			return same(of(printed, zone(edition.effectiveDate, printed)), of(tableRange, tableRange.zone));
		},
	},
	{
		name: 'the guideline range is the cell held to the statutory minimum and maximum (§5G1.1)',
		check({ result }) {
			if (result.guidelineSentence) return undefined;
			return same(ends(heldToStatutes(leastOf(result.tableRange, result), result)), ends(result.guidelineRange));
		},
	},
	{ name: 'the guideline range keeps to the minimum and maximum that the case states (§5G1.1)', check: statedLimits },
	{
		name: 'what the minimum and the maximum are said to do is what they do',
		check({ result }) {
			if (result.guidelineSentence) return undefined;
			const { minimum, maximum } = result.statutoryEffect;
			const said = `${minimum === 'relieved' ? 'none' : minimum}, ${maximum}`;
			return same(said, effectsOf(leastOf(result.tableRange, result), result));
		},
	},
	{
		name: 'no range ends below where it begins',
		check: ({ whole }) =>
			none(
				rangesIn(whole)
					.filter(({ from, to }) => compareMonths(from, to) > 0)
					.map(({ path, from, to }) => `${path}: ${from}-${to}`),
			),
	},
	{ name: 'each fast-track outcome is a cell, and none lies above the one before', check: fastTrackOutcomes },
	{ name: 'the effect of the fast track is that of the levels requested', check: fastTrackEffect },
	{ name: 'the levels at which a minimum or a maximum begins and ceases to matter', check: turningLevels },
	{ name: 'the sentence imposed stands where it is said to', check: sentenceImposed },
];
