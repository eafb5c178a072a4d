// What the Manual of the offense date makes of the case.
import { toCategory } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import { attempt, InputError, reworded } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import { isLower, isSame } from '../../result/ranges.ts';
import type { ChosenEdition, Result } from '../../result/result.ts';
import { factName } from '../steps/fact-names.ts';
import { wholeRange } from '../total-range/whole-range.ts';
import { type Manuals, without } from './as-stated.ts';
import { earlierCase, historyFields, statesHistory } from './earlier-case.ts';
import { withoutFact } from './least-case.ts';
import { possibleHistories } from './other-history.ts';
import { manualsOf, type Weighing } from './weighing.ts';

/**
 * What the Manual in force on the offense date makes of the case (`whatever`: what is not known and cannot turn which range is
 * the lower one, in words); or a fact that it lacks, which cannot make that range the lower one; or
 * the results between which the criminal history decides; or why nothing is known of it.
 */
export type Earlier =
	| { result: Result; whatever?: string }
	| { missing: InputError }
	| { possible: readonly Result[]; asStated: Result | undefined }
	| { why: string };

/**
 * The case under `edition`, the Manual in force on the offense date; what nothing in it addresses is not applied. Throws
 * InputError for a fact that it needs and that could make its range the lower one, and for what the case states of that
 * Manual where it cannot be right.
 */
export function earlierOf(weighing: Weighing, edition: ChosenEdition): Earlier {
	const { document, law, atSentencing } = weighing;
	const manuals = manualsOf(law, atSentencing, edition);
	const earlier = earlierCase(document, manuals);
	if ('why' in earlier) return earlier;
	try {
		const documents = withHistories(earlier.document, document, manuals);
		return amongHistories(
			possibleOnly(documents, (each) => calculateEarlier(each, edition, weighing)),
			weighing,
		);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return unanswered(error, earlier.document, edition, weighing);
	}
}

/** What an error of the earlier Manual leaves. Throws InputError. */
function unanswered(error: InputError, earlier: CaseDocument, edition: ChosenEdition, weighing: Weighing): Earlier {
	const { document, law } = weighing;
	const { code, path } = error;
	const field = path.split('/')[1] ?? '';
	if (Object.hasOwn(document.underOffenseDateManual ?? {}, field)) {
		throw reworded(error, { path: `/underOffenseDateManual${path}` });
	}
	if (path === '/base') return { why: 'the case does not say which base offense level applies under that Manual' };
	if (code !== 'facts-missing') return { why: `applying it requires a change in ${factName(path, earlier)}` };
	const least = leastOf(earlier, error, edition, weighing);
	if (least !== undefined && !isLower(wholeRange(least), wholeRange(weighing.later))) return { missing: error };
	const { exPostFacto } = provisionsOf(law, edition.effectiveDate)['1B1.11'];
	const more = `The Manual of ${longDate(edition.effectiveDate)}, in force on the offense date, needs this fact (${exPostFacto})`;
	throw reworded(error, { more });
}

/** What is not known of the earlier Manual where the record is stated for the other one. */
export const category = 'the criminal history category under that Manual';

/** The case with each criminal history that the earlier Manual may make of its record. */
function withHistories(earlier: CaseDocument, given: CaseDocument, manuals: Manuals): CaseDocument[] {
	const isKnown = given.priors !== undefined || statesHistory(given.underOffenseDateManual ?? {});
	if (isKnown) return [earlier];
	return possibleHistories(given, manuals).map(({ category, points }) => ({
		...without(earlier, historyFields),
		...(points === undefined ? { criminalHistoryCategory: category } : { criminalHistoryPoints: points }),
	}));
}

/** What the earlier Manual makes of the case with one of the histories that it may have there. */
interface WithHistory {
	document: CaseDocument;
	result: Result;
}

/** The results with those histories that the rest of the case leaves possible. Throws the InputError of the first where it leaves none. */
function possibleOnly(
	documents: readonly CaseDocument[],
	calculate: (document: CaseDocument) => Result,
): WithHistory[] {
	const tried = documents.map((document) => ({ document, result: attempt(() => calculate(document)) }));
	const errors = tried.flatMap(({ result }) => (result instanceof InputError ? [result] : []));
	const failed = errors.find(({ code }) => code !== 'disagrees');
	const possible = tried.filter((each): each is WithHistory => !(each.result instanceof InputError));
	if (failed === undefined && possible.length > 0) return possible;
	throw failed ?? errors[0];
}

/** Where the ranges are not on one side of that of the Manual in force at sentencing, or are several lower ones, the criminal history decides. */
function amongHistories(possible: readonly WithHistory[], { document, later }: Weighing): Earlier {
	const results = possible.map(({ result }) => result);
	const [first] = results as [Result];
	if (results.length === 1) return { result: first };
	const lower = results.filter((each) => isLower(wholeRange(each), wholeRange(later)));
	const asStated =
		possible.find(({ document: each }) => isHistoryOf(each, document))?.result ??
		results.find((each) => each.criminalHistoryCategory === later.criminalHistoryCategory);
	if (lower.length === 0) return { result: asStated ?? first, whatever: category };
	const isOne = lower.length === results.length && results.every((each) => isSame(wholeRange(each), wholeRange(first)));
	return isOne ? { result: asStated ?? first } : { possible: results, asStated };
}

/** Whether one case states the same points as another, or the same category where no points are stated. */
function isHistoryOf(
	one: CaseDocument,
	{ criminalHistoryPoints: points, criminalHistoryCategory: category }: CaseDocument,
) {
	if (points !== undefined) return one.criminalHistoryPoints === points;
	return category !== undefined && one.criminalHistoryCategory === toCategory(category);
}

/** A third level of acceptance that the earlier Manual does not have, or not at this level, is as many levels as it has. */
function calculateEarlier(document: CaseDocument, edition: ChosenEdition, { calculateUnder, ...of }: Weighing): Result {
	try {
		return calculateUnder(document, edition);
	} catch (error) {
		const isStated = of.document.underOffenseDateManual?.acceptance !== undefined;
		if (!(error instanceof InputError) || error.code !== 'acceptance-not-available' || isStated) throw error;
		return calculateUnder({ ...document, acceptance: 'full' }, edition);
	}
}

/** The case without the facts of which one is missing, so that no range can be lower; undefined where that cannot be told. */
function leastOf(
	document: CaseDocument,
	missing: InputError,
	edition: ChosenEdition,
	weighing: Weighing,
): Result | undefined {
	const least = withoutFact(document, missing.path);
	if (least === undefined) return undefined;
	try {
		return calculateEarlier(least, edition, weighing);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return error.code === 'facts-missing' ? leastOf(least, error, edition, weighing) : undefined;
	}
}
