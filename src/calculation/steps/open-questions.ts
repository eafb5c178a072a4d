// Unsettled questions: the case worked out both ways.
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { isSame } from '../../result/ranges.ts';
import type { Result, Warning } from '../../result/result.ts';
import { type OpenQuestion, openQuestions } from '../../result/warning-codes.ts';
import { factName, priorName } from './fact-names.ts';
import { newReadings, type Readings } from './readings.ts';
import { asSentence } from './sentence.ts';

/**
 * The result of a case, with a warning for each open question on which it turns: what it asks, and both outcomes in
 * levels and months. One question is turned at a time, in both Manuals where two are weighed, so that an outcome is
 * the one that §1B1.11 leaves.
 */
export function withOpenQuestions(document: CaseDocument, law: Law, run: Run): Result {
	const readings = newReadings();
	const result = run(readings);
	if (readings.raised.size === 0) return result;
	const warnings = openQuestions.flatMap((question) => {
		const priors = readings.raised.get(question);
		return priors === undefined ? [] : (openQuestion(question, [...priors], { document, result, law, run }) ?? []);
	});
	return warnings.length === 0 ? result : { ...result, warnings: [...result.warnings, ...warnings] };
}

/** Works the case out as its open questions are read, with the fields that are wanted; all where none are named. */
type Run = (readings: Readings, fields?: ReadonlySet<keyof Result>) => Result;

/** A case that turns on open questions. */
interface Turned {
	document: CaseDocument;
	result: Result;
	law: Law;
	run: Run;
}

function openQuestion(
	code: OpenQuestion,
	priors: readonly string[],
	{ document, result, law, run }: Turned,
): Warning | undefined {
	const edition = result.edition.effectiveDate;
	const here = outcomeOf(result);
	const other = outcomeElsewhere(() => run(newReadings(code), fieldsOfOutcome(document)), document, edition);
	if (here === other.words) return undefined;
	const ofCode = provisionsOf(law, edition)['open-questions'].questions.filter(({ code: of }) => of === code);
	// The other Manual that is weighed may be the one that asks.
	const words = ofCode.findLast(({ from }) => from === undefined || from <= edition) ?? ofCode.at(0);
	if (!words) throw new RangeError(`no words for the open question ${code}`);
	const { question, reading, otherReading, remedy = argueEither, citation } = words;
	return {
		code,
		message: `${about(priors, document)}${question} If ${reading}, as shown: ${here}. If ${otherReading}: ${other.words}${other.under}. ${remedy} See ${citation.authority.replace(/\.?$/, '.')}`,
	};
}

const argueEither = 'This is unsettled. Be ready to argue either reading.';

function about(priors: readonly string[], document: CaseDocument): string {
	return priors.length === 0
		? ''
		: `${asSentence(priors.map((id) => priorName(id, document)).join(', ')).slice(0, -1)}: `;
}

/** The outcome of a case that is worked out otherwise, and under what Manual where that is another than that of `edition`. */
export function outcomeElsewhere(run: () => Result, document: CaseDocument, edition: string) {
	let manual = edition;
	const words = outcomeOrQuestion(() => {
		const turned = run();
		manual = turned.edition.effectiveDate;
		return turned;
	}, document);
	return { words, under: manual === edition ? '' : `, under the Manual of ${longDate(manual)}` };
}

/** Level, category and range of a case that is worked out otherwise; or the fact that it would need. */
export function outcomeOrQuestion(run: () => Result, document: CaseDocument): string {
	try {
		return outcomeOf(run());
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const fact = factName(error.path, document);
		return error.code === 'facts-missing'
			? `one more fact is needed: ${fact}`
			: `not calculated, because ${fact} would have to change`;
	}
}

const numbers: ReadonlySet<keyof Result> = new Set(['offenseLevel', 'guidelineRange', 'totalRange']);

/** The fields that an outcome in words is made of: all, where warnings say how far a reduction is known. */
export const fieldsOfOutcome = ({ reduction }: CaseDocument): ReadonlySet<keyof Result> | undefined =>
	reduction === undefined ? numbers : undefined;

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
	const extent = isUnknown ? ', and a lower comparable term, which the court decides' : lowestTerm(reduction);
	return `${range}; reduction ${authorized ? 'authorized' : 'not authorized'}, amended range ${amendedRange}${extent}`;
}

function lowestTerm({ lowestTermMonths, comparableTermMonths }: NonNullable<Result['reduction']>): string {
	const months = comparableTermMonths ?? lowestTermMonths;
	if (months === undefined) return '';
	const to = comparableTermMonths === undefined ? 'lowest term' : 'comparable term about';
	return `, ${to} ${rangeInWords({ minimumMonths: months, maximumMonths: months })}`;
}
