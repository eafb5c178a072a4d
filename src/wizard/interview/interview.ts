// The answers so far, and the next question.
import { isMissingFact } from '../../case/errors.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { resultOf } from '../questions/calculated.ts';
import {
	type CaseSoFar,
	type Context,
	isNotGiven,
	isUnknown,
	type Question,
	type Value,
} from '../questions/question.ts';
import { topics } from '../questions/topics.ts';
import { answer, type Interview, reopen } from './answers.ts';
import { editionDateOf } from './edition-date.ts';
import { fits, joined } from './fits.ts';
import { changedCase, openedIn } from './opened.ts';

export { answer, type Interview, newInterview, reopen } from './answers.ts';

/** What the questions are drawn from: the law, and the day it is for the user as an ISO date. */
export interface Setting {
	law: Law;
	today: string;
}

/** How far the answers go: the questions that matter, in order, up to the first that is not settled. */
interface Walk {
	settled: Question[];
	next: Question | undefined;
	/** The place of the topic of the next one among all topics; beyond the last where it is of none, or there is none. */
	nextTopic: number;
	/** The questions that are not settled: the next one, and those after it where a document was opened. */
	open: Question[];
	/** What the answers come to, by themselves. */
	known: CaseSoFar;
	/** The same, in the document that was opened. */
	document: CaseSoFar;
}

const walks = new WeakMap<Setting, WeakMap<Interview, Walk>>();

function walksIn(setting: Setting): WeakMap<Interview, Walk> {
	const known = walks.get(setting) ?? new WeakMap<Interview, Walk>();
	walks.set(setting, known);
	return known;
}

/** An interview never changes, so it is walked once. */
function walk(interview: Interview, setting: Setting): Walk {
	const known = walksIn(setting);
	const found = known.get(interview) ?? walkAfresh(interview, setting).walk;
	known.set(interview, found);
	return found;
}

/** The interview with each question that is not settled answered as it comes up, where there is an answer that is one of it. */
export function answeredBy(start: Interview, setting: Setting, answerOf: Answering): Interview {
	const { interview, walk } = walkAfresh(start, setting, answerOf);
	walksIn(setting).set(interview, walk);
	return interview;
}

type Answering = (question: Question) => Value | undefined;

/**
 * Walks through the questions. Where a document was opened, a question that is not settled does not end the walk: what
 * comes after it stays as the document has it.
 */
function walkAfresh(start: Interview, setting: Setting, answerOf: Answering = () => undefined): Ended {
	const isOpened = openedIn(start.answers) !== undefined;
	const settled: Question[] = [];
	const open: Question[] = [];
	let interview = start;
	let known: CaseSoFar = {};
	let nextTopic = topics.length;
	const ended = (document: CaseSoFar) => ({
		interview,
		walk: { settled, next: open[0], nextTopic, open, known, document },
	});
	for (const [place, topic] of topics.entries()) {
		const seen = new Set<string>();
		for (;;) {
			const question = topic(contextFrom(known, interview, setting)).find(({ id }) => !seen.has(id));
			if (!question) break;
			seen.add(question.id);
			const given = isSettled(question, interview) ? undefined : answerOf(question);
			if (given !== undefined && fits(question, given)) interview = answer(interview, question, given);
			if (isSettled(question, interview)) {
				if (open.length === 0) settled.push(question);
				known = joined(known, question, interview.answers[question.id] as Value);
			} else {
				if (open.length === 0) nextTopic = place;
				open.push(question);
				if (!isOpened) return ended(known);
			}
		}
	}
	const document = changedCase(interview.answers, known);
	const needed = open.length === 0 ? neededOf(settled, interview, document, setting) : [];
	return needed.length === 0 ? ended(document) : endedAt(needed, ended(document));
}

type Ended = { interview: Interview; walk: Walk };

const endedAt = (open: Question[], { interview, walk }: Ended): Ended => ({
	interview,
	walk: { ...walk, open, next: open[0], settled: walk.settled.filter((question) => !open.includes(question)) },
});

/** The facts that the document was opened without, where a change has made them needed. */
function neededOf(settled: Question[], { answers }: Interview, document: CaseSoFar, setting: Setting): Question[] {
	const left = settled.filter(({ id }) => id.startsWith('facts/') && isNotGiven(answers[id]));
	if (left.length === 0) return [];
	const result = resultOf(document, setting);
	return isMissingFact(result) ? left : [];
}

const isSettled = (question: Question, { answers, trail }: Interview): boolean =>
	trail.includes(question.id) && fits(question, answers[question.id]);

/** What a question about the case as it stands may be drawn from. */
export const contextOf = (interview: Interview, setting: Setting): Context =>
	contextFrom(caseOf(interview, setting), interview, setting);

function contextFrom(known: CaseSoFar, { answers }: Interview, { law, today }: Setting): Context {
	const editionDate = editionDateOf(known, law, today);
	return { law, today, known, editionDate, provisions: provisionsOf(law, editionDate), answers };
}

/** The question to ask next: the first that matters and is not settled; undefined where all are. */
export const nextQuestion = (interview: Interview, setting: Setting): Question | undefined =>
	walk(interview, setting).next;

/** How far the questions have come: the place of the topic of the next one among all topics. */
export const topicOfNext = (interview: Interview, setting: Setting): number => walk(interview, setting).nextTopic;

/** The questions settled that matter, in the order they are asked. */
export const settledQuestions = (interview: Interview, setting: Setting): Question[] =>
	walk(interview, setting).settled;

/** The case document that the answers come to. Complete where no question is left and none is unknown. */
export const caseOf = (interview: Interview, setting: Setting): CaseSoFar => walk(interview, setting).document;

/** What the answers come to without the document that was opened. */
export const knownFrom = (interview: Interview, setting: Setting): CaseSoFar => walk(interview, setting).known;

/** The questions that are not settled: the next one, and those after it where a document was opened. */
export const unsettledQuestions = (interview: Interview, setting: Setting): Question[] => walk(interview, setting).open;

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
