// A maximum that several counts add up to, in words.
import { compareMonths, longer, type Months, plusMonths } from '../case/months.ts';
import type { Result } from '../result/result.ts';
import type { Statement } from './statement.ts';
import { monthsText } from './words.ts';

/**
 * Where the maximum that limits the range is that of several counts together: how it comes about, and which count cannot
 * carry the whole of the sentence (§5G1.2(b), (d)). Nothing where a count is one to which the guidelines do not apply.
 */
export function severalCountsStatements(result: Result): Statement[] {
	const { statutes = [], guidelineRange, guidelineSentence, warnings } = result;
	const counts = statutes.filter(({ consecutive }) => !consecutive);
	const hasExempt = warnings.some(({ code }) => code === 'guidelines-do-not-apply');
	if (counts.length < 2 || guidelineSentence !== undefined || hasExempt) return [];
	const maximums = counts.map(({ maximumMonths }) => maximumMonths);
	const sum = maximums.reduce(plusMonths, 0);
	const isStacked = compareMonths(maximums.reduce(longer), guidelineRange.maximumMonths) < 0;
	const added = `the maximums of the ${counts.length} counts add up to ${monthsText(sum)} (${maximums.join(' + ')}): sentences run consecutively to the extent needed to reach the total punishment (§5G1.2(d))`;
	return [...(isStacked ? [added] : []), ...limitedTexts(counts, guidelineRange.minimumMonths)].map((text) => ({
		label: '',
		text,
	}));
}

/** The counts whose own maximum is below the range, each statute once. */
function limitedTexts(counts: NonNullable<Result['statutes']>, low: Months): string[] {
	const limited = counts.filter(({ maximumMonths }) => compareMonths(maximumMonths, low) < 0);
	const texts = limited.map(
		({ provision, maximumMonths }) =>
			`the sentence on a count under ${provision} is at most ${monthsText(maximumMonths)}, its own maximum (§5G1.2(b))`,
	);
	return [...new Set(texts)];
}
