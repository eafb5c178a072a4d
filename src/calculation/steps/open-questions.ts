import { InputError } from '../../case/errors.ts';
import type { Provisions } from '../../law/schema.ts';
import { isSame } from '../range/chapter-five.ts';
import { rangeInWords } from '../range-words.ts';
import type { Result } from '../result.ts';
import { type OpenQuestion, openQuestions, type Warning } from '../warnings.ts';
import { newReadings, type Readings } from './readings.ts';

/**
 * The result of a case, with a warning for each open question on which it turns: what it asks, and both outcomes in
 * levels and months. One question is turned at a time.
 */
export function withOpenQuestions(provisions: Provisions, run: (readings: Readings) => Result): Result {
	const readings = newReadings();
	const result = run(readings);
	if (readings.raised.size === 0) return result;
	const warnings = openQuestions.flatMap((question) => {
		const priors = readings.raised.get(question);
		return priors === undefined ? [] : (openQuestion(question, [...priors], result, provisions, run) ?? []);
	});
	return warnings.length === 0 ? result : { ...result, warnings: [...result.warnings, ...warnings] };
}

function openQuestion(
	code: OpenQuestion,
	priors: readonly string[],
	result: Result,
	provisions: Provisions,
	run: (readings: Readings) => Result,
): Warning | undefined {
	const here = outcomeOf(result);
	const other = otherOutcome(code, run);
	if (here === other) return undefined;
	const edition = result.edition.effectiveDate;
	const words = provisions['open-questions'].questions.findLast(
		({ code: of, from }) => of === code && (from === undefined || from <= edition),
	);
	if (!words) throw new RangeError(`no words for the open question ${code}`);
	const { question, reading, otherReading, citation } = words;
	return {
		code,
		message: `${about(priors)}${question} If ${reading}, as here: ${here}. If ${otherReading}: ${other}. See ${citation.authority}`,
	};
}

function about(priors: readonly string[]): string {
	if (priors.length === 0) return '';
	return `Prior${priors.length > 1 ? 's' : ''} ${priors.join(', ')}: `;
}

function otherOutcome(code: OpenQuestion, run: (readings: Readings) => Result): string {
	return outcomeOrQuestion(() => run(newReadings(code)));
}

/** Level, category and range of a case that is worked out otherwise; or the fact that it would need. */
export function outcomeOrQuestion(run: () => Result): string {
	try {
		return outcomeOf(run());
	} catch (error) {
		if (error instanceof InputError) return `another fact is needed, ${error.path} ${error.message}`;
		throw error;
	}
}

function outcomeOf(result: Result): string {
	const { offenseLevel, criminalHistoryCategory, guidelineRange, totalRange, reduction, warnings } = result;
	const total =
		totalRange === undefined || isSame(totalRange, guidelineRange)
			? ''
			: `, ${rangeInWords(totalRange)} for all counts`;
	const range = `level ${offenseLevel.total}, category ${criminalHistoryCategory}, ${rangeInWords(guidelineRange)}${total}`;
	if (reduction === undefined) return range;
	const { authorized, amended } = reduction;
	const amendedRange = rangeInWords(amended.range);
	const isUnknown = warnings.some(({ code }) => code === 'reduction-comparable-unknown');
	const extent = isUnknown ? ', below it by what the court finds comparable' : lowestTerm(reduction);
	return `${range}; a reduction ${authorized ? 'authorized' : 'not authorized'}, amended range ${amendedRange}${extent}`;
}

function lowestTerm({ lowestTermMonths, comparableTermMonths }: NonNullable<Result['reduction']>): string {
	const months = comparableTermMonths ?? lowestTermMonths;
	if (months === undefined) return '';
	const to = comparableTermMonths === undefined ? 'no less than' : 'about';
	return `, to ${to} ${rangeInWords({ minimumMonths: months, maximumMonths: months })}`;
}
