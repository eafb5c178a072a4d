// The whole conversation.
import { isRefusal, underEditions } from '../../calculation/comparison.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { shellWord } from '../../case/shell.ts';
import { answerLines, refusalOf, standingLine } from '../interview/answer-so-far.ts';
import { askedAgain, ofEdition } from '../interview/consequences.ts';
import type { Draft } from '../interview/draft.ts';
import { caseOf, contextOf, type Interview, newInterview, type Setting } from '../interview/interview.ts';
import { outcomesOf } from '../interview/outcomes.ts';
import { drawnIncreases } from '../questions/chapter-two.ts';
import { extras } from '../questions/extras.ts';
import { notAskedExplained, notAskedLine } from '../questions/not-asked.ts';
import type { Question, Value } from '../questions/question.ts';
import { isDrawnFromFacts } from '../questions/statute-answer.ts';
import { type Option, refusedBy } from '../screen/meant.ts';
import { menu, settledOf } from '../screen/page.ts';
import { printAnswer, showAnswer } from './answer.ts';
import { askNext, askQuestion } from './asking.ts';
import { goBack, type Host, keepAnswers, put, type Session, settle, startDraft, writeDraft } from './dialog.ts';
import { faultText, goBackFrom, guarded, isFault } from './faults.ts';
import { printCommand, saveCase, writeReport } from './save-answer.ts';
import { whatIfBesideFacts } from './what-if-facts.ts';

/** The whole conversation: the questions, a look at all answers, the range, and what counsel wants to do with it. */
export async function runSession(host: Host, draft?: Draft, draftFile?: string): Promise<void> {
	const session: Session = {
		host,
		interview: newInterview,
		scenarios: [],
		caseAt: 0,
		hasLooseScenarios: false,
		...draft,
		draftFile,
	};
	try {
		welcome(session);
		await writeDraft(session);
		do {
			await askRest(session);
			await review(session);
			await showAnswer(session);
		} while ((await afterwards(session)) === 'review');
		await printAnswer(session);
	} catch (error) {
		await farewell(session, error);
		throw error;
	} finally {
		host.asker.close();
	}
}

/** Where the conversation ends before its end, says what is left of it; where the program failed, offers to keep it first. */
async function farewell(session: Session, error: unknown): Promise<void> {
	const { asker } = session.host;
	if (isFault(error)) {
		asker.say('', `${faultText(error)} The answers so far can be kept.`);
		if (session.draftFile === undefined) await startDraft(session).catch(() => {});
	}
	const left =
		session.draftFile === undefined ? 'No draft was kept.' : `To go on: ussg --draft ${shellWord(session.draftFile)}`;
	asker.say('', `Stopped. ${left}`);
}

function welcome({ host, interview, draftFile }: Session): void {
	const kept =
		draftFile === undefined
			? 'Nothing is written to a file unless you ask. To finish later, type draft at any question: it asks for a file and keeps every answer there. Ctrl-C ends and keeps nothing.'
			: `Every answer is kept in ${draftFile}: Ctrl-C ends, and ussg --draft ${shellWord(draftFile)} goes on.`;
	host.asker.say(`Federal sentencing range, with every step cited. Not legal advice. ${kept}`, '');
	for (const { question, answer } of settledOf(interview, host.setting))
		host.asker.settled(question.ask, answer, question.id);
}

/** Asks what is still to be asked about the case. */
async function askRest(session: Session): Promise<void> {
	for (let isMore = true; isMore; ) {
		try {
			isMore = await askNext(session);
		} catch (error) {
			goBackFrom(error, session);
		}
	}
}

/** Shows all answers before the range. Any can be changed; then only what still matters is asked again. */
async function review(session: Session): Promise<void> {
	const { setting } = session.host;
	for (;;) {
		const settled = settledOf(session.interview, setting);
		const known = caseOf(session.interview, setting);
		const change = settled.map(
			({ question, answer }): Option => ({
				value: question.id,
				label: `${question.short}: ${answer}`,
				typed: [question.short],
			}),
		);
		const added = extras.filter(({ id }) => !settled.some(({ question }) => question.id === id));
		const chosen = await put(
			session,
			menu(
				'All answers. Show the range, or change one?',
				[
					{ value: null, label: 'show the range', ...refusedBy(refusalOf(session.interview, setting)) },
					...change,
					...added.map(({ id, short }): Option => ({ value: id, label: `add: ${short}` })),
				],
				{ does: notAskedLine(known), standing: standingLine(session.interview, setting) },
			),
			[...reviewExplained, ...notAskedExplained(known, session.host.flagOf)],
		);
		const before = session.interview;
		if (chosen === 'back') goBack(session);
		else if (chosen.value === null) return;
		else {
			await changeAnswer(session, [...settled.map(({ question }) => question), ...added], chosen.value);
			session.host.asker.say(...askedAgain(before, session.interview, setting));
		}
		await askRest(session);
		if (chosen !== 'back') session.host.asker.say(...ofEdition(before, session.interview, setting));
	}
}

const reviewExplained = [
	'Choose an answer to change it. The others stay; a question is asked again only where the change gives it other choices.',
];

async function changeAnswer(session: Session, questions: readonly Question[], id: Value): Promise<void> {
	const question = questions.find((candidate) => candidate.id === id) as Question;
	const before = session.interview;
	const changed = await askQuestion(session, before, question);
	if (!changed) return;
	await keepAnswers(session, { interview: withConclusions(before, changed, session.host.setting) });
	settle(session, question, { before, after: changed });
}

/**
 * From facts to conclusions, what was drawn from the facts stands ready as the answer to each question that follows:
 * in the edition whose ids are asked for, though §1B1.11 may have led to another.
 */
function withConclusions(before: Interview, after: Interview, setting: Setting): Interview {
	const context = contextOf(before, setting);
	const first = isDrawnFromFacts(context) ? outcomesOf(before, setting)?.[0] : undefined;
	if (!first || first.result instanceof InputError || isDrawnFromFacts(contextOf(after, setting))) return after;
	const [result] = underEditions(first.document as CaseDocument, setting.law, [context.editionDate]);
	if (!result || isRefusal(result)) return after;
	const criminalHistory = { points: result.criminalHistory?.points ?? 0 };
	return { ...after, answers: { ...after.answers, ...drawnIncreases(result, context), criminalHistory } };
}

/** What to do with the range. `review` leads back to the answers. */
async function afterwards(session: Session): Promise<'finish' | 'review'> {
	const doing: Record<string, ((session: Session) => Promise<void>) | undefined> = {
		'what-if': whatIfBesideFacts,
		save: saveCase,
		command: printCommand,
		report: writeReport,
		draft: startDraft,
	};
	let last: Value = 'finish';
	for (;;) {
		session.host.asker.say(...answerLines(session.interview, session.host.setting));
		const steps = nextSteps(session);
		// After something was done, Enter alone does not leave.
		const selected = steps.find(({ value }) => value === last) ?? steps[1];
		const chosen = await put(session, menu('What next?', steps, { selected }), []);
		if (chosen === 'back' || chosen.value === 'review') return 'review';
		const step = doing[String(chosen.value)];
		if (step) await guarded(session, step);
		else if (await mayFinish(session)) return 'finish';
		last = step ? chosen.value : 'report';
	}
}

/** Scenarios that stand in no file are lost at the end: asks once whether they may be. */
async function mayFinish(session: Session): Promise<boolean> {
	if (!session.hasLooseScenarios) return true;
	const chosen = await put(
		session,
		menu('The scenarios are in no file. Finish all the same?', [
			{ value: false, label: 'no: a report holds them, and so does a draft' },
			{ value: true, label: 'yes, finish' },
		]),
	);
	return chosen !== 'back' && chosen.value === true;
}

function nextSteps({ draftFile }: Session): Option[] {
	return [
		{ value: 'finish', label: 'finish' },
		{ value: 'what-if', label: 'what if: change one thing and see it beside this' },
		{ value: 'review', label: 'change an answer' },
		{ value: 'save', label: 'save the case document' },
		{ value: 'command', label: 'print the equivalent ussg calc command' },
		{ value: 'report', label: 'write the report to a file' },
		...(draftFile === undefined ? [{ value: 'draft', label: 'keep a draft, to go on later' }] : []),
	];
}
