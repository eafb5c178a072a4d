import { parseField } from '../../case/parse.ts';
import { editionNamed, editionOn, provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { type CaseSoFar, type Context, isUnknown, type Question, same, type Value } from '../questions/question.ts';
import { topics } from '../questions/topics.ts';

/** The answers so far. `trail` holds the ids of the questions that are settled, oldest first. */
export interface Interview {
	/** Kept also for questions that no longer matter, so that changing one's mind twice costs nothing. */
	answers: Readonly<Record<string, Value>>;
	trail: readonly string[];
}

export const newInterview: Interview = { answers: {}, trail: [] };

/** What the questions are drawn from: the law, and the day it is for the user as an ISO date. */
export interface Setting {
	law: Law;
	today: string;
}

/** How far the answers go: the questions that matter, in order, up to the first that is not settled. */
interface Walk {
	settled: Question[];
	next: Question | undefined;
	known: CaseSoFar;
}

const walks = new WeakMap<Setting, WeakMap<Interview, Walk>>();

/** An interview never changes, so it is walked once. */
function walk(interview: Interview, setting: Setting): Walk {
	const known = walks.get(setting) ?? new WeakMap<Interview, Walk>();
	walks.set(setting, known);
	const found = known.get(interview) ?? walkAfresh(interview, setting);
	known.set(interview, found);
	return found;
}

function walkAfresh({ answers, trail }: Interview, { law, today }: Setting): Walk {
	const settled: Question[] = [];
	let known: CaseSoFar = {};
	for (const topic of topics) {
		const seen = new Set<string>();
		for (;;) {
			const editionDate = editionDateOf(known, law, today);
			const context: Context = { law, today, known, editionDate, provisions: provisionsOf(law, editionDate), answers };
			const question = topic(context).find(({ id }) => !seen.has(id));
			if (!question) break;
			const value = answers[question.id];
			if (!trail.includes(question.id) || !fits(question, value)) return { settled, next: question, known };
			seen.add(question.id);
			settled.push(question);
			if (!isUnknown(value)) known = joined(known, question.fields(value));
		}
	}
	return { settled, next: undefined, known };
}

/** Whether an answer is one of its question: a draft may come from other tables, or from another hand. */
export function fits(question: Question, value: Value | undefined): value is Value {
	if (value === undefined) return false;
	if (isUnknown(value)) return question.possibilities !== undefined;
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

/** Lists of the case document grow by each answer, everything else is said once. */
function joined(known: CaseSoFar, { enhancements, adjustments, ...rest }: CaseSoFar): CaseSoFar {
	return {
		...known,
		...rest,
		...(enhancements && { enhancements: [...(known.enhancements ?? []), ...enhancements] }),
		...(adjustments && { adjustments: [...(known.adjustments ?? []), ...adjustments] }),
	};
}

function editionDateOf({ edition, sentencingDate }: CaseSoFar, law: Law, today: string): string {
	const chosen = edition === undefined ? editionOn(law, sentencingDate ?? today, '', '') : editionNamed(law, edition);
	return chosen.effectiveDate;
}

/** What a question about the case as it stands may be drawn from. */
export function contextOf({ answers, trail }: Interview, setting: Setting): Context {
	const { law, today } = setting;
	const known = caseOf({ answers, trail }, setting);
	const editionDate = editionDateOf(known, law, today);
	return { law, today, known, editionDate, provisions: provisionsOf(law, editionDate), answers };
}

/** The question to ask next: the first that matters and is not settled; undefined where all are. */
export const nextQuestion = (interview: Interview, setting: Setting): Question | undefined =>
	walk(interview, setting).next;

/** The questions settled that matter, in the order they are asked. */
export const settledQuestions = (interview: Interview, setting: Setting): Question[] =>
	walk(interview, setting).settled;

/** The case document that the answers come to. Complete where no question is left and none is unknown. */
export const caseOf = (interview: Interview, setting: Setting): CaseSoFar => walk(interview, setting).known;

/** The interview with a question answered. */
export function answer({ answers, trail }: Interview, { id }: Pick<Question, 'id'>, value: Value): Interview {
	return { answers: { ...answers, [id]: value }, trail: [...trail.filter((settled) => settled !== id), id] };
}

/** The interview with a question to be asked again; its answer stays as the default, all others stay settled. */
export function reopen({ answers, trail }: Interview, id: string): Interview {
	return { answers, trail: trail.filter((settled) => settled !== id) };
}

/** One question back: the last one settled that still matters; undefined where there is none. */
export function back(interview: Interview, setting: Setting): Interview | undefined {
	const matters = new Set(settledQuestions(interview, setting).map(({ id }) => id));
	const last = interview.trail.findLast((id) => matters.has(id));
	return last === undefined ? undefined : reopen(interview, last);
}

/** What has to be known before there is a case document, in a word or two each. */
export const missingIn = (interview: Interview, setting: Setting): string[] =>
	openQuestions(interview, setting)
		.filter(({ mayBeLeftOut }) => !mayBeLeftOut)
		.map(({ short }) => short);

/** The settled questions whose answer is not known yet. */
export const openQuestions = (interview: Interview, setting: Setting): Question[] =>
	settledQuestions(interview, setting).filter(({ id }) => isUnknown(interview.answers[id]));
