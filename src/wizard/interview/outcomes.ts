// The ways in which the case can still come out.
import { categories } from '../../case/category.ts';
import type { InputError } from '../../case/errors.ts';
import type { Result } from '../../result/result.ts';
import { resultOf } from '../questions/calculated.ts';
import type { CaseSoFar, Question, Value } from '../questions/question.ts';
import { heldIdsRefused } from './held-ids.ts';
import { answer, caseOf, type Interview, nextQuestion, openQuestions, type Setting, topicOfNext } from './interview.ts';

/** One way in which the case can come out: what was taken for each answer that is not known yet, and the result. */
export interface Outcome {
	taken: readonly { question: Question; value: Value }[];
	document: CaseSoFar;
	/** Or why these answers do not fit together. */
	result: Result | InputError;
}

/** Beyond this many, possibilities are no answer any more. */
const mostOutcomes = 48;

/** The result for each possibility of what is not known yet, one where all is known; undefined where they are too many to be of use. */
export function outcomesOf(interview: Interview, setting: Setting): Outcome[] | undefined {
	const found: Outcome[] = [];
	for (const outcome of spread(interview, setting, ({ possibilities }) => possibilities)) {
		found.push(outcome);
		if (found.length > mostOutcomes) return undefined;
	}
	return found;
}

/** The results at the ends of what is not known yet. Between them lies every other: levels, categories and ranges only rise. */
export function extremesOf(interview: Interview, setting: Setting): Outcome[] {
	const ends = ({ possibilities = [], extremes }: Question) =>
		[...new Set(extremes ?? [possibilities[0], possibilities.at(-1)])] as Value[];
	return [...spread(interview, setting, ends)];
}

/**
 * Takes each possibility of each open question in turn, and of the questions that it brings up. Where the interview is
 * not finished, the question that is next anyway stays unanswered, and so do those after it; so does one that no
 * possibility answers, such as a date. One that comes up on the way and may be left out is left out.
 */
function* spread(
	interview: Interview,
	setting: Setting,
	possibilitiesOf: (question: Question) => readonly Value[] | undefined,
): Generator<Outcome> {
	const frontier = nextQuestion(interview, setting)?.id;
	const frontierTopic = topicOfNext(interview, setting);
	const isBeyond = (here: Interview, next: Question | undefined): boolean =>
		next?.id === frontier || (frontier !== undefined && topicOfNext(here, setting) > frontierTopic);
	function* from(here: Interview, taken: Outcome['taken']): Generator<Outcome> {
		const next = nextQuestion(here, setting);
		const question = openQuestions(here, setting)[0] ?? (isBeyond(here, next) ? undefined : next);
		const isStuck = question?.possibilities === undefined && question?.default === undefined;
		if (!question || isStuck) {
			for (const document of withCategories(caseOf(here, setting))) {
				yield { taken, document, result: resultWithHeld(here, document, setting) };
			}
			return;
		}
		const isLeftOut = question.default === null && question === next;
		const values =
			question.possibilities === undefined || isLeftOut ? [question.default as Value] : possibilitiesOf(question);
		for (const value of values ?? []) {
			yield* from(answer(here, question, value), [...taken, { question, value }]);
		}
	}
	yield* from(interview, []);
}

/** Before the criminal history is asked, every category is possible. */
function withCategories(known: CaseSoFar): CaseSoFar[] {
	const { criminalHistoryCategory, criminalHistoryPoints, priors } = known;
	if ((criminalHistoryCategory ?? criminalHistoryPoints ?? priors) !== undefined) return [known];
	return categories.map((category) => ({ ...known, criminalHistoryCategory: category }));
}

/** The result of a case as the answers make it; what is held of a document that was opened may not fit the edition. */
function resultWithHeld(interview: Interview, document: CaseSoFar, setting: Setting): Result | InputError {
	return heldIdsRefused(interview, document, setting) ?? resultOf(document, setting);
}
