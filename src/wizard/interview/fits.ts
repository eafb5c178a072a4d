// Whether an answer is one of its question.
import { parseField } from '../../case/parse.ts';
import { type CaseSoFar, isNotGiven, isUnknown, type Question, same, type Value } from '../questions/question.ts';

/** Whether an answer is one of its question: a draft may come from other tables, or from another hand. */
export function fits(question: Question, value: Value | undefined): value is Value {
	if (value === undefined) return false;
	if (isUnknown(value)) return question.possibilities !== undefined;
	if (isNotGiven(value)) return true;
	if (question.choices.some((choice) => same(choice.value, value))) return true;
	if (!question.read) return false;
	try {
		question.say?.(value);
		for (const [field, given] of Object.entries(question.fields(value))) parseField(field as keyof CaseSoFar, given);
		return true;
	} catch {
		return false;
	}
}

/** Lists of the case document and the facts of its offense grow by each answer, everything else is said once. */
export function joined(known: CaseSoFar, question: Question, value: Value): CaseSoFar {
	if (isUnknown(value) || isNotGiven(value)) return known;
	const { enhancements, adjustments, offense, chapterThree, ...rest } = question.fields(value);
	return {
		...known,
		...rest,
		...(offense && { offense: { ...known.offense, ...offense } }),
		...(chapterThree && { chapterThree: [...(known.chapterThree ?? []), ...chapterThree] }),
		...(enhancements && { enhancements: [...(known.enhancements ?? []), ...enhancements] }),
		...(adjustments && { adjustments: [...(known.adjustments ?? []), ...adjustments] }),
	};
}
