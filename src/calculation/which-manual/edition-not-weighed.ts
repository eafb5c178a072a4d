// Warning: an edition that is named, where §1B1.11 would weigh two.
import { longDate } from '../../case/dates.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { editionOn, provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { isSame } from '../../result/ranges.ts';
import type { Result, Warning } from '../../result/result.ts';
import { outcomeOrQuestion } from '../steps/open-questions.ts';
import { wholeRange } from '../total-range/whole-range.ts';
import { notEvaluated, without } from './as-stated.ts';
import { possibleHistories } from './other-history.ts';

/**
 * A case that names its Manual and gives both dates is not weighed under §1B1.11: what that would lead to, where it is
 * another range or is not decided. Undefined where it is the range of the result.
 */
export function notWeighed(
	result: Result,
	document: CaseDocument,
	law: Law,
	choose: (other: CaseDocument) => Result,
): Warning | undefined {
	const { sentencingDate } = document;
	const offenseDay = offenseDayOf(document);
	const first = law.editions.editions[0]?.effectiveDate ?? '';
	if (sentencingDate === undefined || offenseDay === undefined || offenseDay < first) return undefined;
	const of = (words: string): Warning => ({
		code: 'edition-not-weighed',
		message: `The case names the Manual of ${longDate(result.edition.effectiveDate)}, so the program did not compare Manuals under §1B1.11. ${words} Leave the edition out to compare them.`,
	});
	const atSentencing = editionOn(law, sentencingDate, '', '/sentencingDate').effectiveDate;
	const why = whyNotCarried(document, law, result.edition.effectiveDate, atSentencing);
	if (why !== undefined) {
		return of(`The Manual of ${longDate(atSentencing)}, in force at sentencing, was not compared: ${why}.`);
	}
	let chosen: Result | undefined;
	const outcome = outcomeOrQuestion(() => {
		chosen = choose(without(document, ['edition']));
		return chosen;
	}, document);
	if (chosen === undefined) return of(`With the edition left out, ${outcome}.`);
	const { edition, warnings } = chosen;
	const undecided = warnings.find(({ code }) => code === 'one-book-undecided');
	if (undecided !== undefined) return of(`With the edition left out: ${undecided.message}`);
	if (isSame(wholeRange(chosen), wholeRange(result))) return undefined;
	const here = rangeInWords(wholeRange(result));
	return of(`The dates lead to the Manual of ${longDate(edition.effectiveDate)}: ${outcome}, not ${here}.`);
}

/** Why what the case states of the Manual that it names says nothing of the one in force at sentencing. */
function whyNotCarried(document: CaseDocument, law: Law, named: string, atSentencing: string): string | undefined {
	if (named === atSentencing) return undefined;
	const manuals = { from: provisionsOf(law, named), to: provisionsOf(law, atSentencing) };
	const why = notEvaluated(document, manuals);
	if (why !== undefined || document.priors !== undefined) return why;
	return possibleHistories(document, manuals).length > 1
		? 'the criminal history is stated as points or a category, which belong to one Manual'
		: undefined;
}
